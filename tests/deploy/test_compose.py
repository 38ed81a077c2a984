"""compose.yaml and haproxy.cfg speak of the same services and ports, and no container may do more than serve."""

import re
from typing import Any

import pytest
import yaml

from dashboard.cli import WILDCARDS, _parser
from tests.browser.host import ROOT
from tests.deploy.proxy import SHIPPED

SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]


def test_each_way_to_start_has_services_and_one_port_to_the_outside():
    plain = [name for name, each in SERVICES.items() if "profiles" not in each]
    assert plain == ["atlas"]
    assert {name for name, each in SERVICES.items() if each.get("profiles") == ["scale"]} == {"copy", "proxy"}
    assert [SERVICES[name].get("ports") for name in SERVICES] == [["8501:8501"], None, ["8501:8080"]]
    assert set(SERVICES["proxy"]["depends_on"]) <= SERVICES.keys()


def test_the_proxy_asks_for_the_copies_by_their_name_and_port():
    [(name, port)] = re.findall(r"server-template copy 16 (\w+):(\d+) ", SHIPPED)
    assert name in SERVICES
    command = SERVICES[name]["command"]
    assert command[:2] == ["twinned", "serve"]
    asked = _parser().parse_args(command[1:])
    assert (asked.port, asked.address) == (int(port), WILDCARDS[0])
    outside, inside = SERVICES["proxy"]["ports"][0].split(":")
    assert outside == "8501"
    assert f"bind :{inside}\n" in SHIPPED
    [mounted] = SERVICES["proxy"]["volumes"]
    here, there, how = mounted.split(":")
    assert (ROOT / here).read_text("utf-8") == SHIPPED
    assert (there, how) == ("/usr/local/etc/haproxy/haproxy.cfg", "ro")


@pytest.mark.parametrize("name", SERVICES)
def test_no_container_may_do_more_than_serve(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.keys() & {"privileged", "cap_add", "network_mode", "pid", "devices", "user"}


def test_a_copy_is_healthy_when_the_image_says_so():
    assert "HEALTHCHECK" in (ROOT / "Dockerfile").read_text("utf-8"), "the proxy waits for it"
