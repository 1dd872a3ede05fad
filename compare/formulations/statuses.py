"""What became of each formulation: new, dropped, returning, reworded or carried.

Formulations are mined without a dictionary of terms. What one text has and the other lacks, in whatever
width, quotes or spacing, is measured by cross parsing (`novelty`), cut along the frames of the genre's
sentences (`segmentation`) and ordered by how much it looks like what an analyst would name (`ranking`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from compare.formulations.candidates import find_candidates
from compare.formulations.carried import find_carried
from compare.formulations.emphasis import emphasis, part_lengths, uses_by_part
from compare.formulations.folding import FoldedReport, fold
from compare.formulations.lineage import Past, find_places, gather_past, places_of
from compare.formulations.novelty import Novelty, novelty
from compare.formulations.pairing import Slot, find_slots
from compare.formulations.ranking import ALONE, WITH_HISTORY, Ranked, rank, select
from compare.formulations.reading import Side, read_sides
from compare.formulations.renamed import ALIAS, Groups, join_names
from compare.formulations.segmentation import Form
from compare.formulations.signs import Signs
from compare.model import FormulationChange, Link, PhraseStatus
from corpora.model import WorkReport

# As many as a careful reader goes through in a whole report, fewer in a shorter text; what lies beyond is
# told by the aligned texts.
_WHOLE_REPORT = 8_000  # characters from which on a text has as many
_LEAST = 20
_MOST = {
    PhraseStatus.NEW: 150,
    PhraseStatus.DROPPED: 150,
    PhraseStatus.RETURNING: 100,
    PhraseStatus.REWORDED: 250,
    PhraseStatus.CARRIED: 150,
}
_LANGUAGE = "zh"  # frames and presence are those of Chinese text


class Formulations(Struct, frozen=True):
    """The policy phrases of a pair.

    Attributes:
        changes: by status in the order of `PhraseStatus` and by weight within one.
        cut: the statuses of which more were found than are listed, in the same order.
    """

    changes: tuple[FormulationChange, ...] = ()
    cut: tuple[PhraseStatus, ...] = ()


def find_formulations(
    earlier: WorkReport,
    later: WorkReport,
    links: Sequence[Link] = (),
    history: Sequence[WorkReport] = (),
    aliases: Groups = (),
) -> Formulations:
    """Find the policy phrases that came, went, came back, were reworded or carried on.

    Args:
        earlier: the earlier report.
        later: the later report.
        links: which units correspond; they help to pair reworded phrases.
        history: the place's other reports; those before the later one tell first and last years, and
            what stands in one of them is never told as new.
        aliases: groups of forms that the user says name one formulation each.

    Returns:
        The changes, of each status at most so many, and which lists are cut. Nothing for reports that are
        not in Chinese.
    """
    if earlier.language != _LANGUAGE or later.language != _LANGUAGE:
        return Formulations()
    past = gather_past([side for side in history if side.year != earlier.year], later)
    folded = fold(earlier), fold(later)
    old, young = read_sides(*folded)
    limits = {
        status: _limit(most, old if status is PhraseStatus.DROPPED else young)
        for status, most in _MOST.items()
    }
    # One more than is listed tells that a list is cut; the user's names may take as many out again.
    spare = 1 + sum(map(len, aliases))
    most = {status: limit + spare for status, limit in limits.items()}
    ever = _ever(old, young, past)
    new, returning = _came(young, ever, most)
    changes: tuple[FormulationChange, ...] = (
        *_one_sided(new, young.folded, PhraseStatus.NEW, past),
        *_one_sided(_gone(old, most), old.folded, PhraseStatus.DROPPED, past),
        *_one_sided(returning, young.folded, PhraseStatus.RETURNING, past),
        *islice(_reworded(old, young, links, past, ever), most[PhraseStatus.REWORDED]),
        *islice(_carried(old, young, past), most[PhraseStatus.CARRIED]),
    )
    return _cut(join_names(changes, *folded, aliases, past) if aliases else changes, limits)


def _limit(most: int, side: Side) -> int:
    return min(most, max(_LEAST, most * len(side.folded.form) // _WHOLE_REPORT))


def _cut(changes: Sequence[FormulationChange], limits: Mapping[PhraseStatus, int]) -> Formulations:
    """What is listed of each status, and where more was found; what the user asked for is always listed."""
    counts: Counter[PhraseStatus] = Counter()
    listed = []
    for change in changes:
        asked_for = change.reason == ALIAS
        counts[change.status] += not asked_for
        if asked_for or counts[change.status] <= limits[change.status]:
            listed.append(change)
    return Formulations(tuple(listed), tuple(each for each in PhraseStatus if counts[each] > limits[each]))


# -- what one side has and the other lacks ---------------------------------------------------------


def _ever(old: Side, young: Side, past: Past) -> Novelty | None:
    """The later report measured against all earlier ones; without a past None."""
    if not past.texts:
        return None
    return novelty(young.folded.form, [old.folded.whole, *(text for _, text in past.texts)])


def _came(
    young: Side, ever: Novelty | None, most: Mapping[PhraseStatus, int]
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """New and returning candidates of the later report; without a past nothing is known to return."""
    if ever is None:
        return _first(young, young.new, ALONE, most[PhraseStatus.NEW]), ()
    never = _first(young, ever, WITH_HISTORY, most[PhraseStatus.NEW])
    return never, _first(young, young.new, ALONE, most[PhraseStatus.RETURNING], among=ever)


def _gone(old: Side, most: Mapping[PhraseStatus, int]) -> tuple[Ranked, ...]:
    return _first(old, old.new, ALONE, most[PhraseStatus.DROPPED])


def _first(
    side: Side, new: Novelty, weights: Signs[float], most: int, among: Novelty | None = None
) -> tuple[Ranked, ...]:
    """The candidates of a report that an analyst would want to see first; see `find_candidates`."""
    return select(rank(find_candidates(side, new, among), new, weights), new, most)


def _one_sided(
    ranked: Sequence[Ranked], side: FoldedReport, status: PhraseStatus, past: Past
) -> Iterator[FormulationChange]:
    year, dropped = side.report.year, status is PhraseStatus.DROPPED
    for one in ranked:
        candidate = one.candidate
        name = side.name(candidate.start, candidate.end)
        alone = one.uses == 1
        spans = (side.span(candidate.start, candidate.end),) if alone else find_places(side, candidate.form)
        before = () if status is PhraseStatus.NEW else past.years_of(candidate.form)
        last = max((*before, year)) if dropped else max(before, default=None)
        yield FormulationChange(
            text=name,
            status=status,
            earlier_text=name if dropped else None,
            later_text=None if dropped else name,
            earlier_count=len(spans) if dropped else 0,
            later_count=0 if dropped else len(spans),
            weight=one.weight,
            first_year=min((*before, year)),
            last_year=last,
            earlier_spans=spans if dropped else (),
            later_spans=() if dropped else spans,
            reason=_reason(candidate.kinds),
        )


def _reason(kinds: frozenset[Form]) -> str:
    """The most telling of the ways in which a phrase stands in its clauses, in stable words."""
    return next(form.value for form in Form if form in kinds)


# -- what both sides have --------------------------------------------------------------------------


def _reworded(
    old: Side, young: Side, links: Sequence[Link], past: Past, ever: Novelty | None
) -> Iterator[FormulationChange]:
    for slot in find_slots(old, young, links):
        # most stand in no earlier text, which is known already
        before = (
            past.years_of(young.folded.form[slice(*slot.later)]) if ever and ever.stands(*slot.later) else ()
        )
        yield _slot_change(old.folded, young.folded, slot, before)


def _slot_change(
    old: FoldedReport, young: FoldedReport, slot: Slot, before: tuple[int, ...]
) -> FormulationChange:
    earlier_spans, later_spans = places_of(old, *slot.earlier), places_of(young, *slot.later)
    name = young.name(*slot.later)
    return FormulationChange(
        text=name,
        status=PhraseStatus.REWORDED,
        earlier_text=old.name(*slot.earlier),
        later_text=name,
        earlier_count=len(earlier_spans),
        later_count=len(later_spans),
        weight=slot.weight,
        first_year=min((*before, young.report.year)),
        last_year=max(before, default=None),
        earlier_spans=earlier_spans,
        later_spans=later_spans,
        reason=slot.reason,
    )


def _carried(old: Side, young: Side, past: Past) -> Iterator[FormulationChange]:
    lengths = part_lengths(old.folded), part_lengths(young.folded)
    for one in find_carried(old, young):
        earlier_spans, later_spans = find_places(old.folded, one.form), find_places(young.folded, one.form)
        if not earlier_spans or not later_spans:
            continue
        years = (*past.years_of(one.form), old.folded.report.year)
        name = _quote(young.folded, later_spans[0].start, later_spans[0].end)
        yield FormulationChange(
            text=name,
            status=PhraseStatus.CARRIED,
            earlier_text=_quote(old.folded, earlier_spans[0].start, earlier_spans[0].end),
            later_text=name,
            earlier_count=len(earlier_spans),
            later_count=len(later_spans),
            weight=one.weight,
            first_year=min(years),
            last_year=max(years),
            earlier_spans=earlier_spans,
            later_spans=later_spans,
            reason=one.reason,
            emphasis=emphasis(
                (uses_by_part(old.folded, earlier_spans), uses_by_part(young.folded, later_spans)), lengths
            ),
        )


def _quote(side: FoldedReport, start: int, end: int) -> str:
    return " ".join(side.report.text[start:end].split())
