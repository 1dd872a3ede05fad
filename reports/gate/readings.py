"""Whether two reports were read well enough for a verdict; if not, the answer is "could not compare"."""

from collections.abc import Iterator

from msgspec import Struct

from corpora.model import WorkReport
from corpora.places import place_key
from reports.gate.rules import ReadingLimits, Situation, Years


class Problem(Struct, frozen=True):
    """Why there is no verdict.

    Attributes:
        code: stable word: `input` (a file), `rules`, `years`, `places`, or the code of a doubt.
        detail: what was seen: a message, both years, the quote of a doubt.
        side: `earlier` or `later`, or an empty string.
        limit: of a doubt, how many a check may bear.
        hint: what to try, or an empty string.
    """

    code: str
    detail: str
    side: str = ""
    limit: int = 0
    hint: str = ""


def situation_of(earlier: WorkReport, later: WorkReport) -> Situation:
    """Two drafts of one report have one place, year and kind of text; anything else is two reports."""
    same = (earlier.year, earlier.kind) == (later.year, later.kind)
    same = same and place_key(earlier.place) == place_key(later.place)
    return Situation.DRAFT if same else Situation.YEARLY


def reading_problems(earlier: WorkReport, later: WorkReport, limits: ReadingLimits) -> tuple[Problem, ...]:
    """What keeps two reports from being judged.

    Args:
        earlier: the earlier report.
        later: the later report.
        limits: what must hold.
    """
    return (
        *_years(earlier, later, limits.years),
        *_places(earlier, later, limits),
        *_doubts(earlier, "earlier", limits),
        *_doubts(later, "later", limits),
    )


def _years(earlier: WorkReport, later: WorkReport, wanted: Years) -> Iterator[Problem]:
    gap = later.year - earlier.year
    fits = {
        Years.ANY: True,
        Years.ORDERED: gap >= 0,
        Years.CONSECUTIVE: gap == 1,
        Years.SAME: gap == 0,
    }[wanted]
    if not fits:
        yield Problem("years", f"{earlier.year}, {later.year}", hint=wanted.value)


def _places(earlier: WorkReport, later: WorkReport, limits: ReadingLimits) -> Iterator[Problem]:
    keys = place_key(earlier.place), place_key(later.place)
    # A name may be longer or shorter: 山西省运城市 is 运城市.
    same = keys[0].endswith(keys[1]) or keys[1].endswith(keys[0])
    if limits.same_place and not same:
        yield Problem("places", f"{earlier.place}, {later.place}")


def _doubts(work_report: WorkReport, side: str, limits: ReadingLimits) -> Iterator[Problem]:
    found: dict[str, list[str]] = {}
    for doubt in work_report.doubts:
        found.setdefault(doubt.code, []).append(doubt.detail)
    for code, details in found.items():
        limit = limits.doubts.get(code)
        count = int(details[0]) if code == "bad-characters" and details[0].isdigit() else len(details)
        if limit is not None and count > limit:
            yield Problem(code, "; ".join(detail for detail in details if detail), side, limit)
