"""Quotes inside our sentences: how long they are, and how their own marks stand inside ours."""

# A quote in a sentence is a pointer, not the passage; the passage stands below it.
QUOTED_CHARACTERS = 40
TRAILING = "，。；：、,;: \n"
_OPENS, _CLOSES = "“", "”"
# A quote inside a quote has the other kind of marks (GB/T 15834-2011, 4.8), at every depth.
_INSIDE = str.maketrans("“”‘’", "‘’“”")


def nested(text: str) -> str:
    """A text as it stands between quotation marks: its own marks are those of the next level."""
    return text.translate(_INSIDE)


def is_quoted_in(quote: str, sentence: str) -> bool:
    """Whether a sentence holds a quote already, as it stands or between marks of ours."""
    shown = quote.rstrip(TRAILING)
    return shown in sentence or nested(shown) in sentence


def quoted(text: str, *, is_name: bool = False) -> str:
    """A text in quotation marks; one that is already a whole quote keeps its own.

    Args:
        text: as it stands in its source.
        is_name: whether it is a name such as a formulation, whose own marks are enough where it begins
            with them.
    """
    if text.startswith(_OPENS) and (is_name or _is_one_quote(text)):
        return text
    return f"{_OPENS}{nested(text)}{_CLOSES}"


def _is_one_quote(text: str) -> bool:
    """Whether the mark that opens a text is closed by its last character."""
    depth = 0
    for place, character in enumerate(text):
        depth += {_OPENS: 1, _CLOSES: -1}.get(character, 0)
        if depth == 0:
            return place == len(text) - 1
    return False


def clipped(text: str, limit: int) -> str:
    """The text on one line, cut after `limit` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
