"""Render the page of the guided stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.html.context import TemplateContext
from dashboard.html.render import environment
from dashboard.stories.render import StepTexts
from dashboard.text.phrases import Phrases


@dataclass(frozen=True)
class StoryStep:
    """A step and its address."""

    texts: StepTexts
    href: str


@dataclass(frozen=True)
class StoryCard:
    """A story on the page; `path` draws its units, `subject` is what a story with a variable is about.

    slides  address of its deck
    """

    key: str
    title: str
    about: str
    steps: Sequence[StoryStep]
    path: str
    slides: str
    subject: str | None


@dataclass(frozen=True)
class Ground:
    """Size of the pictures, and the units that all of them show."""

    width: float
    height: float
    path: str


def stories_html(cards: Sequence[StoryCard], ground: Ground, subjects: Sequence[str], words: Phrases) -> Markup:
    """Render the page; `subjects` are the keys that a story with a variable may be about."""
    html = environment().get_template("stories.html")
    grouped = [group for group in _groups(subjects, words) if group[1]]
    return Markup(  # noqa: S704 - autoescaped by Jinja
        html.render(ctx=TemplateContext(words=words), cards=cards, ground=ground, subjects=grouped)
    )


def _groups(subjects: Sequence[str], words: Phrases) -> list[tuple[str, list[str]]]:
    """Pairs, then the units of each country, in the order of the table, under a name."""
    t, catalogue = words.t, words.catalogue
    groups = [(t("finder.pairs"), [key for key in subjects if key in catalogue.pairs])]
    for country in catalogue.atlas.countries:
        own = [key for key in subjects if key in catalogue.units and catalogue.country_of(key) == country]
        groups.append((t("dossier.units", country=words.name(country)), own))
    return groups
