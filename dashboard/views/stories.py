"""The page of guided stories: each with its picture, its steps, and a way to present it."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from dashboard.html.stories import Ground, StoryCard, StoryStep, stories_html
from dashboard.map.sketch import outline, size
from dashboard.stories.render import rendered, subjects, units_of_story
from dashboard.views.parts.context import Page
from dashboard.views.parts.panel import show_html
from dashboard.visit import current_visit


def show_stories_page(page: Page) -> None:
    """Draw the whole page; a story with a variable is about the selection if it can be, else about the richest pair."""
    catalogue = page.catalogue
    known = subjects(catalogue)
    subject = page.state.selected if page.state.selected in known else next(iter(known), None)
    ground = Ground(*size(catalogue), outline(catalogue, frozenset(catalogue.units)))
    cards = [card for key in catalogue.stories if (card := _card(page, key, subject)).steps]
    html = stories_html(cards, ground, known, page.words)
    with st.container(key="stories"):
        show_html(html, key="stories_list", part=current_visit(catalogue).part)


def _card(page: Page, key: str, subject: str | None) -> StoryCard:
    story = page.catalogue.stories[key]
    about, language = subject if story.variable else None, page.t.language
    steps = [
        StoryStep(step, f"./?{urlencode({'story': key, 'step': number})}&{step.query}&lang={language}")
        for number, step in enumerate(rendered(story, page.words, about), start=1)
    ]
    return StoryCard(
        key=key,
        title=page.t.text(story.title),
        about=page.t.text(story.about),
        steps=steps,
        path=outline(page.catalogue, units_of_story(page.catalogue, story, about)),
        slides=f"handout/pptx?{urlencode({'story': key, **({'selected': about} if about else {}), 'lang': language})}",
        subject=about,
    )
