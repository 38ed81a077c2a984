"""Command line: `python -m geodata build` derives the committed layers anew, `... stage` says how well they fill it."""

import argparse
import tempfile
from pathlib import Path

from geodata import stage
from geodata.build import build
from geodata.layers import DATA


def main() -> None:
    """Parse the command line and run its command."""
    parser = argparse.ArgumentParser(prog="python -m geodata")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("build", help="derive the layers from Natural Earth")
    command.add_argument("--config", type=Path, default=Path("config"), help="folder that holds atlas.yaml")
    command.add_argument("--cache", type=Path, help="folder that keeps the fetched packages for the next time")
    command.add_argument("--out", type=Path, default=DATA, help="folder for the layers")
    commands.add_parser("stage", help="print how much of a window the two countries fill")
    args = parser.parse_args()
    if args.command == "stage":
        print("\n".join(stage.figures()))
        return
    with tempfile.TemporaryDirectory() as folder:
        build(args.config, args.cache or Path(folder), args.out)


if __name__ == "__main__":
    main()
