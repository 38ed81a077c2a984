"""Slides of stories: a slide for each step, with its map, notes and chart."""

import io
from typing import get_args

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE

from dashboard.catalogue.schema import stories as schema_stories
from dashboard.handouts.content import Request
from dashboard.handouts.storycharts import story_chart
from dashboard.handouts.storyslides import story_slides
from dashboard.state import State
from dashboard.stories.render import rendered
from dashboard.text.phrases import Phrases
from tests.handouts.decks import (
    ADDRESS,
    CATALOGUE,
    LANGUAGES,
    LOADED,
    PAIR,
)


@pytest.mark.parametrize(("key", "language"), list(zip(CATALOGUE.stories, [*LANGUAGES, "en"], strict=False)))
def test_a_story_has_a_slide_for_each_step_with_notes(key, language):
    story = CATALOGUE.stories[key]
    subject = PAIR if story.variable else None
    request = Request(LOADED, State(language, selected=subject), None, ADDRESS)
    steps = rendered(story, Phrases(CATALOGUE, LOADED.translators[language]), subject)
    opening, *rest = Presentation(io.BytesIO(story_slides(request, key))).slides
    told, last = rest[: len(steps)], rest[len(steps) :]
    assert opening.shapes.title.text == story.title[language]
    assert [slide.shapes.title.text for slide in told] == [step.caption for step in steps]
    assert [slide.notes_slide.notes_text_frame.text for slide in told] == [step.notes for step in steps]
    for slide in (opening, *told):
        assert sum(shape.shape_type == MSO_SHAPE_TYPE.GROUP for shape in slide.shapes) == 2  # the map and its key
    sources = "\n".join(shape.text_frame.text for slide in last for shape in slide.shapes if shape.has_text_frame)
    assert last
    assert all(step.quotation[1] in sources for step in steps if step.quotation)


def charts_of_story(key: str, subject: str | None = None) -> dict[str, list]:
    """Charts of the steps of a story, by the title of their slide."""
    show = Presentation(io.BytesIO(story_slides(Request(LOADED, State("en", selected=subject), None, ADDRESS), key)))
    found = {slide.shapes.title.text: [each.chart for each in slide.shapes if each.has_chart] for slide in show.slides}
    return {title: charts for title, charts in found.items() if charts}


def test_a_step_that_names_a_chart_has_it_beside_its_map():
    """Of the projects 87 are ideas or talks, 52 agreed, 23 in operation; 11 regions of China have no tie."""
    charts = [chart for found in charts_of_story("partnership").values() for chart in found]
    years, stages, gaps = (chart.plots[0] for chart in charts)
    assert [int(sum(series.values)) for series in stages.series] == [87, 52, 23]
    assert list(gaps.categories) == ["Belarus", "China"]
    assert list(gaps.series[0].values) == [0, 11]
    assert next(iter(years.categories)) == "2002"


def test_the_charts_of_a_region_count_its_own_records():
    """Minsk Region: 37 projects, and 11 sectors in which it has any, of which ten have room."""
    stages, sectors = (chart.plots[0] for found in charts_of_story("region", "BY-MI").values() for chart in found)
    assert sum(sum(series.values) for series in stages.series) == 37
    assert "Chongqing" in stages.categories
    assert len(sectors.categories) == 10


@pytest.mark.parametrize("name", get_args(schema_stories.Chart))
def test_every_chart_of_insights_can_be_told(name):
    chart = story_chart(name, State("en"), Phrases(CATALOGUE, LOADED.translators["en"]))
    assert chart is not None
    assert all(len(series.values) == len(series.labels) == len(chart.categories) for series in chart.series)


def test_names_that_lines_cross_stand_on_a_plate():
    """The lines to Chongqing and Guangdong cross the name of Xizang; none comes near that of Taiwan."""
    show = Presentation(io.BytesIO(story_slides(Request(LOADED, State("en"), None, ADDRESS), "partnership")))
    group = next(shape for shape in show.slides[0].shapes if shape.name == "Map")
    plates = {shape.text_frame.text: shape.fill.type for shape in group.shapes if shape.has_text_frame}
    assert plates["Xizang"] == MSO_FILL.SOLID
    assert plates["Taiwan"] == MSO_FILL.BACKGROUND


def test_a_story_without_quotations_lists_the_sources_of_what_it_selects():
    """Gomel Region and Hebei have three sources, by config/relations/BY-HO_CN-HE.yaml."""
    state = State("en", selected="BY-HO_CN-HE")
    *_, last = Presentation(io.BytesIO(story_slides(Request(LOADED, state, None, ADDRESS), "region"))).slides
    title, listed, *_ = last.placeholders
    assert title.text_frame.text == "Sources"
    assert len(listed.text_frame.paragraphs) == 3
