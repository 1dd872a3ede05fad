"""Figures of one report that do not agree, asked as a question: precision before recall.

Two things are looked at. A sum told with all its parts (`216个，其中甲128个、乙57个、丙29个`) must add up;
parts that are only examples add up to less, so a sum counts as doubtful only when the parts come near it or
exceed it. And one indicator's target must not have two values for one year.
"""

import re
from collections.abc import Iterator, Sequence

from compare.matching import matching_form
from compare.undertakings.indicators import indicators_in, known
from compare.undertakings.model import Inconsistency, Period, Target
from corpora.model import Span, WorkReport
from corpora.quantities import Quantity, quantities

_SENTENCE = re.compile(r"[^。;!?\n]+")
_OF_WHICH = re.compile(r"[,，]?其中[:：]?")
_OPENERS = re.compile(r"^(?:今年|全年|力争|确保|实现|提出|拟)+")
_LEAST_PARTS = 2
# Parts below this share of the whole are examples of it, not a breakdown.
_NEARLY_ALL = 0.97
_ROUNDING = 0.006  # printed figures are rounded; a smaller gap says nothing


def doubtful_figures(
    work_report: WorkReport, targets: Sequence[Target], side: str
) -> tuple[Inconsistency, ...]:
    """The figures of a report that a careful reader would ask about.

    Args:
        work_report: the report.
        targets: its targets.
        side: `earlier` or `later`, for the result.
    """
    return (*_sums(work_report, side), *_two_values(work_report, targets, side))


def _sums(work_report: WorkReport, side: str) -> Iterator[Inconsistency]:
    for unit in work_report.units:
        form = matching_form(unit.text)
        for sentence in _SENTENCE.finditer(form):
            if "其中" not in sentence.group():
                continue
            start = unit.span.start + sentence.start()
            for whole, parts, span in _breakdowns(sentence.group()):
                stated, total = whole.magnitude[0], sum(part.magnitude[0] for part in parts)
                if _disagree(stated, total):
                    size = stated / whole.low if whole.low else 1.0
                    place = Span(start + span.start, start + span.end)
                    yield Inconsistency(
                        side, "sum_differs", "", place, place, unit.id, whole.low, round(total / size, 6)
                    )


def _breakdowns(sentence: str) -> Iterator[tuple[Quantity, tuple[Quantity, ...], Span]]:
    """A whole directly before 其中 and the parts behind it, joined by 、 and measured alike."""
    for mark in _OF_WHICH.finditer(sentence):
        before = sentence[: mark.start()]
        start = max(before.rfind(","), before.rfind(":")) + 1
        listed = re.split(r"[,)]", sentence[mark.end() :], maxsplit=1)[0]
        wholes = quantities(before[start:])
        parts = quantities(listed)
        if not wholes or len(parts) < _LEAST_PARTS or len(listed.split("、")) != len(parts):
            continue
        whole = wholes[-1]
        alike = all(part.unit == whole.unit and not part.vague and not part.is_range for part in parts)
        if alike and whole.dimension not in ("", "%", "point", "year", "date") and not whole.vague:
            yield whole, parts, Span(start, mark.end() + len(listed))


def _disagree(stated: float, total: float) -> bool:
    if stated <= 0 or abs(total - stated) <= _ROUNDING * stated:
        return False
    return total >= _NEARLY_ALL * stated


def _two_values(work_report: WorkReport, targets: Sequence[Target], side: str) -> Iterator[Inconsistency]:
    """A known indicator of one year with two values in the same printed unit and without a vague word."""
    first: dict[tuple[str, str | None], Target] = {}
    for target in targets:
        if target.value is None or target.period is not Period.YEAR or target.unit != "%":
            continue
        if known(target.indicator) is None or not _is_of_the_whole(work_report.quote(target.span)):
            continue
        key = target.indicator, target.unit
        other = first.setdefault(key, target)
        if other.value is not None and other.value != target.value and other.unit_id != target.unit_id:
            yield Inconsistency(
                side, "two_values", target.indicator, other.span, target.span, other.unit_id,
                other.value[0], target.value[0],
            )  # fmt: skip


def _is_of_the_whole(quote: str) -> bool:
    """Whether the words open with the indicator itself, not with a part of the place or a kind of it."""
    form = _OPENERS.sub("", matching_form(quote))
    named = indicators_in(form)
    return bool(named) and named[0].start == 0
