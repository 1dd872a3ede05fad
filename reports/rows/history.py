"""What every output of a history computes once: the life of a formulation, its gaps, the texts of cells."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from compare.history.model import PER_CHARACTERS, CellKind, Shelf, TargetCell, Use
from corpora.model import TextKind

_RECENT = 3  # reports: what is first found in one of the last ones came recently
_MOST_IN_TREND = 9  # one character for each year
NOT_THERE = "."
# Qualifiers that stand before their number; all others follow it.
_BEFORE = frozenset(
    {
        *("不低于", "不少于", "不超过", "不高于", "超过", "突破", "高于", "低于"),
        *("大约", "约为", "约", "接近", "近", "超", "力争"),
    }
)


class Life(StrEnum):
    """Where a formulation stands, by the last report looked at."""

    RECENT = "recent"
    RETURNING = "returning"
    STANDING = "standing"
    GONE = "gone"


def life(counts: Sequence[int]) -> Life:
    """Recent, returning, in use or gone, by the last report looked at.

    Args:
        counts: uses in each year looked at, at least one of them not 0.
    """
    used = [count > 0 for count in counts]
    if not used[-1]:
        return Life.GONE
    if len(used) > _RECENT and not any(used[:-_RECENT]):
        return Life.RECENT
    return Life.RETURNING if used[-2:] == [False, True] and any(used[:-1]) else Life.STANDING


def year_range(years: Sequence[int]) -> str:
    """The first and the last of years that follow one another."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def gaps(years: Sequence[int], counts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The years of use between which there are reports without: (last before, first after) pairs.

    Args:
        years: the years looked at, ascending.
        counts: uses in each of them.
    """
    places = [place for place, count in enumerate(counts) if count]
    return tuple((years[one], years[other]) for one, other in pairwise(places) if other > one + 1)


def trend(counts: Sequence[int]) -> str:
    """One character for each year: the uses, at most 9, or a dot."""
    return "".join(str(min(count, _MOST_IN_TREND)) if count else NOT_THERE for count in counts)


def rate(count: int, characters: int) -> float:
    """Uses per ten thousand characters of compared text."""
    return round(count * PER_CHARACTERS / characters, 2) if characters else 0.0


def digest_years(shelf: Shelf) -> tuple[int, ...]:
    """The years of which only a digest was there."""
    return tuple(text.year for text in shelf.texts if text.kind is TextKind.DIGEST)


def cell_text(cell: TargetCell, labels: dict[CellKind, str]) -> str:
    """A cell in a table: the value with unit and qualifier as printed, or what stands for no value."""
    if cell.value is None:
        return labels[cell.kind]
    low, high = (f"{end:.10g}" for end in cell.value)
    unit, qualifier = cell.unit or "", cell.qualifier or ""
    number = f"{low}{unit}" if low == high else f"{low}{unit if unit == '%' else ''}-{high}{unit}"
    return f"{qualifier}{number}" if qualifier in _BEFORE else f"{number}{qualifier}"


def passage(use: Use, limit: int, marks: tuple[str, str] = ("", "")) -> str:
    """The sentence of a use on one line, cut around the phrase to a number of characters.

    Args:
        use: where the phrase stands.
        limit: most characters of the sentence, ellipses included.
        marks: what to set before and behind the phrase.
    """
    before, printed, after = (" ".join(part.split()) for part in (use.before, use.printed, use.after))
    room = max(limit - len(printed), 0)
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    start = f"…{before[len(before) - left + 1 :]}" if left < len(before) else before
    end = f"{after[: max(right - 1, 0)]}…" if right < len(after) else after
    return f"{start}{marks[0]}{printed}{marks[1]}{end}"
