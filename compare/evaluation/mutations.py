"""Copies of a report with changes planted in it, whose answers are therefore known.

A measure goes to another section, a section to another rank; a measure is cut in two, two become one; numbers
and negations change, clauses change places; some measures that have moved or stayed lose a clause besides.
The same seed plants the same changes anywhere.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from compare.alignment.pairs import NOT_COMPARED_ROLES
from compare.evaluation.composing import Draft, compose, drafts_of, move_section, retext
from compare.evaluation.dice import Dice
from compare.evaluation.planting import cut_in_two, lose_clause, plant_negation, plant_number, swap_clauses
from corpora.model import Level, Role, Span, WorkReport

_OF_EACH_SHAPE = 2  # measures moved, cut, joined, swapped in one copy
_SHORTEST = 40  # characters; less has no topic that a reader would find again
_LOSES = 3  # one of so many measures loses a clause


class Planted(StrEnum):
    """What was changed on purpose."""

    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    SWAPPED = "swapped"
    NUMBER = "number"
    NEGATION = "negation"


class Answer(Struct, frozen=True):
    """One planted change.

    Attributes:
        kind: what was done.
        earlier: ids of the original's units.
        later: ids of the copy's units.
        span: where a changed number or negation stands in the copy (empty where a negation was taken out).
    """

    kind: Planted
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    span: Span | None = None


class MutatedPair(Struct, frozen=True):
    """A report, a changed copy of it, and what was changed.

    Attributes:
        earlier: the report.
        later: the copy.
        answers: the planted changes.
        pairs: all (earlier id, later id) that carry each other on, sections and measures.
    """

    earlier: WorkReport
    later: WorkReport
    answers: tuple[Answer, ...]
    pairs: frozenset[tuple[str, str]]


def mutate(original: WorkReport, seed: int) -> MutatedPair:
    """Plant changes in a report.

    Args:
        original: a report whose plan has sections with measures.
        seed: another one plants other changes.
    """
    dice = Dice(f"{original.id} {seed}")
    drafts = list(drafts_of(original))
    drafts, moved_section = move_section(drafts, dice.below)
    free = [each for each in drafts if _is_free(each)]
    dice.shuffle(free)
    work = _Work(drafts, free, dice)
    work.move()
    work.cut()
    work.join()
    work.swap()
    work.change_words()
    later, ids = compose(original, work.drafts)
    kinds = {} if moved_section is None else {moved_section: Planted.MOVED}
    answers = tuple(_answers(work, kinds, ids, later))
    pairs = frozenset(
        (one, ids[draft.key])
        for draft in work.drafts
        if draft.unit.role not in NOT_COMPARED_ROLES
        for one in draft.sources
    )
    return MutatedPair(original, later, answers, pairs)


def _is_free(draft: Draft) -> bool:
    unit = draft.unit
    return (
        unit.level is Level.MEASURE
        and unit.role is Role.PLAN
        and draft.parent is not None
        and unit.number is None
        and len(unit.text) >= _SHORTEST
    )


def _answers(
    work: "_Work", kinds: dict[str, Planted], ids: dict[str, str], later: WorkReport
) -> Iterator[Answer]:
    starts = {unit.id: unit.span.start for unit in later.units}
    by_source: dict[str, list[str]] = {}
    for draft in work.drafts:
        for source in draft.sources:
            by_source.setdefault(source, []).append(ids[draft.key])
    for source, kind in (kinds | work.kinds).items():
        yield Answer(kind, (source,), tuple(by_source[source]))
    for draft in work.drafts:
        if len(draft.sources) > 1:
            yield Answer(Planted.MERGED, draft.sources, (ids[draft.key],))
        if draft.planted is not None:
            start = starts[ids[draft.key]]
            span = Span(start + draft.planted.start, start + draft.planted.end)
            kind = Planted.NUMBER if len(draft.planted) and draft.is_number else Planted.NEGATION
            yield Answer(kind, draft.sources, (ids[draft.key],), span)


class _Work:
    """The drafts of a copy while changes are planted, and the measures not yet used for any."""

    def __init__(self, drafts: list[Draft], free: list[Draft], dice: "Dice") -> None:
        self.drafts = drafts
        self.kinds: dict[str, Planted] = {}  # original's unit → what was done to the unit as a whole
        self._free = [each.key for each in free]
        self._dice = dice

    def _at(self, key: str) -> int:
        return next(place for place, draft in enumerate(self.drafts) if draft.key == key)

    def move(self) -> None:
        """Put measures under another section of the plan, at its end."""
        homes = {self.drafts[self._at(key)].parent for key in self._free}
        for key in self._free[:_OF_EACH_SHAPE]:
            draft = self.drafts[self._at(key)]
            others = sorted(home for home in homes if home and home != draft.parent)
            if not others:
                continue
            self.drafts.remove(draft)
            home = others[self._dice.below(len(others))]
            last = max(place for place, each in enumerate(self.drafts) if home in (each.parent, each.key))
            self.drafts.insert(last + 1, self._worn(replace(draft, parent=home)))
            self.kinds[key] = Planted.MOVED
        self._free = self._free[_OF_EACH_SHAPE:]

    def cut(self) -> None:
        """Cut measures in two."""
        done = 0
        for key in list(self._free):
            place = self._at(key)
            halves = cut_in_two(self.drafts[place].unit.text)
            if halves is None or done == _OF_EACH_SHAPE:
                continue
            draft = self.drafts[place]
            rest = replace(draft, key=f"{key}+", unit=replace(draft.unit, number=None, heading=None))
            self.drafts[place : place + 1] = [retext(draft, halves[0]), retext(rest, halves[1])]
            self.kinds[key] = Planted.SPLIT
            self._free.remove(key)
            done += 1

    def join(self) -> None:
        """Make one measure of two that follow each other."""
        done = 0
        for key in list(self._free):
            if key not in self._free:
                continue  # it has become part of the one before
            place = self._at(key)
            after = self.drafts[place + 1] if place + 1 < len(self.drafts) else None
            is_pair = (
                after and {key, after.key} <= set(self._free) and after.parent == self.drafts[place].parent
            )
            if not after or not is_pair or done == _OF_EACH_SHAPE:
                continue
            draft = self.drafts[place]
            both = retext(draft, draft.unit.text + after.unit.text)
            self.drafts[place : place + 2] = [replace(both, sources=draft.sources + after.sources)]
            self._free = [each for each in self._free if each not in (key, after.key)]
            done += 1

    def swap(self) -> None:
        """Let two clauses of a measure change places."""
        for key in self._free[:_OF_EACH_SHAPE]:
            place = self._at(key)
            swapped = swap_clauses(self.drafts[place].unit.text, self._dice.below)
            if swapped:
                self.drafts[place] = retext(self.drafts[place], swapped)
                self.kinds[key] = Planted.SWAPPED
        self._free = self._free[_OF_EACH_SHAPE:]

    def change_words(self) -> None:
        """Change a number or a negation in each of the other measures, or take a clause from it."""
        for turn, key in enumerate(self._free):
            place = self._at(key)
            draft = self.drafts[place]
            ways = (plant_number, plant_negation) if turn % 2 else (plant_negation, plant_number)
            for way in ways:
                planted = way(draft.unit.text, self._dice.below)
                if planted:
                    text, span = planted
                    self.drafts[place] = replace(
                        retext(draft, text), planted=span, is_number=way is plant_number
                    )
                    break
            else:
                self.drafts[place] = self._worn(draft)

    def _worn(self, draft: Draft) -> Draft:
        """The draft, perhaps without one of its clauses."""
        if self._dice.below(_LOSES):
            return draft
        return retext(draft, lose_clause(draft.unit.text, self._dice.below))
