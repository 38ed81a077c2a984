"""The pages of the editor's desk: its start, the form of a record, the change that this makes, and undo."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dashboard.catalogue.dates import Edtf
from dashboard.components.built import built
from dashboard.desk import form, record, save
from dashboard.desk.check import new_ones, problems_with
from dashboard.desk.choices import choices
from dashboard.desk.filled import Filled
from dashboard.desk.proposal import Proposal, Target, content_of, propose
from dashboard.html.render import environment
from dashboard.loading import Snapshot, live
from dashboard.serving.headers import ANCESTORS, page_policy
from dashboard.serving.pages import THEMES, language_for
from dashboard.text.phrases import Phrases
from dashboard.text.translator import Translator

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",  # without a referrer, browsers hide the origin of a form, which `refusal` needs
    "Content-Security-Policy": page_policy([], [])
    .replace("form-action 'none'", "form-action 'self'")
    .replace(ANCESTORS, "frame-ancestors 'none'"),  # no page around it may lead a click to a button
}


def page(request: Request, name: str, status: int = 200, **values: Any) -> Response:
    """A page of the desk, in the language and theme of its address."""
    snapshot = live().get()
    language, theme = language_for(request, snapshot), request.query_params.get("theme", "")
    t = snapshot.translators[language]
    html = (
        environment()
        .get_template(f"desk/{name}.html")
        .render(
            t=t,
            theme=theme if theme in THEMES else "",
            query=urlencode({"lang": language} | ({"theme": theme} if theme in THEMES else {})),
            languages=snapshot.catalogue.atlas.languages,
            atlas=t.text(snapshot.catalogue.atlas.title),
            style=built("page", "css"),
            script=built("desk", "js"),
            **values,
        )
    )
    return HTMLResponse(html, status_code=status, headers=HEADERS)


def home(request: Request) -> Response:
    """The first page: lists to add to, records to edit, and the last saved changes."""
    snapshot, asked, states = live().get(), request.query_params, save.states(live().config)
    at = asked.get("pair") or asked.get("shown", "")
    words = _words(request, snapshot)
    known = [(row.key, words.t.text(row.record.title), words.title(row.pair.key)) for row in snapshot.catalogue.rows]
    for name in ("sources", "organisations", "places"):
        known += [(f"{name}:{each.key}", each.name, each.hint) for each in choices([name], words)]
    return page(
        request,
        "home",
        lists=list(form.ORDERS),
        pair=at if at in snapshot.catalogue.pairs else "",
        known=known,
        states=states,
        last=save.digest(states[0].edits) if states else "",
        title=words.title(at) if at in snapshot.catalogue.pairs else "",
        said=asked.get("said", ""),
    )


def opened(request: Request) -> Response:
    """The form of a record, or an empty one: ?of=BY-MI_CN-GD/roadmap, ?of=sources:key or ?list=projects&pair=…."""
    snapshot, asked, config = live().get(), request.query_params, live().config
    new = Target(asked.get("list", ""), asked.get("pair", ""))
    target = target_of(snapshot, asked["of"]) if asked.get("of") else new
    if not target or target.list not in form.ORDERS or target.pair not in ("", *snapshot.catalogue.pairs):
        return _home(request)
    there = record.found(content_of(config, target.file(config)), target.path) if target.id else {}
    if there is None:
        return _home(request)
    data = form.filled(form.fields_of(target.list), there)
    return form_page(request, target, data | {"before": [json.dumps(there or None)]})


def target_of(snapshot: Snapshot, of: str) -> Target | None:
    """The record with the key of a row, such as "BY-MI_CN-GD/roadmap", or the entry "sources:key"."""
    pair, slash, id_ = of.partition("/")
    if not slash:
        name, _, key = of.partition(":")
        return Target(name, id=key)
    found = snapshot.catalogue.pairs.get(pair)
    held = (name for name in form.ORDERS if found and any(each.id == id_ for each in getattr(found, name, ())))
    return next((Target(name, pair, id_) for name in held), None)


def form_page(request: Request, target: Target, data: form.Data, found: Proposal | None = None) -> Response:
    """A form with what was filled in, and what is wrong with that."""
    snapshot = live().get()
    words, catalogue = _words(request, snapshot), snapshot.catalogue
    fields = form.fields_of(target.list)
    groups = {field.groups for each in fields for field in (each, *each.parts) if field.groups} | {("language",)}
    names = {key: words.title(key) for key in catalogue.units}
    sides = [
        [(country, words.name(country)), *(each for each in names.items() if catalogue.country_of(each[0]) == country)]
        for country in catalogue.atlas.countries
    ]
    return page(
        request,
        "form",
        target=target,
        fields=fields,
        data=data,
        sides=sides,
        title=words.title(target.pair) if target.pair in catalogue.pairs else "",
        at=Filled(
            t=words.t,
            languages=catalogue.atlas.languages,
            data={"new.language": [words.t.language], **data},
            choices={group: choices(group, words, target.pair) for group in groups},
            dated=next((field.name for field in fields if field.kind == "date"), ""),
            wrong=found.fields if found else {},
            others=found.others if found else (),
        ),
    )


async def check(request: Request) -> Response:
    """Tell the problems of a form while it is typed, and its dates in words."""
    target, data, snapshot = await _given(request)
    found = await run_in_threadpool(propose, live().config, snapshot, target, data)
    dates = {name: said for name in data if (said := _date(form.line(data, name), _words(request, snapshot).t))}
    return JSONResponse({"fields": found.fields, "others": found.others, "dates": dates}, headers=HEADERS)


def _date(text: str, t: Translator) -> str:
    """A date in words; "" if it is none."""
    try:
        return t.date(Edtf.parse(text)) if text[:1].isdigit() or text.startswith("..") else ""
    except ValueError:
        return ""


async def show(request: Request) -> Response:
    """The change of the files that a form would make, or the form again, if something is wrong with it."""
    target, data, snapshot = await _given(request)
    found = await run_in_threadpool(propose, live().config, snapshot, target, data)
    if not found.good:
        return await run_in_threadpool(form_page, request, target, data, found)
    return shown(request, target, data, found)


def shown(request: Request, target: Target, data: form.Data, found: Proposal, *, late: bool = False) -> Response:
    """The change of the files that a form would make; `late` if it is another than the one that was shown before."""
    digest = save.digest(found.edits)
    values = {"target": target, "data": data, "found": found, "late": late, "digest": digest}
    return page(request, "change", 409 if late else 200, **values)


async def back(request: Request) -> Response:
    """The form again, with what was filled in."""
    target, data, _ = await _given(request)
    return await run_in_threadpool(form_page, request, target, data)


async def write(request: Request) -> Response:
    """Write the change that was shown; if it would be another one by now, show that."""
    target, data, snapshot = await _given(request)
    config = live().config
    found = await run_in_threadpool(propose, config, snapshot, target, data)
    if not found.good:
        return await run_in_threadpool(form_page, request, target, data, found)
    if save.digest(found.edits) != form.line(data, "shown"):
        return shown(request, target, data, found, late=True)
    t = _words(request, snapshot).t
    languages = [t.language, *snapshot.catalogue.atlas.languages]
    names = form.read_text(data, languages, "title" if target.of_pair else "names")
    title = next(iter(names.values()), form.line(data, "title") or found.target.id)
    try:
        if found.edits:
            await run_in_threadpool(save.write, config, found.edits, title)
    except save.Changed:
        again = await run_in_threadpool(propose, config, snapshot, target, data)
        return shown(request, target, data, again, late=True)
    except OSError as failed:
        found = replace(found, others=(_unwritten(failed),))
        return await run_in_threadpool(form_page, request, target, data, found)
    await run_in_threadpool(live().look)  # so that the next form knows of it
    return _home(request, said="saved", shown=found.target.pair)


async def undo(request: Request) -> Response:
    """Take back what was shown as saved last, unless its files were edited since or something depends on it."""
    config, snapshot, data = live().config, live().get(), await _data(request)
    last = next(iter(await run_in_threadpool(save.states, config)), None)
    if last is None:
        return _home(request, said="nothing")
    if save.digest(last.edits) != form.line(data, "shown"):
        return _home(request, said="overtaken")
    edits = save.backwards(last.edits)
    problems = await run_in_threadpool(problems_with, config, {edit.name: edit.after for edit in edits})
    if new := new_ones(problems, snapshot.problems):
        return page(request, "kept", 409, problems=list(map(str, new)), edits=[])
    try:
        undone = await run_in_threadpool(save.undo, config, last)
    except save.Changed as changed:
        return page(request, "kept", 409, problems=[], edits=changed.edits)
    except OSError as failed:
        return page(request, "kept", 500, problems=[], edits=[], failed=_unwritten(failed))
    await run_in_threadpool(live().look)  # so that the next form knows of it
    return _home(request, said="undone" if undone else "overtaken")


def _unwritten(failed: OSError) -> str:
    return f"this could not be written: {failed.strerror}"


def _home(request: Request, **values: str) -> Response:
    kept = {name: value for name, value in request.query_params.items() if name in ("lang", "theme")}
    return RedirectResponse(f"./?{urlencode(kept | values)}", 303, headers=HEADERS)


def _words(request: Request, snapshot: Snapshot) -> Phrases:
    return Phrases(snapshot.catalogue, snapshot.translators[language_for(request, snapshot)])


async def _data(request: Request) -> form.Data:
    return parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=5000)


async def _given(request: Request) -> tuple[Target, form.Data, Snapshot]:
    data = await _data(request)
    name, pair, id_ = (form.line(data, f"target.{each}") for each in ("list", "pair", "id"))
    if name not in form.ORDERS:
        raise HTTPException(404)
    return Target(name, pair, id_), data, live().get()


Endpoint = Callable[[Request], Response | Awaitable[Response]]
GETS: dict[str, Endpoint] = {"": home, "form": opened}
POSTS: dict[str, Endpoint] = {"check": check, "show": show, "back": back, "write": write, "undo": undo}
ROUTES = [
    *(Route(f"/desk/{name}", endpoint, methods=["GET"]) for name, endpoint in GETS.items()),
    *(Route(f"/desk/{name}", endpoint, methods=["POST"]) for name, endpoint in POSTS.items()),
]
