"""Write sbom.cdx.json: what is installed to serve the atlas, with version, digests and licence of each (CycloneDX)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BILL = ROOT / "sbom.cdx.json"
LOCK = ROOT / "requirements.lock"
LOCKED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+?)(?: ; (?P<where>.+?))? \\$(?P<hashes>(?:\n    --hash=.+)+)", re.MULTILINE
)
KEPT = ("bom-ref", "type", "name", "version", "description", "licenses", "purl")


def locked(text: str) -> dict[tuple[str, str], list[str]]:
    """SHA-256 digests of each package of a lock, by name and version; without those of other systems alone."""
    return {
        (found["name"], found["version"]): sorted(re.findall("sha256:([0-9a-f]{64})", found["hashes"]))
        for found in LOCKED.finditer(text)
        if not found["where"]
    }


def key(component: dict[str, Any]) -> tuple[str, str]:
    """Name, as locks write it, and version."""
    return re.sub("[-_.]+", "-", component["name"]).lower(), component["version"]


def bill() -> dict[str, Any]:
    """The bill of what the lock names, with licences as the packages in this environment state them."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--spec-version", "1.6"]
    made: dict[str, Any] = json.loads(subprocess.run([*command, sys.prefix], check=True, capture_output=True).stdout)
    digests = locked(LOCK.read_text(encoding="utf-8"))
    components = [each for each in made["components"] if key(each) in digests]
    made["components"] = [
        {name: each[name] for name in KEPT if name in each}
        | {"hashes": [{"alg": "SHA-256", "content": each} for each in digests[key(each)]]}
        for each in components
    ]
    kept = {each["bom-ref"] for each in components}
    made["dependencies"] = [
        {"ref": each["ref"], "dependsOn": [on for on in each.get("dependsOn", ()) if on in kept]}
        for each in made["dependencies"]
        if each["ref"] in kept
    ]
    made["metadata"] = {"properties": made["metadata"]["properties"]}  # without where its tools are fetched from
    return made


if __name__ == "__main__":
    BILL.write_text(json.dumps(bill(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
