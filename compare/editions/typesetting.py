"""The words of a text without its typesetting, and how two settings of the same words differ.

Editions come from a newspaper, a web page, a booklet: white space, width, dashes, quotation marks and breaks
between paragraphs differ where nobody revised anything.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from compare.editions.model import Typesetting
from compare.matching import matching_form
from compare.model import Edit
from corpora.model import Span, WorkReport

_PAGE_LINES = frozenset({"page-number", "running-head"})
_STRAIGHT = re.compile('"([^"\n]*)"')
_DOTS = str.maketrans("•・‧", "···")
# Of a dash or an ellipsis one character is words enough: —— and -- and — are one mark.
_DROPPED = re.compile(r"\s+|(?<=-)-+|(?<=…)…+")


class Words(Struct, frozen=True):
    """The compared lines of a text without white space, in one width and one form of marks.

    Attributes:
        text: the report's text.
        form: what is compared.
        offsets: where each character of `form` stands in `text`.
        lines: offsets in `form` at which the printed lines begin, ascending.
    """

    text: str
    form: str
    offsets: Sequence[int]
    lines: tuple[int, ...]

    def printed(self, span: Span) -> Span:
        """Where a stretch of `form` stands in the text; an empty one lies before the character it is at."""
        if span.start < span.end:
            return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)
        at_end = span.start == len(self.form)
        place = (self.offsets[-1] + 1 if self.offsets else 0) if at_end else self.offsets[span.start]
        return Span(place, place)


def words_of(report: WorkReport, lines: Iterable[Span]) -> Words:
    """What is compared of a text.

    Args:
        report: the text.
        lines: where the compared lines stand, in order.
    """
    form: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    for span in lines:
        line = _line_form(report.quote(span))
        starts.append(len(offsets))
        place = 0
        for dropped in _DROPPED.finditer(line):
            form.append(line[place : dropped.start()])
            offsets.extend(range(span.start + place, span.start + dropped.start()))
            place = dropped.end()
        form.append(line[place:])
        offsets.extend(range(span.start + place, span.end))
    return Words(report.text, "".join(form), offsets, tuple(starts))


def _line_form(line: str) -> str:
    form = matching_form(line).translate(_DOTS)
    return _STRAIGHT.sub(r"“\1”", form) if '"' in form else form


def line_form(line: str) -> str:
    """What is compared of a line."""
    return _DROPPED.sub("", _line_form(line))


def differences(
    texts: tuple[WorkReport, WorkReport], sides: tuple[Words, Words], kept: Sequence[Edit], beside: int
) -> Typesetting:
    """How often kept words are set differently.

    Args:
        texts: the delivered and the adopted one, for the lines left out of them.
        sides: their words.
        kept: the steps between them that keep words.
        beside: paragraph breaks right beside an edit that only one text has.
    """
    starts = tuple(frozenset(side.lines) for side in sides)
    spaces, forms, breaks = 0, 0, beside
    for step in kept:
        for i, j in zip(
            range(step.earlier.start, step.earlier.end), range(step.later.start, step.later.end), strict=True
        ):
            forms += sides[0].text[sides[0].offsets[i]] != sides[1].text[sides[1].offsets[j]]
            if i == step.earlier.start:
                continue
            is_break = (i in starts[0], j in starts[1])
            breaks += is_break[0] is not is_break[1]
            if not any(is_break):
                one, other = _between(sides[0], i), _between(sides[1], j)
                spaces += one.isspace() is not other.isspace()
                forms += bool(one.strip()) is not bool(other.strip())
    left_out = sum(piece.reason in _PAGE_LINES for text in texts for piece in text.left_out)
    return Typesetting(spaces, forms, breaks, left_out)


def _between(side: Words, place: int) -> str:
    """What stands before a character and is no word."""
    return side.text[side.offsets[place - 1] + 1 : side.offsets[place]]
