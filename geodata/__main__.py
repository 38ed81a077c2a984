"""Command line: `python -m geodata build` derives the layers of an atlas anew."""

import argparse
import tempfile
from pathlib import Path

from geodata import FOLDER
from geodata.build import build


def main() -> None:
    """Parse the command line and run its command."""
    parser = argparse.ArgumentParser(prog="python -m geodata")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("build", help="derive the layers from Natural Earth")
    command.add_argument("--config", type=Path, default=Path("config"), help="folder that holds atlas.yaml")
    command.add_argument("--cache", type=Path, help="folder that keeps the fetched packages for the next time")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build(args.config, args.cache or Path(folder), args.config / FOLDER)


if __name__ == "__main__":
    main()
