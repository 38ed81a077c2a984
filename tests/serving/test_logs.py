"""Lines of the log: an error without its message, which may quote a visitor."""

import json
import logging
import sys

from dashboard.serving.failures import Failures
from dashboard.serving.logs import JsonLines
from tests.asgi import ask


def test_an_error_is_told_by_type_and_place_and_not_by_what_it_quotes():
    try:
        raise ValueError("searched for: fachhochschule")
    except ValueError:
        record = logging.LogRecord("name", logging.ERROR, __file__, 1, "A page\nfailed", None, sys.exc_info())
    line = JsonLines().format(record)
    told = json.loads(line)
    assert "\n" not in line
    assert (told["level"], told["event"], told["error"]) == ("error", "A page\nfailed", "ValueError")
    assert told["at"] == [f"{__file__}:14 test_an_error_is_told_by_type_and_place_and_not_by_what_it_quotes"]
    assert "fachhochschule" not in line


def test_an_address_cannot_begin_a_line_of_the_plain_log(caplog):
    def fails(*_):
        raise ValueError("no answer")

    ask(Failures(fails), "/a%0a2026-11-27%20all%20is%20well%1b[2J", host="localhost")
    [record] = caplog.records
    assert record.getMessage() == r"no answer to '/a\n2026-11-27 all is well\x1b[2J'"
