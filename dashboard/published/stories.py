"""The stories in one language, with the numbers of the table in their texts."""

from __future__ import annotations

from dashboard.catalogue.model import Catalogue
from dashboard.contract.stories import Stories, Story, StoryStep
from dashboard.stories.render import StepTexts, rendered, subjects
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator


def stories(catalogue: Catalogue, t: Translator) -> Stories:
    """Every story; one with a variable has its steps for every pair and unit."""
    return {"stories": [_story(catalogue, key, Phrases(catalogue, t)) for key in catalogue.stories]}


def _story(catalogue: Catalogue, key: str, words: Phrases) -> Story:
    story, t = catalogue.stories[key], words.t
    told: Story = {
        "id": key,
        "title": t.text(story.title),
        "about": t.text(story.about),
        "variable": story.variable,
        "steps": [] if story.variable else [_step(step) for step in rendered(story, words)],
    }
    if story.variable:
        told["subjects"] = {
            subject: [_step(step) for step in rendered(story, words, subject)] for subject in subjects(catalogue)
        }
    return told


def _step(step: StepTexts) -> StoryStep:
    told: StoryStep = {"caption": step.caption, "text": step.text, "notes": step.notes, "query": step.query}
    if step.figures:
        told["figures"] = [{"value": value, "label": label} for value, label in step.figures]
    if step.quotation:
        text, source = step.quotation
        told["quotation"] = {"text": text, "source": source}
    if step.chart:
        told["chart"] = step.chart
    return told
