"""A check as a page: the dashboard of the comparison below its verdict, or a page that says why not."""

from importlib.resources import files
from typing import Any

from compare.model import Comparison
from reports.gate.captions import gate_captions
from reports.gate.formats.view import (
    entry_text,
    listed,
    place_text,
    severity_counts,
    verdict_sentence,
    verdict_title,
)
from reports.gate.lines import Told
from reports.gate.verdict import State
from reports.gate.words import SEVERITIES, in_language
from reports.words.language import Language

_FOLDER = "reports.gate.formats"
MOST = 200  # findings in the banner's table: below it stands the whole comparison
_SYMBOLS = {State.PASSED: "✓", State.FAILED: "✗", State.NOT_COMPARED: "?"}


def render_check_page(told: Told, comparison: Comparison | None) -> str:
    """A check as one self-contained page.

    Args:
        told: the check.
        comparison: what it rests on, or None when there is none.
    """
    if comparison is None or told.check.state is State.NOT_COMPARED:
        return _rendered("verdict_page.html", told)
    from reports.dashboard.page import render_dashboard

    return render_dashboard(comparison, told.language, banner=_rendered("verdict.html", told))


def _rendered(template: str, told: Told) -> str:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = Markup(_asset("verdict.css"))  # noqa: S704 - our own file
    return environment.get_template(template).render(style=style, **_facts(told))


def _facts(told: Told) -> dict[str, Any]:
    words = gate_captions(told.language)
    lines, left = listed(told.open, MOST)
    return {
        "language": "zh-CN" if told.language == Language.ZH else "en",
        "state": told.check.state.name.lower(),
        "symbol": _SYMBOLS[told.check.state],
        "title": verdict_title(told),
        "sentence": verdict_sentence(told),
        "counts": words.counts.format(list=severity_counts(told.open, told.language)) if told.open else "",
        "problems": told.problems,
        "first": words.first,
        "rows": [
            {
                "severity": line.severity.value,
                "label": in_language(SEVERITIES[line.severity], told.language),
                "sentence": line.sentence,
                "name": line.name,
                "place": place_text(line.location),
                "fingerprint": line.fingerprint,
            }
            for line in lines
        ],
        "cut": words.cut.format(count=left, list=severity_counts(told.open[MOST:], told.language))
        if left
        else "",
        "entries": [
            (heading, [entry_text(entry, told.language) for entry in entries])
            for heading, entries in ((words.expired, told.check.expired), (words.unused, told.check.unused))
            if entries
        ],
        "open_first": told.check.state is State.FAILED,
    }


def _asset(name: str) -> str:
    return files(_FOLDER).joinpath("templates", name).read_text(encoding="utf-8")
