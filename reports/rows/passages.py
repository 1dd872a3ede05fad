"""Short passages of a report around a place, as they stand."""

from corpora.model import Span, WorkReport

# A passage ends with a sentence, or with a part of one that can stand for itself.
_BORDERS = "。；！？\n"


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
    start = max(text.rfind(border, 0, span.start) for border in _BORDERS) + 1
    ends = [found + 1 for border in _BORDERS if (found := text.find(border, span.end)) >= 0]
    end = min(ends, default=len(text))
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
