"""The atlas, whose pages note in `faults` whatever fails on them, since the driver of WebKit does not report it."""

from __future__ import annotations

from dashboard import app as atlas

WATCH = """<script>
window.faults = [];
addEventListener('error', ({message, target}) => {
  if (!/ResizeObserver loop/.test(message)) // told of what is drawn one frame later
    faults.push(message ?? `not loaded: ${target.outerHTML}`);
}, true);
addEventListener('unhandledrejection', event => faults.push(`rejected: ${event.reason}`));
console.error = (...said) => faults.push(said.join(' '));
</script>"""

_page_html = atlas.page_html
atlas.page_html = lambda *asked, **how: _page_html(*asked, **how).replace("<head>", f"<head>{WATCH}", 1)
app = atlas.app
