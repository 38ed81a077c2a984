"""Messages to editors: the exact message for each kind of mistake, and all mistakes at once."""

import json
import re

import pytest

from dashboard.catalogue import schema
from dashboard.catalogue.fields import RIGHT
from dashboard.catalogue.load import MODELS, load
from dashboard.catalogue.problems import BrokenTable

TWINNED = "relations/XA-N_XB-E.yaml"
PARK = "relations/XA-N_XB-W.yaml"
EDTF = "write '2017', '2017-03', '2017-03-21', '2024-22' (summer 2024) or '2023/2025'"

RECORD_MISTAKES = {
    "unknown sector": (
        "sectors: [medicine, logistics]",
        "sectors: [medecine]",
        "14: agreements.twinning-2017.sectors.0: unknown sector 'medecine'; did you mean 'medicine'?",
    ),
    "unknown place": (
        "a: northport",
        "a: nordport",
        "19: links.northport-eastham.a: unknown place or organisation 'nordport'; did you mean 'northport'?",
    ),
    "unknown source": (
        "[gazette-1, gazette-2]",
        "[gazete-1]",
        "15: agreements.twinning-2017.sources.0: unknown source 'gazete-1'; did you mean 'gazette-1'?",
    ),
    "unknown unit": (
        "of: XA-N",
        "of: XA-NN",
        "69: indicators.turnover-2022.of: unknown unit, country, place or organisation 'XA-NN'; did you mean 'XA-N'?",
    ),
    "unknown kind": (
        "kind: partnership",
        "kind: marriage",
        "26: links.university-works.kind: unknown kind of link 'marriage'",
    ),
    "unknown status": (
        "status: operating",
        "status: operates",
        "37: projects.clinic.status: unknown status 'operates'; did you mean 'operating'?",
    ),
    "not EDTF": (
        "'2017-03'",
        "'03.2017'",
        "12: agreements.twinning-2017.signed: '03.2017' is not an EDTF date; write '2017-03'",
    ),
    "month 13": (
        "'2017-03'",
        "'2017-13'",
        f"12: agreements.twinning-2017.signed: '2017-13' is not an EDTF date; {EDTF}",
    ),
    "end before start": (
        "'2016-11/2018'",
        "'2018/2016'",
        "6: agreements.memorandum-2016.valid: '2018/2016' ends before it starts",
    ),
    "language missing": (
        "{en: A clinic, fr: Une clinique}",
        "{en: A clinic}",
        "34: projects.clinic.title: no text in language 'fr'",
    ),
    "language empty": (
        "{en: A clinic, fr: Une clinique}",
        "{en: A clinic, fr: ' '}",
        "34: projects.clinic.title: no text in language 'fr'",
    ),
    "language unknown": (
        "{en: A clinic, fr: Une clinique}",
        "{en: A clinic, fr: Une clinique, fra: Une clinique}",
        "34: projects.clinic.title: unknown language 'fra'; did you mean 'fr'?",
    ),
    "link to itself": (
        "b: eastham",
        "b: northport",
        "17: links.northport-eastham: a link needs two different ends, found 'northport' twice",
    ),
    "end on the wrong side": (
        "b: eastham",
        "b: westham",
        "20: links.northport-eastham.b: 'westham' lies in XB-W, not in XB-E; "
        "swap the ends or move the record to the right file",
    ),
    "unknown field": (
        "signed: '2017-03'",
        "singed: '2017-03'",
        "12: agreements.twinning-2017.singed: unknown field 'singed'; did you mean 'signed'?",
    ),
    "unknown field within": (
        "qualifier: about",
        "qualifyer: about",
        "43: projects.clinic.amounts.0.qualifyer: unknown field 'qualifyer'; did you mean 'qualifier'?",
    ),
    "missing field": (
        "    kind: twinning\n    signed",
        "    signed",
        "10: agreements.twinning-2017: the field 'kind' is missing",
    ),
    "no sources": (
        "[gazette-1, gazette-2]",
        "[]",
        "15: agreements.twinning-2017.sources: at least one entry is needed",
    ),
    "text for a number": (
        "value: 2000000000",
        "value: 2 billion",
        "67: indicators.turnover-2022.value: expected a number, found '2 billion'",
    ),
    "number for a text": (
        "signed: '2019'",
        "signed: 2019",
        "21: links.northport-eastham.signed: expected a text, found the number 2019; put it in quotes: '2019'",
    ),
    "one name for a list": (
        "sources: [gazette-1, gazette-2]",
        "sources: gazette-1",
        "15: agreements.twinning-2017.sources: expected a list, found 'gazette-1'; write [gazette-1]",
    ),
    "nothing for a text": (
        "kind: partnership",
        "kind:",
        "26: links.university-works.kind: expected a text, found nothing",
    ),
    "truth value for a text": (
        "signed: '2019'",
        "signed: true",
        "21: links.northport-eastham.signed: expected a text, found true; put it in quotes: 'true'",
    ),
    "fraction for a text": (
        "signed: '2019'",
        "signed: 2019.10",
        "21: links.northport-eastham.signed: expected a text, found the number 2019.1; put it in quotes",
    ),
    "dashes without a space": (
        "sources: [gazette-1, gazette-2]",
        "sources:\n      -gazette-1\n      -gazette-2",
        "15: agreements.twinning-2017.sources: expected a list, found '-gazette-1 -gazette-2'; "
        "a space follows each '-' of a list",
    ),
    "curly quotes": (
        "signed: '2019'",
        "signed: ‘2019’",
        f"21: links.northport-eastham.signed: '‘2019’' is not an EDTF date; {EDTF}; "
        "the quotes of YAML are straight: '2019'",
    ),
    "curly quotes around a key": (
        "a: northport",
        "a: “northport”",
        "19: links.northport-eastham.a: unknown place or organisation '“northport”'; did you mean 'northport'?; "
        "the quotes of YAML are straight: 'northport'",
    ),
    "a source of another number": (
        "[gazette-1, gazette-2]",
        "[gazette-000000]",
        "15: agreements.twinning-2017.sources.0: unknown source 'gazette-000000'",
    ),
    "a unit that is near to none": (
        "of: XA-N",
        "of: XA-QQ",
        "69: indicators.turnover-2022.of: unknown unit, country, place or organisation 'XA-QQ'",
    ),
    "text for a mapping": (
        "{en: A clinic, fr: Une clinique}",
        "A clinic",
        "34: projects.clinic.title: expected a mapping, found 'A clinic'",
    ),
    "currency and unit": (
        "currency: USD\n    of",
        "currency: USD\n    unit: tonnes\n    of",
        "64: indicators.turnover-2022: exactly one of 'currency' and 'unit' is needed, found both",
    ),
    "neither currency nor unit": (
        "        unit: tonnes\n",
        "",
        "44: projects.clinic.amounts.1: exactly one of 'currency' and 'unit' is needed, found neither",
    ),
    "not a currency": (
        "currency: USD\n    of",
        "currency: dollars\n    of",
        "68: indicators.turnover-2022.currency: 'dollars' is not an ISO 4217 currency code, such as USD",
    ),
    "id that is no slug": (
        "id: clinic",
        "id: A Clinic",
        "33: projects.A Clinic.id: 'A Clinic' is not an id: words of small Latin letters and digits, joined by '-'",
    ),
    "id twice": ("id: depot", "id: clinic", "48: projects.clinic.id: the id 'clinic' occurs twice in this file"),
    "one fact twice": (
        "{en: A depot, fr: Un dépôt}",
        "{en: A clinic, fr: Une clinique}",
        "48: projects.depot: this states the same fact as 'clinic'; make one record with both sources",
    ),
    "dangling agreement": (
        "agreement: twinning-2017",
        "agreement: twining-2017",
        "39: projects.clinic.agreement: no agreement or link 'twining-2017' in this file; "
        "did you mean 'twinning-2017'?",
    ),
    "dangling signed": (
        "signed: [memorandum-2016]",
        "signed: [memorandum-2015]",
        "80: events.visit-2016.signed: no record 'memorandum-2015' in this file; did you mean 'memorandum-2016'?",
    ),
    "unknown list": (
        "projects:\n",
        "project:\n",
        "32: project: unknown kind of record 'project'; did you mean 'projects'?",
    ),
    "list that is no list": (
        "indicators:\n  - id: turnover-2022\n",
        "indicators:\n    id: turnover-2022\n",
        "63: indicators: expected a list of records, each starting with '- id:'",
    ),
    "key twice": (
        "    status: operating\n",
        "    status: operating\n    status: agreed\n",
        "38: projects.clinic.status: this key occurs twice; the first is on line 37",
    ),
    "anchor": (
        "{en: A clinic, fr: Une clinique}",
        "&t {en: A clinic, fr: Une clinique}",
        "34: projects.clinic.title: anchors and aliases are not allowed; write the value out",
    ),
}

FILE_MISTAKES = {
    "unknown unit of a place": (
        "places.yaml",
        "unit: XA-S",
        "unit: XA-SS",
        ["places.yaml:10: southport.unit: unknown unit 'XA-SS'; did you mean 'XA-S'?"],
    ),
    "latitude": (
        "places.yaml",
        "lat: 15",
        "lat: 115",
        ["places.yaml:6: northport.lat: Input should be less than or equal to 90, found the number 115"],
    ),
    "two seats": (
        "organisations.yaml",
        "unit: XB\n",
        "unit: XB\n  place: eastham\n",
        ["organisations.yaml:12: bland-lines: exactly one of 'place' and 'unit' is needed, found both"],
    ),
    "a source that is cited though it says why not": (
        "sources.yaml",
        "fr: Sur le commerce}\n",
        "fr: Sur le commerce}\n  uncited: {en: Dull, fr: Ennuyeux}\n",
        ["sources.yaml:15: gazette-2.uncited: records cite this source; remove 'uncited'"],
    ),
    "floor": (
        "atlas.yaml",
        "agreements: 3",
        "agreements: 4",
        ["atlas.yaml:16: floors.agreements: the table has only 3 agreements, expected at least 4; is a file missing?"],
    ),
    "floor of an unknown list": (
        "atlas.yaml",
        "agreements: 3",
        "agreement: 3",
        ["atlas.yaml:16: floors.agreement: unknown field 'agreement'; did you mean 'agreements'?"],
    ),
    "one country": (
        "atlas.yaml",
        "  XB:\n    names: {en: Bland, fr: Blande}\n    admin0: [XBB]\n",
        "",
        [
            "atlas.yaml:4: countries: exactly two countries are needed, found 1",
            "units/XB.yaml:1: this file is never read: atlas.yaml names no country 'XB'",
        ],
    ),
    "truth value": (
        "kinds.yaml",
        "dashed: true, rank: 4",
        "dashed: yes, rank: 4",
        ["kinds.yaml:6: closeness.institutions.dashed: expected true or false, found 'yes'; write true"],
    ),
    "unknown stage": (
        "kinds.yaml",
        "stage: operation",
        "stage: operating",
        ["kinds.yaml:17: statuses.operating.stage: unknown stage 'operating'; did you mean 'operation'?"],
    ),
    "broken YAML": (
        "places.yaml",
        "southport:\n  unit: XA-S\n",
        "southport\n  unit: XA-S\n",
        ["places.yaml:9: this is not YAML: a colon is missing: southport:"],
    ),
    "no mapping": (
        PARK,
        "links:\n",
        "",
        [f"{PARK}:2: expected a mapping of names to values at the top of the file"],
    ),
}

NAME_MISTAKES = {
    "XB-W_XA-S": "the pair is in the wrong order; the file should be named 'XA-S_XB-W.yaml'",
    "XA-S-XB-W": "the file name 'XA-S-XB-W' is not two sides joined by '_', such as XA_XB",
    "XA-S_XB-V": "the file name contains the unknown unit 'XB-V'; did you mean 'XB-W'?",
    "XA-S_XA-N": "a pair joins XA with XB; 'XA-S_XA-N' does not",
}


def problems(config):
    with pytest.raises(BrokenTable) as broken:
        load(config)
    return [str(problem) for problem in broken.value.problems]


@pytest.mark.parametrize(("old", "new", "message"), RECORD_MISTAKES.values(), ids=RECORD_MISTAKES)
def test_mistake_in_a_record(config, edit, old, new, message):
    edit(TWINNED, old, new)
    assert problems(config) == [f"{TWINNED}:{message}"]


@pytest.mark.parametrize(("file", "old", "new", "messages"), FILE_MISTAKES.values(), ids=FILE_MISTAKES)
def test_mistake_in_another_file(config, edit, file, old, new, messages):
    edit(file, old, new)
    assert problems(config) == messages


@pytest.mark.parametrize(("name", "message"), NAME_MISTAKES.items())
def test_mistake_in_a_file_name(config, name, message):
    (config / "relations/XA-S_XB-W.yaml").rename(config / f"relations/{name}.yaml")
    assert problems(config) == [f"relations/{name}.yaml:1: {message}"]


def test_place_and_organisation_of_one_key(config, edit):
    edit("organisations.yaml", "bland-lines:", "west-park:")
    edit("relations/XA_XB.yaml", "b: bland-lines", "b: west-park")
    assert problems(config) == [
        "organisations.yaml:12: west-park: places.yaml also has the key 'west-park'; rename one of them"
    ]


def test_missing_files(config):
    (config / "sectors.yaml").unlink()
    (config / "units/XB.yaml").unlink()
    assert problems(config) == ["sectors.yaml:1: this file is missing", "units/XB.yaml:1: this file is missing"]


def test_not_utf8(config):
    (config / PARK).write_bytes(b"# A note.\nlinks: \xff\n")
    assert problems(config) == [f"{PARK}:2: this is not UTF-8 text: invalid start byte"]


ENCODED = {
    "Windows-1251": ("Договор о дружбе", "cp1251", "Windows-1251 (Cyrillic)"),
    "GBK": ("友好城市协议", "gbk", "GBK (Chinese)"),
}


@pytest.mark.parametrize(("title", "encoding", "called"), ENCODED.values(), ids=ENCODED)
def test_another_encoding_is_named_with_what_the_line_says_in_it(config, title, encoding, called):
    (config / PARK).write_bytes(f"# A note.\nlinks: {title}\n".encode(encoding))
    looks = f"this is not UTF-8 text but looks like {called}; save it as UTF-8, so that it reads: links: {title}"
    assert problems(config) == [f"{PARK}:2: {looks}"]


def test_utf16(config):
    (config / PARK).write_bytes("links: Дружба\n".encode("utf-16"))
    looks = "looks like UTF-16, which Windows calls Unicode; save it as UTF-8"
    assert problems(config) == [f"{PARK}:1: this is not UTF-8 text but {looks}"]


def test_control_character(config):
    (config / PARK).write_bytes(b"# A note.\nlinks: \x07\n")
    assert problems(config) == [f"{PARK}:2: the control character U+0007 is not allowed; delete it"]


def test_all_mistakes_are_told_at_once(config, edit):
    edit(TWINNED, "status: operating", "status: operates")
    edit(TWINNED, "signed: '2017-03'", "singed: 'March'")
    edit(TWINNED, "b: eastham", "b: easthem")
    edit(PARK, "signed: '2020-22'", "signed: '2020-25'")
    edit("places.yaml", "unit: XA-S", "unit: XA-SS")
    edit("kinds.yaml", "iati: 2", "iati: two")
    edit("sources.yaml", "date: '2024'", "date: 2024")
    assert problems(config) == [
        "kinds.yaml:17: statuses.operating.iati: expected a whole number, found 'two'",
        "places.yaml:10: southport.unit: unknown unit 'XA-SS'; did you mean 'XA-S'?",
        f"{TWINNED}:12: agreements.twinning-2017.singed: unknown field 'singed'; did you mean 'signed'?",
        f"{TWINNED}:20: links.northport-eastham.b: unknown place or organisation 'easthem'; did you mean 'eastham'?",
        f"{TWINNED}:37: projects.clinic.status: unknown status 'operates'; did you mean 'operating'?",
        f"{PARK}:7: links.northport-park.signed: '2020-25' is not an EDTF date; {EDTF}",
        "sources.yaml:12: gazette-2.date: expected a text, found the number 2024; put it in quotes: '2024'",
    ]


def test_many_mistakes_across_records_are_told_at_once(config, edit):
    edit(TWINNED, "agreement: twinning-2017", "agreement: lost")
    edit(TWINNED, "id: depot", "id: clinic")
    edit("sources.yaml", "fr: Sur le commerce}\n", "fr: Sur le commerce}\n  uncited: {en: Dull, fr: Ennuyeux}\n")
    assert [line.split(": ")[0] for line in problems(config)] == [f"{TWINNED}:39", f"{TWINNED}:48", "sources.yaml:15"]


def test_a_mistake_in_one_file_hides_none_across_records_in_another(config, edit):
    edit(PARK, "signed: '2020-22'", "signed: '2020-25'")
    edit(TWINNED, "agreement: twinning-2017", "agreement: lost")
    assert [line.split(": ")[0] for line in problems(config)] == [f"{TWINNED}:39", f"{PARK}:7"]


def test_every_pattern_is_told_in_words():
    kinds = [schema.Atlas, schema.Vocabulary, schema.Unit, schema.Story, schema.Changes, *MODELS.values()]
    known = re.findall(r'"pattern": ("[^"]+")', json.dumps([kind.model_json_schema() for kind in kinds]))
    assert known
    assert {json.loads(pattern) for pattern in known} <= RIGHT.keys()
