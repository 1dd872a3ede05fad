"""Markdown files: the marks of the format, told apart from the text so that they are left out and listed.

Numbers of lists stay: in a report they are its own enumeration.
"""

import re
from collections.abc import Iterator

from corpora.model import LeftOut
from corpora.reading.decoded import DecodedText

REASON = "markdown"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n){0,60}?---[ \t]*(?:\n|\Z)")
_TABLE_RULE = re.compile(r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$", re.MULTILINE)
# What is taken out whole, wherever it stands.
_WHOLE = re.compile(
    r"<!--.*?-->"  # comments
    r"|!\[[^\]\n]*\]\([^)\n]*\)"  # pictures
    r"|^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)$"  # rules and underlines of headings
    r"|^ {0,3}#{1,6}(?=[ \t])|(?<=[ \t])#+[ \t]*$"  # headings
    r"|^[ \t]*(?:>[ \t]?)+"  # quotes
    r"|^[ \t]*[-*+](?=[ \t]+(?![0-9 \t]+-[ \t]*$)\S)"  # bullets; `- 3 -` is a page number
    r"|\\(?=[\\`*_{}\[\]()#+.!|>~-])",  # the escape of a mark
    re.MULTILINE | re.DOTALL,
)
# What surrounds words: the words stay. Groups: the mark before, the mark behind.
_AROUND = (
    re.compile(r"(\[)[^\[\]\n]+(\]\([^)\n]*\))"),  # links
    re.compile(r"(?<![0-9])(\*{1,3}|~~|`{1,2})(?=[^\s*~`])[^\n*~`]*?[^\s*~`](\1)(?!\1)"),
    re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])[^\n_]*?[^\s_](\1)(?![\w_])"),
)


def mark_markdown(decoded: DecodedText) -> DecodedText:
    """A decoded Markdown file with its marks as `outside`."""
    text = decoded.text
    pieces: list[LeftOut] = []
    position = 0
    for start, end in sorted(_marks(text), key=lambda mark: (mark[0], -mark[1])):  # the widest first
        if start >= position:
            pieces.append(LeftOut(text[start:end], REASON, start))
            position = end
    return DecodedText(text, decoded.encoding, tuple(pieces))


def _marks(text: str) -> Iterator[tuple[int, int]]:
    if front := _FRONT_MATTER.match(text):
        yield front.span()
    for rule in _TABLE_RULE.finditer(text):
        yield rule.span()
        yield from _bars(text, rule.start(), rule.end())
    for found in _WHOLE.finditer(text):
        if found.end() > found.start():
            yield found.span()
    for pattern in _AROUND:
        for found in pattern.finditer(text):
            yield found.span(1)
            yield found.span(2)


def _bars(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bars of a table: of its head above the rule, and of the rows below it."""
    head = text.rfind("\n", 0, max(start - 1, 0)) + 1
    while (row_end := text.find("\n", end + 1)) >= 0 and "|" in text[end + 1 : row_end]:
        end = row_end
    if row_end < 0 and "|" in text[end + 1 :]:
        end = len(text)
    for found in re.finditer(r"(?<!\\)\|", text[head:end]):
        yield head + found.start(), head + found.end()
