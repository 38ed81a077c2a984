"""Write a table as ConfigMaps, with a kustomization that mounts it: `python -m tools.kubernetes config deploy/table`.

A ConfigMap holds no folders and at most 1 MiB, so each folder of the table becomes one, and each layer of the map. A
projected volume puts them together again; Kubernetes replaces all its files at once, by a symbolic link, so that half
an edit is never seen.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from dashboard.catalogue.folder import listing
from geodata import FILES, FOLDER

BASE = Path(__file__).parents[1] / "deploy" / "kubernetes"
MOUNT = "/table"
MOST_BYTES = 2**20
LEFT_OUT = ("templates",)
"""Folders that only editors read."""


def config_maps(config: Path) -> dict[str, dict[str, str]]:
    """The files in each ConfigMap, by its name and by their path in the table."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for name in listing(config).names:
        folder = name.rpartition("/")[0]
        if folder not in LEFT_OUT:
            found[f"table-{folder or 'root'}"][name] = (config / name).read_text("utf-8")
    for file in FILES:
        name = f"{FOLDER}/{file}"
        if (config / name).stat().st_size >= MOST_BYTES:
            raise SystemExit(f"{name} does not fit into a ConfigMap; narrow `map.land.window`, or mount another volume")
        found[f"table-{FOLDER}-{Path(file).stem}"][name] = (config / name).read_text("utf-8")
    return dict(found)


def volume(maps: dict[str, dict[str, str]]) -> dict[str, Any]:
    """The volume in which all files stand in their folders again."""
    sources = []
    for name, files in maps.items():
        items = [{"key": Path(path).name, "path": path} for path in files]
        sources.append({"configMap": {"name": name, "items": items}})
    return {"name": "table", "projected": {"sources": sources}}


def patch(maps: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Change of the Deployment that mounts the table."""
    mounted = {
        "name": "atlas",
        "env": [{"name": "TWINNED_CONFIG", "value": MOUNT}],
        "volumeMounts": [{"name": "table", "mountPath": MOUNT, "readOnly": True}],
    }
    pod = {"containers": [mounted], "volumes": [volume(maps)]}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "atlas"},
        "spec": {"template": {"spec": pod}},
    }


def write(config: Path, folder: Path) -> None:
    """Write the kustomization of a table."""
    maps = config_maps(config)
    folder.mkdir(parents=True, exist_ok=True)
    made: list[dict[str, Any]] = [
        {
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": {"name": name},
            "data": {Path(path).name: text for path, text in files.items()},
        }
        for name, files in maps.items()
    ]
    kustomization = {
        "apiVersion": "kustomize.config.k8s.io/v1beta1",
        "kind": "Kustomization",
        "namespace": "twinned",
        "resources": [os.path.relpath(BASE, folder.resolve()), "table.yaml"],
        "patches": [{"path": "mounted.yaml"}],
    }
    for name, contents in {"table": made, "mounted": [patch(maps)], "kustomization": [kustomization]}.items():
        text = yaml.safe_dump_all(contents, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
