"""In the colours of the system: samples have the colours of the map, and what is chosen looks chosen."""

import pytest
from playwright.sync_api import Browser

from tests.browser.atlas import Atlas
from tests.browser.counted import yaml_of

pytestmark = pytest.mark.browser
LOOK = """each => {
  const {backgroundColor, borderBottomColor, borderTopColor, outlineStyle} = getComputedStyle(each);
  return {ground: backgroundColor, below: borderBottomColor, above: borderTopColor, outline: outlineStyle};
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_samples_have_the_colours_of_the_map_and_what_is_chosen_is_marked(
    browser: Browser, server: str, scheme: str
) -> None:
    colours = {key: each["colour"][scheme] for key, each in yaml_of("kinds.yaml")["closeness"].items()}
    with browser.new_context(locale="en-GB", forced_colors="active", color_scheme=scheme) as context:
        page = context.new_page()
        atlas = Atlas(page, server).open()
        twinned, agreement = (atlas.map.locator(".dm-legend .dm-line").nth(at).evaluate(LOOK) for at in (0, 1))
        assert twinned["above"] == rgb(colours["twinned"])
        assert agreement["above"] == rgb(colours["agreement"])
        assert atlas.welcome.locator(".line").first.evaluate(LOOK)["above"] == rgb(colours["twinned"])
        chosen, other = (page.locator(".layouts button").nth(at).evaluate(LOOK) for at in (0, 1))
        assert chosen["ground"] != other["ground"]
        chosen, other = (page.locator(".languages button").nth(at).evaluate(LOOK) for at in (0, 1))
        assert (chosen["outline"], other["outline"]) == ("solid", "none")
        chosen, other = (atlas.link(name).evaluate(LOOK) for name in ("explore", "insights"))
        assert chosen["below"] != other["below"]
        play = page.locator(".play").evaluate("each => getComputedStyle(each, '::before').borderTopColor")
        assert play == "rgba(0, 0, 0, 0)", "a triangle, of whose sides one is seen"


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(part) for part in bytes.fromhex(colour.removeprefix('#')))})"
