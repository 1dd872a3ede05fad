"""The form in which a phrase is looked for: one width, without white space, quotes and invisible characters.

A phrase is present when its form stands anywhere in the form of a text, whatever width, quotes or line breaks
either side has. Offsets lead from the form back to the text, so that what is shown is quoted as it stands.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.alignment.pairs import NOT_COMPARED_ROLES
from compare.codes import characters_of, code_points
from corpora.model import Span, Unit, WorkReport

# Book-title marks name what quotes name (《中国制造2025》), and one text has them where another has none.
_QUOTES = frozenset("“”‘’\"'「」『』〝〞《》〈〉")
_PAIRS = (("“", "”"), ("《", "》"), ("‘", "’"), ("「", "」"), ("『", "』"))
_OPENING, _CLOSING = (frozenset(side) for side in zip(*_PAIRS, strict=True))
_DASHES = frozenset("‐‑‒–—―−")
UNIT_BORDER = "\x01"


def presence_form(text: str) -> str:
    """The text as it is compared: width folded (NFKC), white space, quotes and invisible characters gone."""
    changed = {one: folded for one in characters_of(text) if (folded := _FOLDED[ord(one)]) != one}
    if not changed.keys().isdisjoint("".join(changed.values())):
        return text.translate(_FOLDED)  # what one becomes, another is: not one after the other
    for character, folded in changed.items():  # few: quicker than a look for each character of the text
        text = text.replace(character, folded)
    return text


class _Folded(dict[int, str]):
    """Code point → what it is compared as, worked out when first met: all texts share a few thousand."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded(chr(code))
        return folded


_FOLDED = _Folded()


def _folded(character: str) -> str:
    if character in _QUOTES:
        return ""
    if character in _DASHES:
        return "-"
    wide = unicodedata.normalize("NFKC", character)
    return "".join(one for one in wide if not one.isspace() and unicodedata.category(one) != "Cf")


class FoldedReport(Struct, frozen=True):
    """A report's compared text in presence form.

    Attributes:
        report: the report.
        units: its units but frame and appendix, in reading order.
        bounds: where each unit begins in `form`, and the end of the last.
        form: presence form of these units, one after the other.
        whole: presence form of all units, what counts as present: begins with `form`, see `whole_form`.
        offsets: for each character of `form` its offset in the report's text.
        reached: for each character of the units' texts, one after the other, its offset in `form`; the end.
        starts: where each unit's text begins among these characters, and the end of the last.
    """

    report: WorkReport
    units: tuple[Unit, ...]
    bounds: tuple[int, ...]
    form: str
    whole: str
    offsets: NDArray[np.int64]
    reached: NDArray[np.int64]
    starts: tuple[int, ...]

    def places(self, index: int) -> list[int]:
        """For each offset of a unit's text, the end included, the offset in `form`."""
        places: list[int] = self.reached[self.starts[index] : self.starts[index + 1] + 1].tolist()
        return places

    def unit_at(self, position: int) -> Unit:
        """The unit whose form holds the position."""
        return self.units[bisect_right(self.bounds, position) - 1]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the report's text for `form[start:end]`, with the quotation marks it leans on."""
        text = self.report.text
        first, last = int(self.offsets[start]), int(self.offsets[end - 1]) + 1
        before = _before_spaces(text, first) - 1
        if (before < 0 or text[before] not in _OPENING) and text[last : last + 1] not in _CLOSING:
            return Span(first, last)  # as nearly all do
        for opening, closing in _PAIRS:
            inside = text[first:last]
            before, after = _before_spaces(text, first) - 1, last
            balance = inside.count(opening) - inside.count(closing)
            opens = before >= 0 and text[before] == opening
            closes = text[after : after + 1] == closing
            around = opens and closes and opening not in inside
            if opens and (around or balance < 0):
                first = before
            if closes and (around or balance > 0):
                last = after + 1
        return Span(first, last)

    def name(self, start: int, end: int) -> str:
        """The stretch as it stands in the report, on one line."""
        return " ".join(self.report.quote(self.span(start, end)).split())


def _before_spaces(text: str, position: int) -> int:
    while position and text[position - 1] == " ":
        position -= 1
    return position


def fold(report: WorkReport) -> FoldedReport:
    """Fold a report's compared text and keep the way back."""
    units = tuple(unit for unit in report.units if unit.role not in NOT_COMPARED_ROLES)
    text = "".join(unit.text for unit in units)
    codes = code_points(text)
    lengths = np.ones(len(codes), dtype=np.int64)  # of what each character becomes
    for character in characters_of(text):
        if len(folded := _FOLDED[ord(character)]) != 1:
            lengths[codes == ord(character)] = len(folded)
    nothing = np.zeros(0, dtype=np.int64)
    places = [np.arange(unit.span.start, unit.span.start + len(unit.text)) for unit in units]
    starts = (0, *accumulate(len(unit.text) for unit in units))
    reached = np.concatenate(([0], np.cumsum(lengths)))
    return FoldedReport(
        report,
        units,
        tuple(reached[list(starts)].tolist()),
        _form_of_whole(text),
        whole_form(report.units),
        np.repeat(np.concatenate([nothing, *places]), lengths),
        reached,
        starts,
    )


def whole_form(units: Iterable[Unit]) -> str:
    """Presence form of units: the text in which a phrase may not stand to be new.

    The compared units stand one after the other, frame and appendix behind a border after them, so that
    nothing runs from one into the other.
    """
    parts: tuple[list[str], list[str]] = [], []
    for unit in units:
        parts[unit.role in NOT_COMPARED_ROLES].append(unit.text)
    compared, rest = ("".join(texts) for texts in parts)
    return _form_of_whole(f"{compared}{UNIT_BORDER}{rest}" if rest else compared)


@lru_cache(maxsize=128)
def _form_of_whole(text: str) -> str:
    """`presence_form` of a whole report, which stands in the history of every later one."""
    return presence_form(text)


def compared_form(report: WorkReport) -> str:
    """Presence form of a report's compared text, frame and appendix aside: `form` of the folded report."""
    return whole_form(unit for unit in report.units if unit.role not in NOT_COMPARED_ROLES)


def unit_forms(report: WorkReport) -> str:
    """`compared_form` with a mark between units that no unit has, to look for what may not run over one."""
    return UNIT_BORDER.join(
        presence_form(unit.text) for unit in report.units if unit.role not in NOT_COMPARED_ROLES
    )
