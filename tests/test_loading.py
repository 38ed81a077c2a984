"""An edit of config/ under a running atlas: a broken one keeps the last good state, a mended one appears."""

import pytest

from dashboard import loading as module
from dashboard.catalogue.problems import BrokenTable
from dashboard.loading import Live

pytestmark = pytest.mark.usefixtures("shapes")
TWINNED = "relations/XA-N_XB-E.yaml"


@pytest.fixture
def later(monkeypatch):
    """Lets two seconds pass."""
    clock = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: clock[0])

    def wait():
        clock[0] += 2

    return wait


def title(live):
    return live.get().catalogue.pairs["XA-N_XB-E"].projects[0].title["en"]


def test_an_edit_appears_after_a_second(config, edit, later):
    live = Live(config)
    first = live.version
    edit(TWINNED, "A clinic", "A hospital")
    assert (title(live), live.version) == ("A clinic", first)
    later()
    assert title(live) == "A hospital"
    assert live.version != first


def test_without_an_edit_the_state_is_the_same_object(config, later):
    live = Live(config)
    before = live.get()
    later()
    assert live.get() is before


def test_a_broken_edit_keeps_the_last_good_state_until_it_is_mended(config, edit, later):
    live = Live(config)
    edit(TWINNED, "{en: A clinic, fr: Une clinique}", "{en: A hospital}")
    edit("i18n/fr.yaml", "title: Atlas\n", "")
    later()
    assert title(live) == "A clinic"
    assert [str(problem) for problem in live.problems] == [
        f"{TWINNED}:32: projects.clinic.title: no text in language 'fr'"
    ]
    edit(TWINNED, "{en: A hospital}", "{en: A hospital, fr: Un hôpital}")
    later()
    assert title(live) == "A clinic"
    assert [str(problem) for problem in live.problems] == [
        "i18n/fr.yaml:2: no text for 'title', which i18n/en.yaml has"
    ]
    edit("i18n/fr.yaml", "locale: fr\n", "locale: fr\ntitle: Atlas\n")
    later()
    assert title(live) == "A hospital"
    assert live.problems == ()


def test_a_broken_table_does_not_start(config, edit):
    edit(TWINNED, "status: operating", "status: operates")
    with pytest.raises(BrokenTable, match="unknown status 'operates'"):
        Live(config)


def test_the_environment_names_the_folder(config, monkeypatch):
    monkeypatch.setenv("TWINNED_CONFIG", str(config))
    assert Live().config == config


def test_a_place_moved_out_of_its_unit_is_broken_too(config, edit, later):
    live = Live(config)
    before = live.get()
    edit("places.yaml", "lat: 15\n", "lat: 5\n")
    later()
    assert live.get() is before
    assert [str(problem) for problem in live.problems] == ["places.yaml:2: northport: lies in XA-S, not in XA-N"]
