"""What a number is about, in the words of the text: those before it, behind it, or of the clause before."""

import re
from collections.abc import Iterator

from compare.matching import clauses, matching_form
from compare.undertakings.aims import names_nothing
from compare.undertakings.statements import without_amounts
from corpora.model import Span, WorkReport
from corpora.quantities import quantities

_SENTENCE_ENDS = "。；！？\n;!?"
_BEFORE = 200  # characters in which the clause that names the thing is looked for
_QUALIFIER = re.compile(r"^(?:左右|上下|及?以[上内下]|之内|多|余)+")
_NAMES = 3  # characters that name something
_ENDS = "，。；：！？、,;:!? \n"


def subject_of(report: WorkReport, clause: Span, number: Span) -> str:
    """What a number is about.

    `再开工15项水利工程` is about what stands behind; `比上年增加26亿元` about the clause before, which is
    quoted up to the number.

    Args:
        report: the report that has the number.
        clause: the clause that holds it.
        number: where the number stands.
    """
    words = _own(report.quote(Span(clause.start, number.start)))
    if not names_nothing(words):
        return words
    behind = _behind(report.quote(clause), number.start - clause.start)
    if len(behind) >= _NAMES and _names(behind):
        return f"{words}…{behind}"
    named = next((span for span in _before(report, clause) if _names(report.quote(span))), None)
    return report.quote(Span(named.start, number.start)).strip() if named else words


def _own(words: str) -> str:
    """The words before a number without what introduces the list it stands in."""
    for mark in "：:、（(":
        words = words.rsplit(mark, 1)[-1]
    return (words if "”" in words else words.rsplit("“", 1)[-1]).strip()


def _behind(clause: str, position: int) -> str:
    """The words behind the amount that begins at a position of a clause."""
    form = matching_form(clause)
    ends = [each.span.end for each in quantities(form) if each.span.start <= position < each.span.end]
    return _QUALIFIER.sub("", clause[ends[0] :]).strip(_ENDS) if ends else ""


def _before(report: WorkReport, clause: Span) -> Iterator[Span]:
    """The clauses of the same sentence before a clause, the nearest first."""
    start = max(clause.start - _BEFORE, 0)
    text = report.text[start : clause.start]
    begin = max(text.rfind(mark) for mark in _SENTENCE_ENDS) + 1
    yield from reversed(clauses(text[begin:], start + begin))


def _names(clause: str) -> bool:
    return not names_nothing(without_amounts(matching_form(clause)))
