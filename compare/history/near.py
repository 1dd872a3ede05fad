"""Forms that come near a phrase that no report has: much the same characters, or the same ones spread out.

Only what stands in the texts is proposed; whether it means the same is for the reader.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.formulations.folding import UNIT_BORDER, FoldedReport, fold, presence_form, unit_forms
from compare.formulations.segmentation import cut_pieces
from compare.history.model import NearForm
from compare.history.uses import Contexts
from compare.similarity import ratios
from corpora.model import WorkReport

_LEAST_LIKE = 0.6  # insert/delete likeness: two of three characters in order
_MUCH_LIKE = 0.7  # a stretch that begins otherwise must be this like
_LEAST_SPREAD = 3  # characters of a phrase that is looked for spread out: two stand in every second clause
_MOST_SPREAD = 6
_WIDEST_GAP = 4  # characters between two of a spread phrase
_MOST = 5
_MOST_LONGER = 4  # characters that a near form may have more than the phrase
_BREAKS = frozenset(f"，。；：！？!?;:,…（）()\n{UNIT_BORDER}")


class _Seen(Struct):
    likeness: float
    spread: bool
    years: dict[int, int]  # where it stands last in each year's text


def find_near(reports: Sequence[WorkReport], form: str) -> tuple[NearForm, ...]:
    """The forms of the reports that come nearest to a phrase.

    Args:
        reports: by year.
        form: the phrase in presence form.
    """
    texts = {report.year: unit_forms(report) for report in reports}
    seen: dict[str, _Seen] = {}
    for year, text in texts.items():
        for start, end, likeness, spread in (*_alike(text, form), *_spread(text, form)):
            seen.setdefault(text[start:end], _Seen(likeness, spread, {})).years[year] = start
    by_year = {report.year: report for report in reports}
    kept: list[NearForm] = []
    told: list[str] = []
    for found, one in sorted(
        seen.items(), key=lambda pair: (-pair[1].likeness, -len(pair[1].years), pair[0])
    ):
        if len(kept) == _MOST:
            break
        if not any(found in other or other in found for other in map(presence_form, told)):
            year = max(one.years)
            start = one.years[year] - texts[year].count(UNIT_BORDER, 0, one.years[year])
            stretch = start, start + len(found)
            kept.append(_near_form(one, fold(by_year[year]), stretch, len(form) + _MOST_LONGER))
            told += [found, kept[-1].text]
    return tuple(kept)


def _near_form(seen: _Seen, side: FoldedReport, stretch: tuple[int, int], longest: int) -> NearForm:
    use = Contexts(side).use(*_named(side, stretch, longest))
    return NearForm(use.printed, round(seen.likeness, 2), seen.spread, tuple(sorted(seen.years)), use)


def _named(side: FoldedReport, stretch: tuple[int, int], longest: int) -> tuple[int, int]:
    """The shortest piece of its clause that holds a stretch, so that no word is cut, or the stretch."""
    index = bisect_right(side.bounds, stretch[0]) - 1
    places = side.places(index)
    around = [
        (places[piece.core], places[piece.end])
        for piece in cut_pieces(side.units[index].text)
        if places[piece.core] <= stretch[0] and stretch[1] <= places[piece.end]
    ]
    found = min(around, key=lambda one: one[1] - one[0], default=stretch)
    return found if found[1] - found[0] <= longest else stretch


def _alike(text: str, form: str) -> Iterator[tuple[int, int, float, bool]]:
    """Stretches of about the same length that are much alike, the best at each place."""
    windows = list(_windows(text, form))
    if not windows:
        return
    likeness = ratios([form], [text[start:end] for start, end in windows])[0].tolist()
    best: dict[int, tuple[float, int, int]] = {}
    for (start, end), like in zip(windows, likeness, strict=True):
        place = start // len(form)
        least = _LEAST_LIKE if text[start] == form[0] else _MUCH_LIKE
        if like >= least and (like, start - end) > (best.get(place, (0.0, 0, 0))[0], -len(form) * 2):
            best[place] = (like, start, end)
    yield from ((start, end, like, False) for like, start, end in best.values())


def _windows(text: str, form: str) -> Iterator[tuple[int, int]]:
    """Stretches around each place where two characters of the phrase stand side by side, none over a mark."""
    length, starts = len(form), set[int]()
    for at in range(length - 1):
        place = text.find(form[at : at + 2])
        while place >= 0:
            starts.update(range(max(place - at - 2, 0), place - at + 3))
            place = text.find(form[at : at + 2], place + 1)
    for start in sorted(starts):
        for size in range(max(length - 1, 2), length + 4):
            found = text[start : start + size]
            if len(found) == size and found[-1] == form[-1] and _BREAKS.isdisjoint(found):
                yield start, start + size


def _spread(text: str, form: str) -> Iterator[tuple[int, int, float, bool]]:
    """Stretches in which the phrase's characters follow one another with a few others between."""
    if not _LEAST_SPREAD <= len(form) <= _MOST_SPREAD:
        return
    gap = rf"[^{re.escape(''.join(sorted(_BREAKS)))}]{{0,{_WIDEST_GAP}}}?"
    for found in re.finditer(gap.join(map(re.escape, form)), text):
        yield found.start(), found.end(), len(form) / len(found.group()), True
