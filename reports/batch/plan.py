"""Which reports of a corpus are compared with which. Pure: facts in, jobs out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import TypeVar

from msgspec import Struct

from corpora.cache import digest_of
from corpora.errors import UsageError
from corpora.listing import Listed
from corpora.model import Edition, TextKind
from corpora.places import (
    asked_place_and_year,
    is_same_place,
    place_and_year,
    place_key,
    spellings,
    what_is_near,
)
from reports.batch.choices import Pairs

Item = TypeVar("Item")

_SHARD = re.compile(r"(?P<number>\d+)/(?P<count>\d+)")
# Of several texts of one report: the report itself before news of it, the adopted text before the delivered.
_KINDS = (TextKind.FULL, TextKind.DIGEST)
_EDITIONS = (Edition.ADOPTED, Edition.UNKNOWN, Edition.DELIVERED)


class Selection(Struct, frozen=True):
    """What of a corpus is asked for.

    Attributes:
        pairs: which pairs of each place.
        to: `PLACE:YEAR`; every report is compared with this one instead.
        places: only these, all when empty.
        years: only these, all when empty.
        shard: (number from 1, count): one of so many parts of the pairs; None for all.
    """

    pairs: Pairs = Pairs.CONSECUTIVE
    to: str | None = None
    places: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    shard: tuple[int, int] | None = None


# Of files that the manifest leaves out.
LEAVING_OUT = "leaving out"


class Job(Struct, frozen=True):
    """One pair to compare.

    Attributes:
        key: what its result is found by; it goes by content, file name and manifest line of all that go in.
        earlier: the earlier report.
        later: the later report.
        history: the other reports of the later one's place before it, by year.
    """

    key: str
    earlier: Listed
    later: Listed
    history: tuple[Listed, ...]


class Failure(Struct, frozen=True):
    """Something that was not compared, and why.

    Attributes:
        stage: `leaving out` (the manifest says so), `reading`, `choosing` (another text of the report was
            taken), `measuring`, `comparing` or `showing` (it was compared, but has no page).
        file: the file; of a pair the later one's.
        other_file: of a pair the earlier one's; of a text not chosen the one that was.
        place: of the report, as far as it is known; of one that was not read as the manifest tells it.
        year: likewise.
        problem: what was wrong.
    """

    stage: str
    file: str
    other_file: str | None
    place: str | None
    year: int | None
    problem: str

    @property
    def is_meant(self) -> bool:
        """Whether the user wants it so: nothing failed."""
        return self.stage == LEAVING_OUT


def count_failed(told: Iterable[Failure]) -> int:
    """How many of what is told in the table of failures did fail."""
    return sum(not each.is_meant for each in told)


def count_left_out(told: Iterable[Failure]) -> int:
    """How many files the manifest leaves out."""
    return sum(each.is_meant for each in told)


class Plan(Struct, frozen=True):
    """The pairs of a run, in the order of the tables, and what was left out."""

    jobs: tuple[Job, ...]
    failures: tuple[Failure, ...]


def plan_pairs(listed: Sequence[Listed], selection: Selection) -> Plan:
    """Which pairs are compared.

    Args:
        listed: every file of the corpus.
        selection: what is asked for.

    Returns:
        The pairs by place, later and earlier year; files that cannot be read and texts that others of the
        same report were preferred to are told as failures.

    Raises:
        UsageError: a place or report that is asked for is not there.
    """
    reports, failures = choose_reports(listed, selection.places)
    asked = [each for each in reports if _is_asked(each, selection)]
    wanted = selection.places
    if wanted and selection.to is not None:
        wanted = (*wanted, asked_place_and_year(selection.to)[0])
    by_place = group_by_place(reports)
    jobs = [
        job_of(earlier, later, by_place[place_key(later.place)])
        for earlier, later in _pairs(asked, reports, selection)
    ]
    failures = failures_of(failures, wanted)
    return Plan(share_of(jobs, selection.shard), share_of(failures, selection.shard))


def choose_reports(
    listed: Sequence[Listed], places: Iterable[str]
) -> tuple[tuple[Listed, ...], tuple[Failure, ...]]:
    """One text of each report, by place and year, and what was left out for which reason.

    Args:
        listed: every file of the corpus.
        places: those that are asked for.

    Raises:
        UsageError: a place that is asked for is not there.
    """
    unread = [
        Failure(
            LEAVING_OUT if each.is_left_out else "reading",
            each.file,
            None,
            each.told.facts.place,
            each.told.facts.year,
            each.problem,
        )
        for each in listed
        if each.problem
    ]
    reports, passed_over = _one_of_each(each for each in listed if not each.problem)
    for place in places:
        if not any(is_same_place(place, each.place) for each in reports):
            raise UsageError(f"{place}: there is no report of this place", _nearest(place, reports))
    return tuple(reports), (*unread, *passed_over)


def failures_of(failures: Iterable[Failure], places: Sequence[str]) -> tuple[Failure, ...]:
    """What was left out of some places, or of no place that is known; all when none is named."""
    return tuple(each for each in failures if each.place is None or is_of_places(each.place, places))


def group_by_place(reports: Iterable[Listed]) -> dict[str, list[Listed]]:
    """The reports of each place, in their order."""
    by_place: dict[str, list[Listed]] = defaultdict(list)
    for each in reports:
        by_place[place_key(each.place)].append(each)
    return by_place


def parse_shard(words: str) -> tuple[int, int]:
    """The number and count of `3/16`.

    Raises:
        UsageError: it is no part of a whole.
    """
    found = _SHARD.fullmatch(words.strip())
    number, count = (int(found["number"]), int(found["count"])) if found else (0, 0)
    if not 1 <= number <= count:
        raise UsageError(f"--shard {words}: is no part of a whole", "Write it like 3/16, from 1/16 to 16/16")
    return number, count


def _one_of_each(listed: Iterable[Listed]) -> tuple[list[Listed], list[Failure]]:
    """One text of each report, by place and year, and which others were passed over for it."""
    groups: dict[tuple[str, int], list[Listed]] = defaultdict(list)
    for each in listed:
        groups[place_key(each.place), each.year].append(each)
    chosen, passed_over = [], []
    for _, group in sorted(groups.items()):
        best, *others = sorted(group, key=_preference)
        chosen.append(best)
        for other in others:
            kind = "same text" if other.text == best.text else "another text"
            problem = f"{kind} of a report, of which {best.file} was taken"
            passed_over.append(Failure("choosing", other.file, best.file, other.place, other.year, problem))
    return chosen, passed_over


def _preference(listed: Listed) -> tuple[int, int, str]:
    return _KINDS.index(listed.kind), _EDITIONS.index(listed.edition), listed.file


def _is_asked(listed: Listed, selection: Selection) -> bool:
    of_years = not selection.years or listed.year in selection.years
    return of_years and is_of_places(listed.place, selection.places)


def is_of_places(place: str, places: Sequence[str]) -> bool:
    """Whether a place is one of some; all are asked for when none is named."""
    return not places or any(is_same_place(each, place) for each in places)


def _pairs(
    asked: list[Listed], reports: Sequence[Listed], selection: Selection
) -> Iterator[tuple[Listed, Listed]]:
    if selection.to is not None:
        fixed = _named(selection.to, reports)
        for each in asked:
            if each is not fixed:
                yield (each, fixed) if each.year < fixed.year else (fixed, each)
        return
    for group in group_by_place(asked).values():
        match selection.pairs:
            case Pairs.CONSECUTIVE:
                yield from pairwise(group)
            case Pairs.FIRST:
                yield from ((group[0], later) for later in group[1:])
            case Pairs.ALL:
                yield from sorted(combinations(group, 2), key=lambda pair: (pair[1].year, pair[0].year))


def _named(name: str, reports: Sequence[Listed]) -> Listed:
    place, year = asked_place_and_year(name)
    for each in reports:
        if each.year == year and is_same_place(place, each.place):
            return each
    raise UsageError(f"{name}: there is no such report", _nearest(name, reports))


def _nearest(asked: str, reports: Sequence[Listed]) -> str:
    with_year = place_and_year(asked) is not None
    known = [
        (f"{word}:{each.year}", f"{each.place}:{each.year}") if with_year else (word, each.place)
        for each in reports
        for word in spellings(each.place)
    ]
    return what_is_near(asked, known)


def job_of(earlier: Listed, later: Listed, of_place: Sequence[Listed]) -> Job:
    """The comparison of two reports, which knows the place's reports before the later one.

    Args:
        earlier: the earlier report.
        later: the later report.
        of_place: all reports of the later one's place.
    """
    history = tuple(
        each for each in of_place if each.year < later.year and each.key != earlier.key and each.text
    )
    return Job(digest_of(earlier.key, later.key, *(each.key for each in history)), earlier, later, history)


def share_of(items: Sequence[Item], shard: tuple[int, int] | None) -> tuple[Item, ...]:
    """What of some things, in their order, is a shard's: neighbours stay together, as pairs share texts."""
    if shard is None:
        return tuple(items)
    number, count = shard
    return tuple(items[len(items) * (number - 1) // count : len(items) * number // count])
