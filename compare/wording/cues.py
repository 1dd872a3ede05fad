"""Words of the ladders in a clause: whole ones only, each with what it speaks of."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from compare.patterns import any_of
from compare.wording.ladders import LADDERS, MANNER, Ladder
from compare.wording.whole_words import NOT_AFTER, NOT_BEFORE

_OBJECT = 2  # characters that tell what a word speaks of: the length of most Chinese words
_PARTICLES = "的了"
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”%]")

# Words that say what is done, and not how.
_ACTS = frozenset(
    word
    for ladder in LADDERS
    if ladder.name in ("stage", "rollout", "stance", "ban")
    for rung in ladder.rungs
    for word in rung
)


class Cue(Struct, frozen=True, gc=False):
    """A word of a ladder, or of manner, in a clause.

    Attributes:
        word: as it stands.
        start: its offset in the clause.
        end: the offset behind it.
        after: what it speaks of when it stands before it: the next characters that are no cue.
        before: the same when it stands behind it.
    """

    word: str
    start: int
    end: int
    after: str = ""
    before: str = ""


def _pattern() -> re.Pattern[str]:
    words = {word for ladder in LADDERS for rung in ladder.rungs for word in rung} | set(MANNER)
    parts = []
    for word in sorted(words, key=lambda each: (-len(each), each)):
        after = "".join(f"(?<!{re.escape(front + word)})" for front in NOT_AFTER.get(word, "").split())
        before = "|".join(map(re.escape, NOT_BEFORE.get(word, "").split()))
        particle = "地?" if word in MANNER else ""
        parts.append(word + after + (f"(?!{before})" if before else "") + particle)
    first = "".join(sorted({word[0] for word in words}))
    return re.compile(f"(?=[{first}]){any_of(parts)}")


_CUE = _pattern()
_RUNGS: dict[str, dict[str, int]] = {
    ladder.name: {word: rung for rung, words in enumerate(ladder.rungs) for word in words}
    for ladder in LADDERS
}
_LADDERS_OF: dict[str, frozenset[str]] = {
    word: frozenset(name for name, rungs in _RUNGS.items() if word in rungs)
    for word in {word for rungs in _RUNGS.values() for word in rungs}
}


def ladders_of(cues: Iterable[Cue]) -> frozenset[str]:
    """The names of the ladders that have one of the cues' words."""
    return frozenset().union(*(_LADDERS_OF.get(cue.word, frozenset()) for cue in cues))


def rung_of(ladder: Ladder, word: str) -> int | None:
    """The rung of a word, or None where it is none of the ladder's."""
    return _RUNGS[ladder.name].get(word)


@lru_cache(maxsize=1 << 13)
def cues_in(form: str) -> tuple[Cue, ...]:
    """The cues of a clause in reading order.

    Args:
        form: the clause in its matching form.
    """
    found = [(match.group().rstrip("地"), match.start(), match.end()) for match in _CUE.finditer(form)]
    taken = {place for _, start, end in found for place in range(start, end)}
    return tuple(
        Cue(word, start, end, _following(form, end, taken), _preceding(form, start, taken))
        for word, start, end in found
    )


def acts_before(form: str, after: str) -> frozenset[str]:
    """The words that say what is done and stand with the cues before an object.

    Args:
        form: the clause in its matching form.
        after: the object's first characters.
    """
    return frozenset(cue.word for cue in cues_in(form) if cue.after == after and cue.word in _ACTS)


def acts_at(form: str, start: int) -> frozenset[str]:
    """What a word speaks of that stands directly before what is done: 落实 in 全面落实支持政策.

    Args:
        form: the clause in its matching form.
        start: offset of the word.
    """
    cues = cues_in(form)
    ends = {cue.start: cue.end for cue in cues}
    return frozenset(cue.word for cue in cues if cue.start == ends.get(start) and cue.word in _ACTS)


def without_cues(form: str, cues: Iterable[Cue]) -> str:
    """The clause with its cues taken out: what is the same in it speaks of the same thing."""
    pieces, reached = [], 0
    for cue in cues:
        pieces.append(form[reached : cue.start])
        reached = cue.end
    return "".join([*pieces, form[reached:]])


def runs(cues: Sequence[Cue]) -> list[tuple[Cue, ...]]:
    """Cues that follow each other without a gap, together: 积极 + 稳妥 + 推进."""
    found: list[list[Cue]] = []
    for cue in cues:
        if found and found[-1][-1].end == cue.start:
            found[-1].append(cue)
        else:
            found.append([cue])
    return [tuple(run) for run in found]


def _following(form: str, place: int, taken: set[int]) -> str:
    while place < len(form) and (place in taken or form[place] in _PARTICLES):
        place += 1
    words = form[place : place + _OBJECT]
    return words if len(words) == _OBJECT and all(map(_WORDS.match, words)) else ""


def _preceding(form: str, place: int, taken: set[int]) -> str:
    while place > 0 and (place - 1 in taken or form[place - 1] in _PARTICLES):
        place -= 1
    words = form[max(place - _OBJECT, 0) : place]
    return words if len(words) == _OBJECT and all(map(_WORDS.match, words)) else ""
