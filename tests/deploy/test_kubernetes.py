"""The manifests: what a restricted cluster demands, ports and paths that exist, and a table in ConfigMaps."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.catalogue.folder import fingerprint, listing
from dashboard.cli import _parser
from dashboard.loading import CONFIG, load_all
from dashboard.serving.health import ROUTES
from geodata import FILES
from tests.browser.host import ROOT
from tools import kubernetes

FOLDER = ROOT / "deploy" / "kubernetes"
MIB = 2**20


def one(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text("utf-8"))


@pytest.fixture
def pod() -> dict[str, Any]:
    spec: dict[str, Any] = one("deployment.yaml")["spec"]["template"]["spec"]
    return spec


def test_every_manifest_is_applied():
    assert sorted([*one("kustomization.yaml")["resources"], "kustomization.yaml"]) == sorted(
        path.name for path in FOLDER.glob("*.yaml")
    )


def test_pods_are_as_a_restricted_namespace_demands(pod):
    [container] = pod["containers"]
    assert pod["securityContext"] == {"runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert not pod.keys() & {"hostNetwork", "hostPID", "hostIPC"}
    assert "runAsUser" not in str(pod), "any user id works"
    assert one("network.yaml")["spec"]["egress"] == []


def test_probes_ask_for_what_is_answered_and_the_command_is_understood(pod):
    [container] = pod["containers"]
    paths = {route.path for route in ROUTES}
    probes = {name: container[f"{name}Probe"]["httpGet"] for name in ("startup", "readiness", "liveness")}
    assert {probe["path"] for probe in probes.values()} == paths
    assert probes["liveness"]["path"] != probes["readiness"]["path"]
    asked = _parser().parse_args(container["args"][1:])
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert ports == {"http": asked.port, "metrics": asked.metrics_port}


def test_pods_say_what_they_need_and_what_they_may_write(pod):
    [container] = pod["containers"]
    needs = container["resources"]
    assert {"cpu", "memory"} <= needs["requests"].keys()
    assert "memory" in needs["limits"]
    assert {each["mountPath"] for each in container["volumeMounts"]} == {"/tmp"}  # noqa: S108 - of the container
    [volume] = pod["volumes"]
    assert volume["emptyDir"]["sizeLimit"]
    assert pod["automountServiceAccountToken"] is False
    assert not [each for each in container["env"] if re.search("KEY|SECRET|TOKEN|PASSWORD", each["name"])]


def test_the_image_is_of_this_version_and_not_whichever_is_the_latest():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [image] = one("kustomization.yaml")["images"]
    assert image["newTag"] == project["version"]
    assert image["name"] == one("deployment.yaml")["spec"]["template"]["spec"]["containers"][0]["image"]


def test_all_parts_speak_of_the_same_pods():
    labels = {"app": "atlas"}
    assert one("deployment.yaml")["spec"]["template"]["metadata"]["labels"] == labels
    assert one("service.yaml")["spec"]["selector"] == labels
    assert one("disruption.yaml")["spec"]["selector"]["matchLabels"] == labels
    assert one("network.yaml")["spec"]["podSelector"]["matchLabels"] == labels
    assert one("autoscaler.yaml")["spec"]["scaleTargetRef"]["name"] == one("deployment.yaml")["metadata"]["name"]


def test_a_table_fits_into_config_maps_and_is_whole_again_in_the_volume(tmp_path):
    kubernetes.write(CONFIG, tmp_path)
    maps = {
        each["metadata"]["name"]: each["data"]
        for each in yaml.safe_load_all((tmp_path / "table.yaml").read_text("utf-8"))
    }
    for name, files in maps.items():
        assert re.fullmatch(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", name)
        assert sum(len(text.encode()) for text in files.values()) < MIB
        assert all(re.fullmatch(r"[-._a-zA-Z0-9]+", file) for file in files)
    mounted = yaml.safe_load((tmp_path / "mounted.yaml").read_text("utf-8"))["spec"]["template"]["spec"]
    [volume] = mounted["volumes"]
    whole = {
        item["path"]: maps[source["configMap"]["name"]][item["key"]]
        for source in volume["projected"]["sources"]
        for item in source["configMap"]["items"]
    }
    read = [name for name in listing(CONFIG).names if not name.startswith("templates/")]
    layers = [f"geodata/{name}" for name in FILES]
    assert whole == {name: (CONFIG / name).read_text("utf-8") for name in (*read, *layers)}


def projected(folder: Path, payload: str, change: tuple[str, str] = ("", "")) -> None:
    """Write the files of a table as Kubernetes does: into a folder with a stamp, to which `..data` then points."""
    for files in kubernetes.config_maps(CONFIG).values():
        for file, text in files.items():
            (folder / payload / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / payload / file).write_text(text.replace(*change) if change[0] else text, "utf-8")
    (folder / "..data_tmp").symlink_to(payload)
    (folder / "..data_tmp").rename(folder / "..data")
    for each in (folder / payload).iterdir():
        if not (folder / each.name).is_symlink():
            (folder / each.name).symlink_to(Path("..data") / each.name)


def test_a_mounted_table_is_read_through_its_links_and_a_swap_is_seen_as_an_edit(tmp_path):
    projected(tmp_path, "..2026_11_01")
    before, loaded = fingerprint(tmp_path), load_all(tmp_path).catalogue
    assert len(loaded.rows) == len(load_all(CONFIG).catalogue.rows)
    projected(tmp_path, "..2026_11_02", ("Chongqing", "Chungking"))
    assert fingerprint(tmp_path) != before
    after = load_all(tmp_path)
    assert after.translators["en"].name(after.catalogue.units["CN-CQ"]) == "Chungking"
