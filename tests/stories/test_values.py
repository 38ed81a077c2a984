"""Values of steps, counted by hand on the tiny atlas."""

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.dates import Edtf
from dashboard.stories.values import facts, known_names


def value(tiny, asked, subject=None, **view):
    step = schema.Step.model_construct(
        view=schema.StepView.model_construct(**view), values={"x": schema.Value.model_construct(**asked)}
    )
    return facts(tiny, step, subject)["x"]


@pytest.mark.parametrize(
    ("asked", "view", "n"),
    [
        ({"count": "records"}, {}, 13),
        ({"count": "pairs"}, {}, 3),
        ({"count": "projects"}, {}, 3),
        ({"count": "projects"}, {"sectors": ["logistics"]}, 2),
        ({"count": "projects", "sectors": []}, {"sectors": ["logistics"]}, 3),
        ({"count": "projects", "whole": True}, {"selected": "XA-S_XB-W"}, 3),
        ({"count": "projects"}, {"selected": "XA-S_XB-W"}, 0),
        ({"count": "agreements"}, {}, 3),
        ({"count": "agreements"}, {"closeness": ["twinned"]}, 2),
        ({"count": "agreements", "selected": "XB-E"}, {}, 3),
        ({"count": "units", "country": "XA"}, {}, 2),
        ({"count": "tied", "country": "XA"}, {}, 1),
        ({"count": "untied", "country": "XA"}, {}, 1),
        ({"count": "untied"}, {}, 1),
        ({"count": "sectors"}, {}, 2),
        ({"count": "sources"}, {"selected": "XA-S_XB-W"}, 1),
        ({"count": "organisations"}, {}, 3),
        ({"count": "fruitful"}, {}, 1),
        ({"count": "on_paper"}, {}, 0),
        ({"count": "events"}, {"years": "2016-2017"}, 1),
    ],
)
def test_counts(tiny, asked, view, n):
    assert value(tiny, asked, **view) == n


def test_dates_and_records(tiny):
    assert value(tiny, {"first": "agreements"}) == Edtf.parse("2016-11")
    assert value(tiny, {"last": "agreements"}) == Edtf.parse("2017-03")
    assert value(tiny, {"first": "agreements"}, selected="XA-S_XB-W") is None


def test_a_leader_needs_someone_to_lead(tiny, words):
    """Two pairs have one record each; that of Northland and Eastland has nine."""
    assert value(tiny, {"most": "pairs"})(words) == "Northland – Eastland"
    assert value(tiny, {"most": "pairs"}, selected="XA-N_XB-E") is None
    assert value(tiny, {"most": "pairs", "closeness": ["contacts", "institutions"]}) is None


def test_a_record_has_its_title_date_summary_status_and_amounts(tiny, words):
    step = schema.Step.model_construct(
        view=schema.StepView.model_construct(),
        values={
            "clinic": schema.Value.model_construct(record="XA-N_XB-E/clinic"),
            "depot": schema.Value.model_construct(record="XA-N_XB-E/depot"),
        },
    )
    found = facts(tiny, step)
    assert found["clinic"](words) == "A clinic"
    assert found["clinic_date"] == Edtf.parse("2021-06")
    assert found["clinic_summary"](words) == "With forty beds"
    assert found["clinic_status"](words) == "Operating"
    assert found["depot_summary"] is None
    assert found["depot_figure"] is None
    assert set(known_names(step, None)) == set(found)


def test_the_selection_gives_names(tiny, words):
    step = schema.Step.model_construct(view=schema.StepView.model_construct(selected="XA-N_XB-E"), values={})
    found = facts(tiny, step)
    assert (found["a"](words), found["b"](words), found["since"]) == ("Northland", "Eastland", Edtf.parse("2017-03"))
    assert set(known_names(step, "pair")) == set(found)
    unit = schema.Step.model_construct(view=schema.StepView.model_construct(), values={})
    assert facts(tiny, unit, "XA-S")["subject"](words) == "Southland"
