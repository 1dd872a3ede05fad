"""Short passages of a report around a place, as they stand."""

import re

from corpora.model import Span, WorkReport

# A passage ends with a sentence, or with a part of one that can stand for itself.
_BORDERS = "。；！？\n"
_BORDER = re.compile(f"[{_BORDERS}]")


def passage_around(work_report: WorkReport, span: Span, limit: int) -> str:
    """The sentence that holds a span, cut to a number of characters around it.

    Args:
        work_report: the report.
        span: the place; a span longer than `limit` is shown from its beginning.
        limit: most characters, ellipses included.

    Returns:
        A quote on one line, with an ellipsis where the sentence goes on.
    """
    text = work_report.text
    start = 0
    for border in _BORDERS:  # the commonest first: no other is looked for before one that is nearer
        start = max(start, text.rfind(border, start, span.start) + 1)
    closing = _BORDER.search(text, span.end)
    end = closing.end() if closing else len(text)
    end -= text[start:end].endswith("\n")
    if end - start <= limit:
        return _line(text[start:end])
    room = limit - 2  # for an ellipsis on either side
    before = max((room - len(span)) // 2, 0)
    first = max(min(span.start - before, end - room), start)
    last = first + room
    return "…" * (first > start) + _line(text[first:last]) + "…" * (last < end)


def _line(text: str) -> str:
    return " ".join(text.split())
