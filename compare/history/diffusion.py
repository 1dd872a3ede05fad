"""Who used a formulation first, who followed, and when: from place to place and from level to level.

A place's first year is the first among the reports at hand. Where the report before it is at hand and lacks
the phrase, the place took it up then, or in a year between that has no report; where its oldest report has it
already, since when is not known (the case is left-censored, as survival analysis calls it: Klein &
Moeschberger 2003, Survival Analysis, ch. 3). Shares of a level count, in each year, only places whose reports
had begun by then.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from compare.history.concordance import Concordance, Query
from compare.history.model import Shelf, Use

LEVELS = ("national", "province", "city", "county", "township")


class Course(StrEnum):
    """How a place came to a phrase."""

    TOOK_UP = "took_up"
    AT_START = "at_start"
    NEVER = "never"


class Adoption(Struct, frozen=True):
    """One place and a phrase.

    Attributes:
        place: its name.
        level: of its government, one of `LEVELS`, or None where the name does not tell.
        shelf: its reports at hand, and the years missing.
        counts: uses in each year of the shelf.
        course: how it came to the phrase.
        first: its first use, or None.
        not_before: the first year in which it can have come: the year after the last report without it; None
            where no report before is at hand.
        lag: years after the first place of all; None without a use, and where the first report at hand has it
            already and is later than that: it may have come earlier.
    """

    place: str
    level: str | None
    shelf: Shelf
    counts: tuple[int, ...]
    course: Course
    first: Use | None
    not_before: int | None
    lag: int | None

    @property
    def years_with(self) -> tuple[int, ...]:
        """The years with a use."""
        return tuple(year for year, count in zip(self.shelf.years, self.counts, strict=True) if count)

    @property
    def pauses(self) -> tuple[int, ...]:
        """The years after its first use whose report lacks it."""
        having = self.years_with
        if not having:
            return ()
        return tuple(year for year in self.shelf.years if year > having[0] and year not in having)


class LevelYear(Struct, frozen=True):
    """One level of government in one year.

    Attributes:
        year: the year.
        reports: places of the level with a report of the year.
        using: those among them whose report has the phrase.
        begun: places of the level whose reports at hand begin by then.
        adopted: those among them that have used it by then.
    """

    year: int
    reports: int
    using: int
    begun: int
    adopted: int

    @property
    def share(self) -> float:
        """Of the places whose reports had begun, those that had used it, 0 to 1."""
        return self.adopted / self.begun if self.begun else 0.0


class LevelCourse(Struct, frozen=True):
    """How a phrase spread among the places of one level.

    Attributes:
        level: one of `LEVELS`, or None for places whose names do not tell.
        places: how many there are.
        years: every year from the first to the last report of the corpus.
        first: the places that used it first.
    """

    level: str | None
    places: int
    years: tuple[LevelYear, ...]
    first: tuple[Adoption, ...]


class Diffusion(Struct, frozen=True):
    """Who used a phrase first, and who followed.

    Attributes:
        query: what was looked for.
        adoptions: every place: by first year, then level, then name; those that never used it last.
        levels: by level, the nation first.
        unknown_before: places that have no report at hand before the first use of all, those of that use
            among them: they may have had it.
    """

    query: Query
    adoptions: tuple[Adoption, ...]
    levels: tuple[LevelCourse, ...]
    unknown_before: tuple[str, ...]

    @property
    def users(self) -> tuple[Adoption, ...]:
        """The places that used it, in their order."""
        return tuple(one for one in self.adoptions if one.first is not None)

    @property
    def leaders(self) -> tuple[Adoption, ...]:
        """The places that used it in the first year of all."""
        return tuple(one for one in self.users if one.lag == 0)


def trace_diffusion(places: Sequence[tuple[Concordance, str | None]]) -> Diffusion:
    """Tell how a phrase spread.

    Args:
        places: for each place what was found of the phrase in its reports, and the level of its government;
            at least one.

    Returns:
        The places in the order in which they came to it, and the course of each level.
    """
    firsts = [one.years_with[0] for one, _ in places if one.years_with]
    start = min(firsts, default=None)
    adoptions = sorted((_adoption(one, level, start) for one, level in places), key=_order)
    years = [year for one, _ in places for year in one.shelf.years]
    span = range(min(years), max(years) + 1) if years else range(0)
    levels = tuple(
        _course(level, group, span)
        for level in (*LEVELS, None)
        if (group := [one for one in adoptions if one.level == level])
    )
    unknown = tuple(one.place for one in adoptions if start is not None and one.shelf.years[0] >= start)
    return Diffusion(places[0][0].query, tuple(adoptions), levels, unknown)


def _adoption(found: Concordance, level: str | None, start: int | None) -> Adoption:
    shelf, having = found.shelf, found.years_with
    if not having:
        return Adoption(shelf.place, level, shelf, found.counts, Course.NEVER, None, None, None)
    first = having[0]
    before = [year for year in shelf.years if year < first]
    use = next(each.use for each in found.found if each.use.year == first and not each.use.crosses)
    return Adoption(
        shelf.place, level, shelf, found.counts, Course.TOOK_UP if before else Course.AT_START, use,
        before[-1] + 1 if before else None, _lag(first, start, is_known=bool(before)),
    )  # fmt: skip


def _lag(first: int, start: int | None, *, is_known: bool) -> int | None:
    """Years behind the first place, where they are known: a place may have had it before its first report."""
    return first - start if start is not None and (is_known or first == start) else None


def _order(one: Adoption) -> tuple[bool, int, int, str]:
    level = LEVELS.index(one.level) if one.level in LEVELS else len(LEVELS)
    return one.first is None, one.first.year if one.first else 0, level, one.place


def _course(level: str | None, group: Sequence[Adoption], span: Iterable[int]) -> LevelCourse:
    told = tuple(_level_year(year, group) for year in span)
    having = [one for one in group if one.first]
    first = min((one.first.year for one in having if one.first), default=None)
    return LevelCourse(
        level, len(group), told, tuple(one for one in having if one.first and one.first.year == first)
    )


def _level_year(year: int, group: Sequence[Adoption]) -> LevelYear:
    begun = [one for one in group if one.shelf.years[0] <= year]
    return LevelYear(
        year,
        sum(year in one.shelf.years for one in group),
        sum(year in one.years_with for one in group),
        len(begun),
        sum(one.first is not None and one.first.year <= year for one in begun),
    )
