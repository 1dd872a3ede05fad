"""Which reports of a corpus a history or a search is about: the place and the years."""

import re
from typing import TYPE_CHECKING

from corpora.errors import UsageError
from reports.words.years import year_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from corpora.model import WorkReport

_RANGE = re.compile(r"(\d{4})(?:\s*[-–—]\s*(\d{4}))?")
_EN = "en"  # the program's errors are in English


def read_years(told: str | None) -> frozenset[int] | None:
    """The years of `--years`: `2015-2019,2023`.

    Args:
        told: what the option says, or None.

    Raises:
        UsageError: a part of it is neither a year nor a range.
    """
    if told is None:
        return None
    years: set[int] = set()
    for part in re.split(r"[,，、;\s]+", told.strip()):
        found = _RANGE.fullmatch(part)
        first = int(found[1]) if found else 0
        last = int(found[2] or first) if found else -1
        if last < first:
            raise UsageError(
                f"--years {told}: {part!r} is no year and no range", "Write it like 2015-2019,2023"
            )
        years.update(range(first, last + 1))
    return frozenset(years)


def reports_of(
    reports: "Sequence[WorkReport]", folder: "Path", place: str, years: frozenset[int] | None
) -> tuple["WorkReport", ...]:
    """The reports of one place and the years asked for.

    Args:
        reports: all there are.
        folder: the corpus that they are from.
        place: as the user wrote it.
        years: the years asked for, or None for all.

    Raises:
        UsageError: there is no report of the place, or none of these years.
    """
    from corpora.places import is_same_place, spellings, what_is_near

    found = [each for each in reports if is_same_place(place, each.place)]
    if not found:
        known = [(word, each.place) for each in reports for word in spellings(each.place)]
        hint = what_is_near(place, known, str(folder))
        raise UsageError(f'{place}: there is no report of it in "{folder}"', hint)
    return tuple(of_years(found, years))


def of_years(reports: "Sequence[WorkReport]", years: frozenset[int] | None) -> "list[WorkReport]":
    """Those of the years asked for.

    Raises:
        UsageError: there is none.
    """
    wanted = [each for each in reports if years is None or each.year in years]
    if not wanted:
        there = year_ranges((each.year for each in reports), _EN)
        asked = year_ranges(years or (), _EN)
        raise UsageError(f"--years {asked}: there is no report of these years", f"There are those of {there}")
    return wanted


def by_place(reports: "Iterable[WorkReport]") -> "list[list[WorkReport]]":
    """The reports of each place, in the order of their names; several names of one place are one."""
    from corpora.places import place_key

    places: dict[str, list[WorkReport]] = {}
    for each in reports:
        places.setdefault(place_key(each.place), []).append(each)
    return [places[key] for key in sorted(places)]
