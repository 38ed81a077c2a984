"""Pydantic models of everything that an editor may write, one module for each part of config/."""

from dashboard.catalogue.schema.atlas import Atlas, Country, Licence, Map
from dashboard.catalogue.schema.base import Model, Named, Reasoned, Shades, as_written, required, writable
from dashboard.catalogue.schema.entries import Organisation, Place, Sector, Source, Unit
from dashboard.catalogue.schema.kinds import Closeness, Instrument, Level, Levelled, Line, Measure, Status, Vocabulary
from dashboard.catalogue.schema.records import (
    RECORD_KINDS,
    Agreement,
    Amount,
    Event,
    Indicator,
    Link,
    Project,
    ProjectAmount,
    Record,
    Relation,
)

__all__ = [
    "RECORD_KINDS",
    "Agreement",
    "Amount",
    "Atlas",
    "Closeness",
    "Country",
    "Event",
    "Indicator",
    "Instrument",
    "Level",
    "Levelled",
    "Licence",
    "Line",
    "Link",
    "Map",
    "Measure",
    "Model",
    "Named",
    "Organisation",
    "Place",
    "Project",
    "ProjectAmount",
    "Reasoned",
    "Record",
    "Relation",
    "Sector",
    "Shades",
    "Source",
    "Status",
    "Unit",
    "Vocabulary",
    "as_written",
    "required",
    "writable",
]
