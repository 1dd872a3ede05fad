"""Words of one ladder in two clauses that belong together: which became stronger, wider, sooner."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.model import Channel, Direction
from compare.wording.cues import Cue, acts_at, acts_before, cues_in, ladders_of, rung_of, runs, without_cues
from compare.wording.ladders import DRIVE, EMPHASIS, LADDERS, STANCE, Ladder
from corpora.model import Span

_WAYS = {
    Channel.STRENGTH: (Direction.STRONGER, Direction.WEAKER),
    Channel.QUALIFIER: (Direction.STRONGER, Direction.WEAKER),
    Channel.SCOPE: (Direction.WIDER, Direction.NARROWER),
    Channel.TIME: (Direction.EARLIER, Direction.LATER),
}
_WORK = frozenset(
    word for ladder in LADDERS if ladder.name == "stage" for rung in ladder.rungs for word in rung
) - frozenset(word for rung in STANCE.rungs for word in rung)
# Words that are weighed on other ladders, or on none: 稳步提高 and 适当提高 differ in degree, not in drive.
_WEIGHED_ELSEWHERE = frozenset(EMPHASIS) | frozenset(
    word
    for ladder in LADDERS
    if ladder.name in ("degree", "strictness", "resolve", "bound", "firmness")
    for rung, words in enumerate(ladder.rungs)
    if rung != ladder.bare
    for word in words
)
# What may open a clause without saying anything of what is done: marks of items, subjects, modals.
_FRONT = re.compile(
    r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、是要]|[\d]+[.、])|^我们|[要将应]$|必须$|\W"
)
_OBJECT = 2
_JOINTS = "、和与"
Forms = tuple[str, str]
Cues = tuple[Sequence[Cue], Sequence[Cue]]


class WordChange(Struct, frozen=True):
    """A word that another rung's took the place of; the spans are offsets in the clauses."""

    channel: Channel
    earlier: Span
    later: Span
    direction: Direction
    ladder: str

    @property
    def is_lone(self) -> bool:
        """Whether only one of the clauses has a word of the ladder."""
        return not len(self.earlier) or not len(self.later)


def word_changes(forms: Forms, cues: Cues, *, alone: bool) -> Iterator[WordChange]:
    """The changes of two clauses on every ladder, one for each word and what it speaks of.

    Args:
        forms: the clauses in their matching form.
        cues: their cues.
        alone: whether a word that only one of them has may be told.
    """
    if not cues[0] and not cues[1]:
        return
    found: list[WordChange] = []
    climbed = ladders_of((*cues[0], *cues[1]))
    for ladder in LADDERS:
        if ladder is STANCE:
            found.extend(_drives(forms, cues, alone=alone))
        elif ladder is not DRIVE and ladder.name in climbed:
            found.extend(_on(ladder, forms, cues, alone=alone))
    for place, change in enumerate(found):
        beside = [other for other in found if other is not change and _same_words(change, other)]
        # The same words may say more on an earlier ladder: what has come a stage on is not told as drive.
        is_told = any(other in found[:place] for other in beside)
        # One word of strength in another's place (坚决整肃, 严厉整肃) is no more and no less.
        is_exchange = change.is_lone and any(
            other.is_lone and other.direction is not change.direction for other in beside
        )
        if not is_told and not is_exchange:
            yield change


def _same_words(one: WordChange, other: WordChange) -> bool:
    """Whether two changes are told of one word, or on one channel of words that stand together (坚决制止)."""
    if one.channel is other.channel:
        return _touch(one.earlier, other.earlier) or _touch(one.later, other.later)
    return _overlap(one.earlier, other.earlier) or _overlap(one.later, other.later)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _change(ladder: Ladder, rungs: tuple[int, int], spans: tuple[Span, Span]) -> WordChange:
    more, less = _WAYS[ladder.channel]
    return WordChange(ladder.channel, *spans, more if rungs[1] > rungs[0] else less, ladder.name)


# -- one word --------------------------------------------------------------------------------------


def _on(ladder: Ladder, forms: Forms, cues: Cues, *, alone: bool) -> Iterator[WordChange]:
    """The changes on one ladder: words with the same object, or the only ones there are."""
    one, other = _left_over(ladder, cues)
    for cue in list(one):
        partner = next((each for each in other if _same_object(ladder, cue, each)), None)
        if partner:
            one.remove(cue)
            other.remove(partner)
            yield from _pair(ladder, cue, partner)
    if len(one) == len(other) == 1 and ladder.is_after:
        yield from _pair(ladder, one[0], other[0])
    elif alone and (not one or not other):
        for cue in one:
            yield from _lonely(ladder, cue, forms, is_later=False)
        for cue in other:
            yield from _lonely(ladder, cue, forms, is_later=True)


def _left_over(ladder: Ladder, cues: Cues) -> tuple[list[Cue], list[Cue]]:
    """The ladder's words of both sides without those that stand on both: they may have changed places."""
    sides = [[cue for cue in side if rung_of(ladder, cue.word) is not None] for side in cues]
    if not all(sides):  # as in most clauses
        return sides[0], sides[1]
    counts = [Counter(cue.word for cue in side) for side in sides]
    shared = counts[0] & counts[1]
    kept: list[list[Cue]] = []
    for side in sides:
        left = Counter(shared)
        kept.append([])
        for cue in side:
            if left[cue.word]:
                left[cue.word] -= 1
            else:
                kept[-1].append(cue)
    return kept[0], kept[1]


def _same_object(ladder: Ladder, one: Cue, other: Cue) -> bool:
    if ladder.is_after:
        return bool(one.before) and one.before == other.before
    return bool(one.after) and one.after == other.after


def _pair(ladder: Ladder, one: Cue, other: Cue) -> Iterator[WordChange]:
    rungs = rung_of(ladder, one.word), rung_of(ladder, other.word)
    if rungs[0] is not None and rungs[1] is not None and rungs[0] != rungs[1]:
        yield _change(ladder, (rungs[0], rungs[1]), (Span(one.start, one.end), Span(other.start, other.end)))


def _lonely(ladder: Ladder, cue: Cue, forms: Forms, *, is_later: bool) -> Iterator[WordChange]:
    """A word that only one clause has, where the other speaks of the same without it."""
    rung = rung_of(ladder, cue.word)
    place = _place(cue.start, cue.after, cue.before, forms if not is_later else forms[::-1])
    if rung is None or ladder.bare is None or not ladder.tells_alone(cue.word) or place is None:
        return
    if rung == ladder.bare:
        return
    here, there = Span(cue.start, cue.end), Span(place, place)
    if is_later:
        yield _change(ladder, (ladder.bare, rung), (there, here))
    else:
        yield _change(ladder, (rung, ladder.bare), (here, there))


def _place(start: int, after: str, before: str, forms: Forms) -> int | None:
    """Where the other clause has what a word speaks of, with nothing else in the word's place; or None.

    Args:
        start: offset of the word in its clause.
        after: what stands behind the word.
        before: what stands before it, for words at the end.
        forms: the word's clause, the other clause.
    """
    here, there = forms
    if not after:
        found = there.find(before) if before else -1
        is_said = found >= 0 and acts_at(here, start) <= {cue.word for cue in cues_in(there)}
        return found + len(before) if is_said else None
    found = there.find(after)
    if found < 0:
        return None
    fronts = [_FRONT.sub("", without_cues(form, cues_in(form))) for form in (here[:start], there[:found])]
    if fronts[1] and not fronts[0].endswith(fronts[1][-_OBJECT:]):
        return None
    # 全面推行检查 and 规范检查: what was done to it is gone with the word
    acts = [acts_before(form, after) for form in forms]
    return found if bool(acts[0]) == bool(acts[1]) and acts_at(here, start) <= acts[1] else None


# -- stance and drive ------------------------------------------------------------------------------


class _Run(Struct, frozen=True):
    """Cues that stand together before one object: 积极 + 支持."""

    span: Span
    object: str
    words: frozenset[str]
    weighed: frozenset[str]
    stance: int | None
    drive: int | None


def _drives(forms: Forms, cues: Cues, *, alone: bool) -> Iterator[WordChange]:
    """Who acts and with what force are said in one breath (大力支持), so they are weighed together."""
    sides = [_runs(form, side) for form, side in zip(forms, cues, strict=True)]
    for run in sides[0]:
        partner = next((each for each in sides[1] if each.object == run.object), None)
        yield from _weighed(run, partner, (forms, cues), is_later=False, alone=alone)
    objects = {run.object for run in sides[0]}
    for run in sides[1]:
        if run.object not in objects:
            yield from _weighed(run, None, (forms, cues), is_later=True, alone=alone)


def _runs(form: str, cues: Sequence[Cue]) -> list[_Run]:
    found = []
    ends = {cue.end for cue in cues}
    for run in runs(cues):
        if run[0].start and form[run[0].start - 1] in _JOINTS and run[0].start - 1 in ends:
            continue  # 鼓励、支持和引导 are one stance, and no rung
        stances = [rung for cue in run if (rung := rung_of(STANCE, cue.word)) is not None]
        drives = [rung for cue in run if (rung := rung_of(DRIVE, cue.word)) is not None]
        if run[-1].after:
            found.append(
                _Run(
                    Span(run[0].start, run[-1].end),
                    run[-1].after,
                    frozenset(cue.word for cue in run),
                    frozenset(cue.word for cue in run if _drives_or_stands(cue.word)),
                    min(stances) if stances else None,
                    # caution beside pace (积极稳妥) is caution
                    min(drives) if drives else None,
                )
            )
    return found


def _drives_or_stands(word: str) -> bool:
    return rung_of(STANCE, word) is not None or rung_of(DRIVE, word) is not None


def _is_exchange(run: _Run, partner: _Run, forms: Forms) -> bool:
    """Whether what stands before the run that lacks a word of drive is no part of the other clause."""
    if (run.drive is None) is (partner.drive is None):
        return False
    bare, form, other = (run, forms[0], forms[1]) if run.drive is None else (partner, forms[1], forms[0])
    front = _FRONT.sub("", without_cues(form[: bare.span.start], cues_in(form[: bare.span.start])))
    return bool(front) and front[-_OBJECT:] not in other


def _comparable(one: _Run, other: _Run) -> bool:
    """Whether two runs differ in stance and drive only: 加快 is not 实施 done with more force."""
    return _WORK & one.words == _WORK & other.words and not _WEIGHED_ELSEWHERE & (one.words ^ other.words)


def _weighed(
    run: _Run, partner: _Run | None, sides: tuple[Forms, Cues], *, is_later: bool, alone: bool
) -> Iterator[WordChange]:
    forms, cues = sides
    other = cues[0] if is_later else cues[1]
    bare = STANCE.bare or 0, DRIVE.bare or 0
    mine = bare[0] if run.stance is None else run.stance, bare[1] if run.drive is None else run.drive
    if partner is None:
        # 支持发展 and 发展 differ in grammar more than in stance: of a lone run only the drive counts.
        words = {cue.word for cue in other}
        place = _place(run.span.start, run.object, "", forms if not is_later else forms[::-1])
        if not alone or place is None or run.weighed & words:
            return
        theirs, there = (mine[0], bare[1]), Span(place, place)
    elif not _comparable(run, partner):
        return
    else:
        theirs = (
            bare[0] if partner.stance is None else partner.stance,
            bare[1] if partner.drive is None else partner.drive,
        )
        there = partner.span
        elsewhere = {cue.word for cue in other if not there.start <= cue.start < there.end}
        own = {
            cue.word
            for cue in (cues[1] if is_later else cues[0])
            if not run.span.start <= cue.start < run.span.end
        }
        if (run.weighed & elsewhere) or (partner.weighed & own):
            return  # the word stands elsewhere in the clause: it changed its place
        if _is_exchange(run, partner, forms[::-1] if is_later else forms):
            return  # 稳步开展, 因地制宜开展: another manner took the word's place
    steps = [(after > before) - (after < before) for before, after in zip(mine, theirs, strict=True)]
    step = (steps[0] or steps[1]) * (-1 if is_later else 1)
    if not step or steps[0] * steps[1] < 0:
        return
    rungs = (0, 1) if step > 0 else (1, 0)
    name = STANCE if steps[0] else DRIVE
    yield _change(name, rungs, (there, run.span) if is_later else (run.span, there))
