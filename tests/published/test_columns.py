"""The published table: its columns on the tiny atlas, counted by hand, and its texts on the shipped one."""

from dashboard.loading import CONFIG, load_all
from dashboard.published.columns import columns, dates_in, texts
from dashboard.published.textindex import text_index

LOADED = load_all(CONFIG)
COLUMNS = columns(LOADED.catalogue)
IDS = [
    "memorandum-2016",
    "twinning-2017",
    "northport-eastham",
    "university-works",
    "clinic",
    "depot",
    "ferry",
    "turnover-2022",
    "visit-2016",
    "northport-park",
    "fair-2024",
    "memorandum-2023",
    "works-lines",
]
DATES = [
    "../2023",
    "2016-11",
    "2016-11/2018",
    "2016-11-20",
    "2017-03",
    "2019",
    "2020/2021",
    "2020-22",
    "2021-06",
    "2022-02-28",
    "2022",
    "2022/2023",
    "2024-06/2024-07",
]


def test_records_stand_pair_by_pair(tiny):
    found = columns(tiny)
    assert found["pairs"]["key"] == ["XA-N_XB-E", "XA-N_XB-W", "XA-S_XB-W", "XA_XB-E", "XA_XB"]
    assert found["pairs"]["regional"] == [True, True, True, False, False]
    assert [row.record.id for row in tiny.rows] == IDS
    assert found["records"]["pair"] == [0] * 9 + [1, 2, 3, 4]


def test_each_record_claims_what_it_alone_proves(tiny):
    """After the five degrees come a meeting (5), a link (6) and a project (7); a figure or a country claims nothing."""
    found = columns(tiny)
    assert found["options"]["closeness"] == ["twinned", "agreement", "contacts", "institutions", "projects"]
    assert found["claims"] == [0, 1, 2, 3, 4, 2, 3, 4]
    assert found["records"]["claim"] == [1, 0, 6, 6, 7, 7, 7, -1, 5, 6, 5, -1, -1]


def test_dates_are_in_order_with_their_first_and_last_days(tiny):
    found = columns(tiny)
    assert sorted(DATES[9:11]) == ["2022", "2022-02-28"]
    assert [when.text for when in dates_in(tiny)] == [*DATES[:9], "2022", "2022/2023", "2022-02-28", DATES[12]]
    assert found["dates"]["first"][:3] == [0, 20161101, 20161101]
    assert found["dates"]["last"][:3] == [20231231, 20161130, 20181231]
    begun, ends = found["records"]["begun"], found["records"]["ends"]
    assert (begun[0], ends[0]) == (1, 2)  # signed, and valid for longer
    assert (begun[6], ends[6]) == (-1, -1)


def test_links_know_the_places_of_their_ends(tiny):
    """Only the unit of the works is known, so that their end has no place."""
    found = columns(tiny)
    assert found["places"]["key"] == ["northport", "southport", "eastham", "westham", "west-park"]
    assert found["records"]["places"] == [[], [], [0, 2], [0, -1], *[[]] * 5, [0, 4], [], [], [0, -1]]


def test_texts_are_in_the_order_of_the_columns():
    pair = COLUMNS["pairs"]["key"].index("BY-MI_CN-CQ")
    named = {code: texts(LOADED.catalogue, t) for code, t in LOADED.translators.items()}
    assert {code: found["pairs"][pair] for code, found in named.items()} == {
        "en": "Minsk Region – Chongqing",
        "ru": "Минская область — Чунцин",
        "zh": "明斯克州—重庆",
    }
    twinnings = [at for at, key in enumerate(named["en"]["ids"]) if key == "twinning-2017"]
    begun = [named["en"]["dates"][COLUMNS["records"]["begun"][at]] for at in twinnings]
    assert begun == ["September 2017", "March 2017"]  # Brest Region and Anhui, Minsk Region and Chongqing
    for found in named.values():
        assert len(found["ids"]) == len(found["titles"]) == len(COLUMNS["records"]["pair"])
        assert len(found["dates"]) == len(found["since"]) == len(COLUMNS["dates"]["first"])
        for dimension, names in found["options"].items():
            assert len(names) == len(COLUMNS["options"][dimension])


def test_the_words_of_a_text_lead_to_its_record(tiny):
    """The clinic is the fifth record of an atlas in two languages, so that its texts are 8 and 9."""
    index = text_index(tiny)
    assert index["languages"] == 2
    assert index["stems"]["clinic"] == ("clinic", [8, 1])  # its id stands in both texts
    assert index["stems"]["cliniqu"] == ("clinique", [9])
