"""Formulations of a higher level of government in the report of a lower one: taken up, adapted, absent.

A province's report of January takes up what the State Council's report of the year before, or the party's
conferences before either, have set; so both are compared only for the same or the next year. What the place
said in an older report already stood there before.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from compare.formulations.candidates import name_of
from compare.formulations.folding import FoldedReport, fold, presence_form, whole_form
from compare.formulations.lineage import find_places
from compare.formulations.reading import ReadUnit
from compare.formulations.segmentation import cut_pieces
from compare.model import FormulationChange, PhraseStatus
from compare.similarity import ratios
from compare.uptakes import Uptake, UptakeKind
from corpora.model import Span, WorkReport

_EARLIER, _LATER = "earlier", "later"
_RANKS = {"national": 0, "province": 1, "city": 2, "county": 3, "township": 4}
_LONGEST_WAY = 1  # years from the higher report to the lower one that may take it up
_ADAPTED = 0.75  # insert/delete likeness: one word of four changed
_SHORTEST_ADAPTED = 6  # characters: of shorter names one word makes another thing


def find_uptake(
    earlier: WorkReport,
    later: WorkReport,
    phrases: Sequence[FormulationChange],
    history: Sequence[WorkReport],
) -> tuple[Uptake, ...]:
    """What became of the higher level's formulations in the lower level's report.

    Args:
        earlier: one report.
        later: the other one.
        phrases: what their comparison found.
        history: other reports; those of the lower level's place tell what stood there before.

    Returns:
        By kind and weight; empty unless the levels of both governments are known and differ, and the lower
        report is of the same or the next year.
    """
    ranks = _rank(earlier), _rank(later)
    if ranks[0] is None or ranks[1] is None or ranks[0] == ranks[1]:
        return ()
    is_central_earlier = ranks[0] < ranks[1]
    central, local = (earlier, later) if is_central_earlier else (later, earlier)
    if not 0 <= local.year - central.year <= _LONGEST_WAY:
        return ()
    past = sorted(
        (side.year, whole_form(side.units))
        for side in history
        if side.place == local.place and side.year < min(central.year, local.year)
    )
    side = _EARLIER if is_central_earlier else _LATER
    found = [*_told(phrases, side), *_lacking(phrases, fold(local), side)]
    dated = [_dated(one, past) for one in found]
    order = list(UptakeKind)
    return tuple(sorted(dated, key=lambda one: (order.index(one.kind), -one.weight, one.text)))


def _rank(report: WorkReport) -> int | None:
    level = next((fact.value for fact in report.facts if fact.name == "level"), "")
    return _RANKS.get(level)


def _told(phrases: Sequence[FormulationChange], side: str) -> Iterator[Uptake]:
    """What both have, in the same words or with others in the same slot."""
    kinds = {PhraseStatus.CARRIED: UptakeKind.VERBATIM, PhraseStatus.REWORDED: UptakeKind.ADAPTED}
    for phrase in phrases:
        if phrase.status in kinds:
            sides = (
                (phrase.earlier_text or "", phrase.earlier_spans),
                (phrase.later_text or "", phrase.later_spans),
            )
            (text, spans), (local_text, local_spans) = sides if side == _EARLIER else sides[::-1]
            yield Uptake(
                text, side, kinds[phrase.status], local_text, spans, local_spans, phrase.weight, None
            )


def _lacking(phrases: Sequence[FormulationChange], local: FoldedReport, side: str) -> Iterator[Uptake]:
    """What only the higher report has, as it stands or, where the lower one has nearly the same, adapted."""
    status = {PhraseStatus.DROPPED} if side == _EARLIER else {PhraseStatus.NEW, PhraseStatus.RETURNING}
    alone = [phrase for phrase in phrases if phrase.status in status]
    names = _names(local)
    likeness = ratios([presence_form(phrase.text) for phrase in alone], names)
    for row, phrase in enumerate(alone):
        spans = phrase.earlier_spans if side == _EARLIER else phrase.later_spans
        best = int(likeness[row].argmax()) if names else -1
        if best >= 0 and likeness[row, best] >= _ADAPTED and len(names[best]) >= _SHORTEST_ADAPTED:
            places = find_places(local, names[best])
            if places:
                yield Uptake(
                    phrase.text, side, UptakeKind.ADAPTED, _quote(local.report, places[0]), spans, places,
                    phrase.weight, None,
                )  # fmt: skip
                continue
        yield Uptake(phrase.text, side, UptakeKind.ABSENT, None, spans, (), phrase.weight, None)


def _names(side: FoldedReport) -> list[str]:
    """The names that a report's clauses have, in reading order."""
    found: dict[str, None] = {}
    for index, unit in enumerate(side.units):
        read = ReadUnit(unit, side.places(index), cut_pieces(unit.text), ())
        for piece in read.pieces:
            start, end = name_of(read, piece)
            found[side.form[start:end]] = None
    return list(found)


def _dated(one: Uptake, past: Sequence[tuple[int, str]]) -> Uptake:
    """Since when the place has the formulation, if an older report of it has it."""
    form = presence_form(one.text)
    since = next((year for year, text in past if form in text), None)
    stood = since is not None and one.kind is UptakeKind.VERBATIM
    return replace(one, kind=UptakeKind.BEFORE if stood else one.kind, since=since)


def _quote(report: WorkReport, span: Span) -> str:
    return " ".join(report.quote(span).split())
