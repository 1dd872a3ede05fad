"""What a briefing quotes of an edit, so that a reader finds it: never half a phrase, never half a figure."""

import re

from compare.editions.typesetting import Words
from corpora.model import Span

BORDERS = ",。;:!?、“”‘’()《》"
ONE_THING = re.compile(r"[\dA-Za-z.%]{2}")  # no border between two such characters
_PHRASE = 12  # characters to the border of a phrase that are quoted with an edit inside it
_LITTLE = 6  # … and where the border is farther away
_FINDABLE = 4  # characters of an anchor
_LONGEST_ANCHOR = 30
_OPENED_BY = {"”": "“", "’": "‘", ")": "(", "》": "《"}
_LONGEST_NAME = 20  # characters in quotation marks or brackets that are quoted with what follows them


def line_at(words: Words, place: int) -> Span:
    """The line in which a character of the form stands; the last one at the form's end."""
    ends = (*words.lines[1:], len(words.form))
    for start, end in zip(words.lines, ends, strict=True):
        if start <= place < end or end == len(words.form):
            return Span(start, end)
    return Span(0, 0)


def context_before(words: Words, place: int, least: int) -> int:
    """How many characters before an edit are quoted with it: its phrase's, if it begins near.

    Args:
        words: one of the texts.
        place: where the edit begins.
        least: no character before this offset is quoted.
    """
    least = max(least, line_at(words, place).start)
    reach = _reach(words.form[least:place][::-1])
    if reach < _FINDABLE and place - reach > least:
        opening = _opening(words.form[least:place], place - reach - least)
        return reach if opening is None else place - least - opening
    return reach


def context_after(words: Words, place: int, most: int) -> int:
    """How many characters behind an edit are quoted with it; see `context_before`."""
    end = line_at(words, place - 1).end if place else 0
    return _reach(words.form[place : min(most, end)])


def _reach(characters: str) -> int:
    for count, character in enumerate(characters[: _PHRASE + 1]):
        if character in BORDERS:
            return count
    if len(characters) <= _PHRASE:
        return len(characters)
    count = _LITTLE
    while count < len(characters) and ONE_THING.match(characters, count - 1):
        count += 1
    return count


def anchor(words: Words, place: int, *, opens: bool) -> Span:
    """The words after which something is put in or taken out: whole phrases, findable in their paragraph.

    Args:
        words: the delivered text.
        place: where it comes.
        opens: that it opens its paragraph: what stands before is another one.

    Returns:
        The stretch before the place; empty at the start of a paragraph.
    """
    line = Span(place, place) if opens or not place else line_at(words, place - 1)
    text = words.form[line.start : line.end]
    end = place - line.start
    start = end
    while start > 0:
        start = _phrase_start(text, start)
        quoted = text[start:end]
        if len(quoted) >= _LONGEST_ANCHOR:
            break
        if len(quoted.strip(BORDERS)) >= _FINDABLE and text.count(quoted) == 1:
            break
    while end - start > _LONGEST_ANCHOR and not ONE_THING.match(text, end - _LONGEST_ANCHOR - 1):
        start = end - _LONGEST_ANCHOR
    return Span(line.start + _with_opening(text, start, end), place)


def words_behind(words: Words, stretch: Span, place: int, *, anywhere: bool = False) -> Span:
    """The rest of the phrase that an edit opens: 大力 in front of 发展夜间经济; empty where it opens none.

    Args:
        words: the text that has the words of the edit.
        stretch: these words.
        place: where the edit ends in the delivered text, which goes on with the same words.
        anywhere: take the rest of the phrase even if the edit does not open it.

    Returns:
        A stretch of the delivered text.
    """
    form = words.form
    line = line_at(words, stretch.start)
    opens = stretch.start == line.start or form[stretch.start - 1] in BORDERS
    if not (opens or anywhere) or form[stretch.end - 1] in BORDERS:
        return Span(place, place)
    end = stretch.end
    while end < line.end and end - stretch.end < _LONGEST_ANCHOR and form[end] not in BORDERS:
        end += 1
    return Span(place, place + end - stretch.end)


def _opening(text: str, end: int) -> int | None:
    """Where the name in quotation marks or brackets begins that ends at an offset; None where none does."""
    opening = _OPENED_BY.get(text[end - 1]) if end else None
    place = text.rfind(opening, max(end - _LONGEST_NAME, 0), end - 1) if opening else -1
    return place if place >= 0 else None


def _with_opening(text: str, start: int, end: int) -> int:
    """The start of a quote, moved to the mark that opens what is closed inside it."""
    for closing, opening in _OPENED_BY.items():
        place = text.find(closing, start, end)
        if place >= 0 and text.find(opening, start, place) < 0:
            before = text.rfind(opening, max(place - _LONGEST_NAME, 0), start)
            start = before if before >= 0 else start
    return start


def _phrase_start(text: str, end: int) -> int:
    start = end
    while start > 0 and text[start - 1] in BORDERS:
        start -= 1
    while start > 0 and text[start - 1] not in BORDERS:
        start -= 1
    return start


def stands_once(words: Words, span: Span) -> bool:
    """Whether the words of a span stand once in their paragraph."""
    line = line_at(words, span.start)
    return words.form[line.start : line.end].count(words.form[span.start : span.end]) == 1


def stands_alone(words: Words, span: Span) -> bool:
    """Whether the words of a span are found in their paragraph without more words around them."""
    bare = words.form[span.start : span.end].strip(BORDERS)
    return len(bare) >= _FINDABLE and stands_once(words, span)
