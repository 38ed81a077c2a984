"""The commands that end: all but `serve`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dashboard.catalogue import blanks
from dashboard.catalogue.changes import changes_between, records_of, untold
from dashboard.catalogue.doubts import doubts
from dashboard.catalogue.load import load
from dashboard.catalogue.problems import BrokenTable, report
from dashboard.exports import formats, schema_json
from dashboard.exports.extract import whole
from dashboard.exports.stats import stats_text
from dashboard.handouts.forms import FORMS
from dashboard.loading import load_all
from dashboard.prepared import write_text
from dashboard.text.changes import titles_as_written, told
from dashboard.text.drafts import progress, progress_text
from dashboard.text.glyphs import check_glyphs
from geodata import FOLDER


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands to those of a parser, with the options that all commands have."""
    checking = commands.add_parser("check", parents=[common], help="list all errors in the table, by file and line")
    checking.add_argument("--language", metavar="CODE", help="list the texts that a language lacks as well")
    checking.set_defaults(command=check)

    forming = commands.add_parser("fmt", parents=[common], help="write every YAML file in its one form")
    forming.add_argument("--check", action="store_true", help="write nothing; list the files that are not in it")
    forming.set_defaults(command=fmt)

    making = commands.add_parser("new", parents=[common], help="begin a pair, a record or an entry from its template")
    kinds = making.add_subparsers(required=True, metavar="KIND")
    for kind in blanks.KINDS:
        begun = kinds.add_parser(kind, parents=[common], help=f"begin a new {kind}")
        if where := blanks.WHERE.get(kind):
            begun.add_argument("where", metavar=where, help="in which it lies")
        begun.add_argument("key", metavar="PAIR" if kind == "pair" else "ID")
        begun.set_defaults(command=new, kind=kind)

    counting = commands.add_parser("stats", parents=[common], help="count the records, by kind, region and source")
    counting.set_defaults(command=stats)

    telling = commands.add_parser("changes", parents=[common], help="tell what was added, changed and taken out")
    telling.add_argument("old", metavar="OLD", help="folder of an atlas, or a revision of its repository")
    telling.add_argument("new", metavar="NEW", help="the same, later")
    telling.add_argument("--language", metavar="CODE", help="default: the first of the atlas")
    telling.add_argument("--write", action="store_true", help="write it into changes.yaml, for the page “What is new”")
    telling.set_defaults(command=changes)

    exporting = commands.add_parser("export", parents=[common], help="write the table as files")
    exporting.add_argument("folder", type=Path, metavar="DIR", help="folder to write to")
    exporting.add_argument("--format", choices=formats.FORMATS, default="csv", help="default: %(default)s")
    exporting.add_argument("--language", metavar="CODE", help="of names and notes; default: the first of the atlas")
    exporting.set_defaults(command=export)

    handing = commands.add_parser("handout", parents=[common], help="write slides, briefings, pages or pictures")
    handing.add_argument("--what", choices=FORMS, default="pdf", help="form (%(default)s)")
    handing.add_argument("--view", default="", metavar="QUERY", help="such as 'selected=BY-MI_CN-CQ&lang=zh'")
    handing.add_argument("--all", action="store_true", help="of every pair and region, in every language, instead")
    handing.add_argument("--at", default="", metavar="URL", help="where the atlas is served, to be named in them")
    handing.add_argument("--out", type=Path, default=Path("handouts"), metavar="DIR", help="folder (%(default)s)")
    handing.set_defaults(command=handout)

    copy = "downloaded copy of Natural Earth's package, instead of fetching it"
    deriving = commands.add_parser("geodata", parents=[common], help="derive the layers of the map from Natural Earth")
    deriving.add_argument("--source", type=Path, metavar="FILE", help=copy)
    deriving.set_defaults(command=geodata)

    founding = commands.add_parser("init", help="found an atlas of two countries in a new folder")
    founding.add_argument("folder", type=Path, metavar="DIR", help="new folder")
    founding.add_argument("--countries", nargs=2, required=True, metavar="CODE", help="as in ISO 3166-1, such as FR DE")
    founding.add_argument("--languages", default="en", metavar="CODES", help="such as en,fr; the first is the default")
    founding.add_argument("--source", type=Path, metavar="FILE", help=copy)
    founding.set_defaults(command=init)

    importing = commands.add_parser("import", parents=[common], help="make draft records of tables of others")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE", help="CSV or Excel, such as an export")
    importing.add_argument("--mapping", type=Path, metavar="FILE", help="YAML that says what the columns mean")
    importing.add_argument("--into", type=Path, required=True, metavar="DIR", help="atlas to add to, or new folder")
    importing.set_defaults(command=bring_in)

    reading = commands.add_parser("mentions", parents=[common], help="list what a text names, by line, and who has it")
    reading.add_argument("article", type=Path, metavar="FILE", help="text, Markdown or HTML")
    reading.set_defaults(command=mentions)

    describing = commands.add_parser("schema", parents=[common], help="write config/schema/*.json for editors")
    describing.add_argument("--check", action="store_true", help="write nothing; list the files that are out of date")
    describing.set_defaults(command=schema)

    inventing = commands.add_parser("synth", parents=[common], help="invent a larger table, to see how the atlas grows")
    inventing.add_argument("--times", type=int, default=100, help="how many times as large (%(default)s)")
    inventing.add_argument("--seed", type=int, default=1, help="start of the random numbers (%(default)s)")
    inventing.add_argument("--out", type=Path, required=True, metavar="DIR", help="new folder")
    inventing.set_defaults(command=synth)


def check(asked: argparse.Namespace) -> int:
    """Check the table, the map, the texts and their fonts, and print what was checked; raises BrokenTable.

    What is only doubtful is a warning. Browsers draw a rare Chinese character in a font of their own, so it is noted.
    """
    problems, notes = check_glyphs(asked.config)
    try:
        catalogue = load_all(asked.config).catalogue
    except BrokenTable as broken:
        raise BrokenTable([*broken.problems, *problems]) from None
    if problems:
        raise BrokenTable(problems)
    counts = {
        "pairs": catalogue.pairs,
        "records": catalogue.rows,
        "places": catalogue.places,
        "organisations": catalogue.organisations,
        "sources": catalogue.sources,
        "languages": catalogue.atlas.languages,
    }
    for line in report([*notes, *untold(catalogue, asked.config)]):
        print(f"note: {line}")
    warnings = doubts(catalogue, asked.config)
    for line in report(warnings):
        print(f"warning: {line}")
    if warnings:
        print("1 warning" if len(warnings) == 1 else f"{len(warnings)} warnings")
    print(f"{asked.config}: no problems in", ", ".join(f"{len(found)} {name}" for name, found in counts.items()))
    if asked.language:
        languages = list(catalogue.atlas.languages)
        if asked.language not in languages:
            print(_no_language(asked.language, languages))
            return 1
        print(progress_text(progress(asked.config, asked.language, languages), asked.language))
    return 0


def _no_language(asked: str, languages: Iterable[str]) -> str:
    return f"the atlas has no language '{asked}', only {', '.join(languages)}"


def changes(asked: argparse.Namespace) -> int:
    """Print the changes between two folders or revisions; with --write, add them to changes.yaml."""
    from dashboard.revisions import Unknown, opened, write_changes  # late: only this command needs it

    loaded = load_all(asked.config)
    languages = list(loaded.translators)
    language = asked.language or languages[0]
    if language not in languages:
        print(_no_language(language, languages))
        return 1
    try:
        with opened(asked.old, asked.config) as (old, _), opened(asked.new, asked.config) as (new, day):
            records = records_of(new)
            found = changes_between(records_of(old), records, languages)
    except Unknown as unknown:
        print(unknown)
        return 1
    t = loaded.translators[language].for_files
    print(*told(found, titles_as_written(records, language), t) if found else [t("changes.nothing")], sep="\n")
    if found and asked.write:
        write_changes(asked.config, loaded.catalogue, day, found)
    return 0


def fmt(asked: argparse.Namespace) -> int:
    """Write every YAML file in its one form; with --check, print those that are not in it and return 1."""
    from dashboard.catalogue.canonical import loose_files  # late: only this command needs it

    loose = loose_files(asked.config)
    for name, text in loose.items():
        if not asked.check:
            write_text(asked.config / name, text)
        print(f"{name} is not in its one form; run `twinned fmt`" if asked.check else f"{name}: written anew")
    return 1 if asked.check and loose else 0


def new(asked: argparse.Namespace) -> int:
    """Begin a pair, a record or an entry from its template, and print which file it is in and what is to be filled."""
    try:
        begun = blanks.begin(asked.config, asked.kind, getattr(asked, "where", ""), asked.key)
    except ValueError as refused:
        print(refused)
        return 1
    path = asked.config / begun.file
    done = "added to" if path.exists() else "written"
    write_text(path, begun.text)
    print(f"{path}: {done}")
    if asked.kind == "pair":
        print(f"It needs a record: `twinned new agreement {asked.key} ID`, or {', '.join(blanks.RECORDS[1:])}.")
        return 0
    for gap in begun.gaps:
        print(f"{begun.file}:{gap.line}: {gap.field}: to be filled{f'; {gap.hint}' if gap.hint else ''}")
    print("Lines that begin with '#' are optional: take the '#' away or delete the line. Then run `twinned check`.")
    return 0


def export(asked: argparse.Namespace) -> int:
    """Write the table as files, in one language."""
    loaded = load_all(asked.config)
    language = asked.language or next(iter(loaded.translators))
    if language not in loaded.translators:
        print(_no_language(language, loaded.translators))
        return 1
    formats.write_export(whole(loaded.catalogue, loaded.translators[language].for_files), asked.format, asked.folder)
    return 0


def handout(asked: argparse.Namespace) -> int:
    """Write hand-outs of a view, or of every pair and region; report those that fail, and return 1 if any did."""
    from dashboard.handouts import many  # late: only this command needs it

    snapshot = load_all(asked.config)
    if asked.all:
        wanted = [*many.of_all(asked.what, asked.at, snapshot)]
    else:
        one = many.of_view(asked.view, asked.what, asked.at, snapshot)
        if not one:
            print(f"the view '{asked.view}' names something that the atlas does not have")
            return 1
        wanted = [one]
    failures = many.write(wanted, asked.out, snapshot)
    print(*failures, f"{len(wanted) - len(failures)} of {len(wanted)} written to {asked.out}", sep="\n")
    return 1 if failures else 0


def geodata(asked: argparse.Namespace) -> int:
    """Derive the layers of the map for the countries and units of atlas.yaml, and print what was done to each."""
    from dashboard.founding.units import add_entries  # late: only this command needs them
    from geodata.build import build
    from geodata.fetch import Unreachable, source_bytes
    from geodata.units import read_rows, told

    try:
        found = build(asked.config, read_rows(source_bytes(asked.source)))
    except (Unreachable, ValueError, OSError) as refused:
        print(refused)
        return 1
    for country, units in found.items():
        print(*told(country, units), sep="\n")
    for line in add_entries(asked.config, found):
        print(line)
    for path in sorted((asked.config / FOLDER).glob("*.geojson")):
        print(f"{path}: {path.stat().st_size / 1000:,.0f} kB")
    return 0


def init(asked: argparse.Namespace) -> int:
    """Found an atlas of two countries in a new folder, and print what its editor has to know."""
    from dashboard.founding.atlas import Plan, found_atlas, refuse  # late: only this command needs them
    from dashboard.founding.names import Refused
    from geodata.fetch import Unreachable, source_bytes
    from geodata.units import read_rows

    first, second = (country.upper() for country in asked.countries)
    plan = Plan((first, second), tuple(language.strip() for language in asked.languages.split(",")))
    try:
        refuse(asked.folder, plan)  # before anything is fetched
        print(*found_atlas(asked.folder, plan, read_rows(source_bytes(asked.source))), sep="\n")
    except (Refused, Unreachable, ValueError, OSError) as refused:
        print(refused)
        return 1
    catalogue = load_all(asked.folder).catalogue
    schema_json.write_schemas(catalogue, asked.folder / "schema")
    pair = "_".join(next(code for code in catalogue.units if code.startswith(country)) for country in plan.countries)
    print(
        f"Next: `twinned --config {asked.folder} serve`. While it runs, copy templates/source.yaml into sources.yaml,"
    )
    print(f"and templates/agreement.yaml into a file named after its pair, such as relations/{pair}.yaml.")
    return 0


def bring_in(asked: argparse.Namespace) -> int:
    """Make draft records of the rows of some tables, and print how many were placed; return 1 if nothing was."""
    from dashboard.reading.bring import bring  # late: only this command needs them
    from dashboard.reading.columns import read_mapping
    from dashboard.reading.files import Unreadable

    try:
        print(*bring(asked.files, read_mapping(asked.mapping), asked.config, asked.into), sep="\n")
    except (Unreadable, OSError) as refused:
        print(refused)
        return 1
    return 0


def mentions(asked: argparse.Namespace) -> int:
    """Print what each line of a text names, and which records have it."""
    from dashboard.reading.files import Unreadable, read_text  # late: only this command needs them
    from dashboard.reading.mentions import Mentions, mentions_text

    catalogue = load_all(asked.config).catalogue
    try:
        lines = read_text(asked.article)
    except Unreadable as refused:
        print(refused)
        return 1
    print(*mentions_text(Mentions(catalogue).passages(lines), catalogue), sep="\n")
    return 0


def stats(asked: argparse.Namespace) -> int:
    """Print how much the table holds and how well sourced it is."""
    print(stats_text(load_all(asked.config).catalogue))
    return 0


def schema(asked: argparse.Namespace) -> int:
    """Write the JSON Schemas for editors; with --check, print those that are out of date and return 1."""
    catalogue, folder = load(asked.config), asked.config / "schema"
    if not asked.check:
        schema_json.write_schemas(catalogue, folder)
        return 0
    stale = schema_json.stale_schemas(catalogue, folder)
    for name in stale:
        print(f"schema/{name} is out of date; run `twinned schema`")
    return 1 if stale else 0


def synth(asked: argparse.Namespace) -> int:
    """Write an invented table, many times as large, unless its folder is there."""
    from dashboard.synth import write_synth  # late: only this command needs it

    if asked.out.exists():
        print(f"{asked.out} is there already; name a new folder")
        return 1
    loaded = load_all(asked.config)
    write_synth(asked.config, loaded.catalogue, loaded.translators, asked.times, asked.seed, asked.out)
    return 0
