"""A check as a page: the dashboard of the comparison below its verdict, or a page that says why not."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from compare.model import Comparison
from reports.dashboard.anchors import Anchors, Place, Side
from reports.gate.captions import gate_captions
from reports.gate.formats.view import (
    entry_text,
    listed,
    place_text,
    severity_counts,
    verdict_sentence,
    verdict_title,
)
from reports.gate.lines import Line, Told, tell
from reports.gate.texts import Texts
from reports.gate.verdict import State
from reports.gate.words import SEVERITIES, in_language
from reports.words.language import Language

_FOLDER = "reports.gate.formats"
MOST = 200  # findings in the banner's table: below it stands the whole comparison
_PAIR = "p1"  # what the page calls the one pair of a check
_SYMBOLS = {State.PASSED: "✓", State.FAILED: "✗", State.NOT_COMPARED: "?"}


def render_check_page(told: Told, comparison: Comparison | None) -> str:
    """A check as one self-contained page, in both languages.

    Args:
        told: the check.
        comparison: what it rests on, or None when there is none.

    Returns:
        Above the dashboard the verdict switches with the page; alone, without a script, it stands in the
        language asked for first and in the other below.
    """
    if comparison is None or told.check.state is State.NOT_COMPARED:
        return _rendered("verdict_page.html", told, placed=False)
    from reports.dashboard.page import render_dashboard

    return render_dashboard(comparison, told.language, banner=_rendered("verdict.html", told, placed=True))


def _rendered(template: str, told: Told, *, placed: bool) -> str:
    """A template with the verdict in both languages; `placed`: above a dashboard, which holds both texts."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    other = Language.EN if told.language == Language.ZH else Language.ZH
    tellings = [_telling(each, placed=placed) for each in (told, tell(told.check, other))]
    return environment.get_template(template).render(
        style=Markup(_asset("verdict.css")),  # noqa: S704 - our own file
        state=told.check.state.name.lower(),
        symbol=_SYMBOLS[told.check.state],
        open_first=told.check.state is State.FAILED,
        language=tellings[0]["language"],
        tellings=tellings,
        placed=placed,
    )


def _telling(told: Told, *, placed: bool) -> dict[str, Any]:
    """The verdict in one language."""
    words = gate_captions(told.language)
    lines, left = listed(told.open, MOST)
    leads = _leads(told.check.texts, lines) if placed and told.check.texts else [None] * len(lines)
    return {
        "language": "zh-CN" if told.language == Language.ZH else "en",
        "title": verdict_title(told),
        "sentence": verdict_sentence(told),
        "counts": words.counts.format(list=severity_counts(told.open, told.language)) if told.open else "",
        "problems": told.problems,
        "first": words.first,
        "rows": [_row(line, told.language, lead) for line, lead in zip(lines, leads, strict=True)],
        "cut": words.cut.format(count=left, list=severity_counts(told.open[MOST:], told.language))
        if left
        else "",
        "entries": [
            (heading, [entry_text(entry, told.language) for entry in entries])
            for heading, entries in ((words.expired, told.check.expired), (words.unused, told.check.unused))
            if entries
        ],
    }


def _row(line: Line, language: str, lead: Place | None) -> dict[str, Any]:
    return {
        "severity": line.severity.value,
        "label": in_language(SEVERITIES[line.severity], language),
        "sentence": line.sentence,
        "name": line.name,
        "place": place_text(line.location),
        "lead": lead,
        "fingerprint": line.fingerprint,
    }


def _leads(texts: Texts, lines: Sequence[Line]) -> list[Place | None]:
    """Where on the page below each finding stands: in the later text, else in the earlier one."""
    earlier = Anchors(_PAIR, Side.EARLIER, texts.earlier.work_report)
    later = Anchors(_PAIR, Side.LATER, texts.later.work_report)
    found = [line.violation.observation for line in lines]
    return [
        later.place(each.later) if each.later else earlier.place(each.earlier) if each.earlier else None
        for each in found
    ]


def _asset(name: str) -> str:
    return files(_FOLDER).joinpath("templates", name).read_text(encoding="utf-8")
