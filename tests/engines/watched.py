"""The atlas, whose pages note in `faults` whatever fails on them, since the driver of WebKit does not report it."""

from __future__ import annotations

from dashboard.app import app as atlas
from dashboard.serving import pages

WATCH = """
window.faults = [];
addEventListener('error', ({message, target}) => {
  if (!/ResizeObserver loop/.test(message)) // told of what is drawn one frame later
    faults.push(message ?? `not loaded: ${target.outerHTML}`);
}, true);
addEventListener('unhandledrejection', event => faults.push(`rejected: ${event.reason}`));
console.error = (...said) => faults.push(said.join(' '));
"""

_page_html, _page_policy = pages.page_html, pages.page_policy
_head = f"<head><script>{WATCH}</script>"
pages.page_html = lambda *asked, **how: _page_html(*asked, **how).replace("<head>", _head, 1)
pages.page_policy = lambda scripts, styles: _page_policy([WATCH, *scripts], styles)
app = atlas
