"""The bill of materials names what the lock installs, and says of each what its licence is."""

import json

from tools.sbom import BILL, LOCK, key, locked

LINES = """\
# made by hand
markupsafe==3.0.2 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via jinja2
tzdata==2026.6 ; sys_platform == 'win32' \\
    --hash=sha256:{a}
"""


def test_a_lock_is_read_with_its_digests():
    first, second = "a" * 64, "b" * 64
    assert locked(LINES.format(a=second, b=first)) == {("markupsafe", "3.0.2"): [first, second]}


def test_the_bill_is_that_of_the_lock():
    bill = json.loads(BILL.read_text(encoding="utf-8"))
    digests = locked(LOCK.read_text(encoding="utf-8"))
    listed = {key(each): each for each in bill["components"]}
    assert listed.keys() == digests.keys(), "run `make sbom`"
    for named, each in listed.items():
        assert [hash_["content"] for hash_ in each["hashes"]] == digests[named], named
    unsaid = {name for (name, _), each in listed.items() if not each.get("licenses")}
    assert unsaid <= {"bottleneck", "protobuf", "pydeck", "quickjs-ng"}, "they are free too: BSD, Apache and MIT"


def test_the_bill_names_no_place_to_fetch_from():
    assert "https://" not in BILL.read_text(encoding="utf-8").replace("https://cyclonedx.org", "")
