"""Sectors of the tiny atlas: who takes part, since when, what operates, and sums that may be stated.

Medicine: in XA-N_XB-E the twinning of 2017 and the clinic, in XA_XB-E the memorandum of the country.
Logistics: in XA-N_XB-E the twinning, the training of engineers, the depot and the ferry, in XA-N_XB-W the park.
"""

import pytest

from dashboard.catalogue.filtering import Filter, select
from dashboard.catalogue.load import load
from dashboard.catalogue.quality import sizes
from dashboard.catalogue.sector import Brief, briefs, sector_of

PROJECT = """  - id: {id}
    title: {{en: Works {id}, fr: Travaux {id}}}
    sectors: [medicine]
    status: {status}
    amounts:{amounts}
    sources: [gazette-2]
"""
MONEY = "\n      - value: {value}\n        currency: {currency}"
ROUGH = "\n        qualifier: about"


def found_in(catalogue, key, **asked):
    return sector_of(select(catalogue, Filter(sectors=frozenset({key}), **asked)), key)


def ids(rows):
    return [row.record.id for row in rows]


def test_medicine(tiny):
    found = found_in(tiny, "medicine")
    assert [(pair.key, n) for pair, n in found.pairs] == [("XA-N_XB-E", 2)]
    assert [(pair.key, n) for pair, n in found.country_pairs] == [("XA_XB-E", 1)]
    assert found.units == (("XA", (("XA-N", 2),)), ("XB", (("XB-E", 3),)))
    assert found.organisations == ()
    dossier = found.dossier
    assert ids(dossier.agreements) == ["twinning-2017", "memorandum-2023"]  # its beginning is not known: last
    assert [(status, ids(rows)) for status, rows in dossier.projects] == [("operating", ["clinic"])]
    assert (found.first.record.id, str(found.since)) == ("twinning-2017", "2017-03")
    assert dossier.hidden == 0


def test_logistics(tiny):
    found = found_in(tiny, "logistics")
    assert [(pair.key, n) for pair, n in found.pairs] == [("XA-N_XB-E", 4), ("XA-N_XB-W", 1)]
    assert found.country_pairs == ()
    assert found.units == (("XA", (("XA-N", 5),)), ("XB", (("XB-E", 4), ("XB-W", 1))))
    assert dict(found.organisations) == {"east-works": 2, "north-university": 1}
    assert [(status, ids(rows)) for status, rows in found.dossier.projects] == [
        ("agreed", ["depot"]),
        ("idea", ["ferry"]),
    ]
    assert found.counts == {"pairs": 2, "country_pairs": 0, "units": 3, "organisations": 2}


def test_other_filters_apply_too(tiny):
    found = found_in(tiny, "logistics", years=(2020, 2022))
    assert [(pair.key, n) for pair, n in found.pairs] == [("XA-N_XB-E", 1), ("XA-N_XB-W", 1)]
    assert (found.first, found.since, found.dossier.hidden) == (None, None, 3)


def test_no_record_is_called_the_first_if_another_may_be_earlier(config, edit):
    """The twinning of March 2017, and a memorandum of 2017."""
    edit("relations/XA_XB-E.yaml", "valid: '../2023'", "signed: '2017'")
    found = found_in(load(config), "medicine")
    assert (str(found.since), found.first) == ("2017", None)


def test_briefs(tiny):
    assert briefs(select(tiny, Filter())) == [Brief("logistics", 5, 2, 2), Brief("medicine", 3, 1, 1)]
    assert briefs(select(tiny, Filter(text="zeppelin"))) == [Brief("medicine", 0, 0, 0), Brief("logistics", 0, 0, 0)]


def summed(config, *projects):
    file = config / "relations/XA-N_XB-E.yaml"
    text = file.read_text(encoding="utf-8")
    more = "".join(
        PROJECT.format(id=f"p-{n}", status=status, amounts=amounts) for n, (status, amounts) in enumerate(projects)
    )
    file.write_text(text.replace("projects:\n", f"projects:\n{more}"), encoding="utf-8")
    totals = found_in(load(config), "medicine").totals
    return [
        (each.stage, each.amount.value, each.amount.currency, each.amount.qualifier, each.named, each.projects)
        for each in totals
    ]


def money(value, currency="USD"):
    return MONEY.format(value=value, currency=currency)


def test_one_amount_is_no_sum(tiny):
    assert found_in(tiny, "medicine").totals == ()  # the clinic alone


def test_amounts_of_a_stage_in_a_currency_are_added(config):
    projects = [
        ("agreed", money(2)),
        ("agreed", money(3)),
        ("agreed", money(5, "CNY")),
        ("idea", money(7)),
        ("idea", " []"),
    ]
    assert summed(config, *projects) == [("agreed", 5, "USD", None, 2, 3)]


def test_a_sum_is_as_rough_as_its_amounts(config):
    clinic = 31_000_000  # about
    assert summed(config, ("operating", money(2))) == [("operation", clinic + 2, "USD", "about", 2, 2)]


def test_a_sum_of_rough_amounts_is_rough(config):
    projects = [("agreed", money(2) + ROUGH), ("agreed", money(3) + ROUGH)]
    assert summed(config, *projects) == [("agreed", 5, "USD", "about", 2, 2)]


@pytest.mark.parametrize(
    "amounts",
    [money(3) + "\n        period: month", money(3) + money(4), money(3) + "\n        qualifier: up_to"],
    ids=["a rate", "two amounts, one of which may contain the other", "a limit"],
)
def test_what_may_not_be_added_is_left_out(config, edit, amounts):
    edit(
        "kinds.yaml",
        "role: rough}",
        "role: rough}\n  up_to: {names: {en: 'up to {n}', fr: 'au plus {n}'}, role: limit}",
    )
    assert summed(config, ("agreed", money(2)), ("agreed", amounts)) == []


def test_sizes_of_the_table(tiny):
    found = sizes(tiny)._asdict()
    assert found == {
        "records": 13,
        "ties": 10,
        "agreements": 3,
        "contacts": 0,
        "links": 4,
        "projects": 3,
        "indicators": 1,
        "events": 2,
        "pairs": 3,
        "units": 4,
        "sources": 2,
    }
