"""The form of a text that is matched on, and its clauses. What is quoted always stays as printed.

The matching form has one character for each of the text's, so that offsets hold in both.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import add

from corpora.model import Span
from corpora.quantities import one_width

_QUOTES = {"〝": "“", "〞": "”", "「": "“", "」": "”"}

_SENTENCE = re.compile(r"[^。;!?\n]*[。;!?\n]*")
_CLAUSE = re.compile(r"[^,。;!?\n]*[,。;!?\n]*")
_MARKS = re.compile(r"[^\w%+]+")
_NOT_WORDS = re.compile(r"[^\w%+.]+|(?<!\d)\.|\.(?!\d)|_")
_ENDS = ",。;!?:、\n"  # what most clauses end with; the rest of them is words alone


@lru_cache(maxsize=1 << 15)  # the rooms ask for the same clauses' forms again and again
def matching_form(text: str) -> str:
    """The text in one width and one form of dashes and quotes; same length as the text."""
    return in_one_form(text)


def in_one_form(text: str) -> str:
    """`matching_form` of a text that nobody asks for again: long, or put together from others."""
    # full-width forms of ASCII (％ ＋ ２０２５ －) stand beside half-width ones: one form for both
    text = one_width(text)
    for printed, form in _QUOTES.items():
        text = text.replace(printed, form)
    return text


def bare_form(text: str) -> str:
    """The matching form without punctuation, quotes and white space: for sameness, not for offsets."""
    return bare_words(matching_form(text))


@lru_cache(maxsize=1 << 15)
def bare_words(form: str) -> str:
    """`bare_form` of a text that is in its matching form."""
    words = form.rstrip(_ENDS)
    if words.isalnum():
        return words
    return (_NOT_WORDS if "." in words or "_" in words else _MARKS).sub("", words)


def neighbours(text: str) -> Iterator[str]:
    """The pairs of neighbouring characters, in order."""
    return map(add, text, text[1:])


@lru_cache(maxsize=64)  # whole reports: all years of a place
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a long text.

    Most forms that it lacks have a pair that it lacks, and pairs are looked for more quickly than read over.
    """
    return frozenset(neighbours(text))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with the 。 or ； that ends it; together they are the text."""
    return tuple(
        text[found.start() : found.end()]
        for found in _SENTENCE.finditer(matching_form(text))
        if found.group()
    )


def clauses(text: str, offset: int = 0) -> tuple[Span, ...]:
    """The clauses of a text, each with the punctuation that ends it; together they cover the text.

    Args:
        text: any text.
        offset: added to the spans, for a text that stands inside a longer one.
    """
    form = matching_form(text)
    return tuple(
        Span(offset + found.start(), offset + found.end())
        for found in _CLAUSE.finditer(form)
        if found.group()
    )
