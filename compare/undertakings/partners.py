"""Which targets of two reports are of one thing: by name, else by words that are much alike.

The surest pairs come first. Targets of one name, period and measure stand for each other, so what is weighed
are these kinds of targets and not all pairs of targets: a text of ten times the length has ten times as many.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from compare.matching import bare_form
from compare.similarity import close_pairs, opcodes, ratio
from compare.undertakings.aims import core_words
from compare.undertakings.doing import MANNER, VERBS
from compare.undertakings.indicators import known
from compare.undertakings.model import Period, Target
from corpora.quantities import measured_in

_SAME_WORDS = 0.7  # indicators known by their words alone are one when their words are this alike
_SAME_CORE = 0.6  # … and what is left of them without verbs and payers is this alike
_LEADS = re.compile(rf"^(?:新|{MANNER}|{VERBS})+(?=\w\w)")
_SAME_NAME = 3.0  # above what any likeness of words gives


class _Kind(Struct, frozen=True):
    """What targets must have in common to stand for each other."""

    period: Period
    indicator: str
    is_quantified: bool
    measure: str


def partners(earlier: Sequence[Target], later: Sequence[Target]) -> dict[int, int]:
    """For each later target with a partner, the index of the earlier one.

    The surest pairs first: the same name and period, both with or both without a number; then a number that
    became words or the reverse; then indicators whose words are much alike and are measured alike. Of pairs
    that are as sure, the one that stands first.

    Args:
        earlier: the earlier report's targets, in reading order.
        later: the later report's.
    """
    waiting, asking = _by_kind(earlier), _by_kind(later)
    levels: dict[float, dict[_Kind, list[_Kind]]] = defaultdict(lambda: defaultdict(list))
    for sureness, one, other in (*_of_one_name(waiting, asking), *_of_like_words(waiting, asking)):
        levels[sureness][other].append(one)
    partner: dict[int, int] = {}
    for sureness in sorted(levels, reverse=True):
        fitting = levels[sureness]
        in_order = sorted((j, other) for other in fitting for j in asking[other] if j not in partner)
        for j, other in in_order:
            queue = min((waiting[one] for one in fitting[other] if waiting[one]), default=None, key=_first)
            if queue:
                partner[j] = queue.popleft()
    return partner


def same_measure(one: Target, other: Target) -> bool:
    """Whether two targets are measured in units of one kind, of whatever size."""
    return measure_of(one) == measure_of(other)


def measure_of(target: Target) -> str:
    """What kind of units a target is measured in; empty without a figure."""
    return measured_in(target.unit or "")[0]


def _first(queue: deque[int]) -> int:
    return queue[0]


def _by_kind(targets: Iterable[Target]) -> dict[_Kind, deque[int]]:
    found: dict[_Kind, deque[int]] = defaultdict(deque)
    for index, each in enumerate(targets):
        found[_Kind(each.period, each.indicator, each.is_quantified, measure_of(each))].append(index)
    return found


def is_one_thing(one: str, other: str) -> bool:
    """Whether words that are alike name one thing: what is done with it and who pays aside.

    More words on one side make it clearer; another word in the same place (`一般性转移支付`,
    `均衡性转移支付`) makes it another thing.

    Args:
        one: the name of a target.
        other: the name of another.
    """
    cores = [core_words(_LEADS.sub("", bare_form(each))) for each in (one, other)]
    if ratio(*cores) < _SAME_CORE:
        return False
    steps = [tag for tag, *_ in opcodes(*cores)]
    return not any({"insert", "delete"} == {step, following} for step, following in pairwise(steps))


def _of_one_name(earlier: Iterable[_Kind], later: Iterable[_Kind]) -> Iterator[tuple[float, _Kind, _Kind]]:
    named: dict[tuple[Period, str], list[_Kind]] = defaultdict(list)
    for one in earlier:
        named[one.period, one.indicator].append(one)
    for other in later:
        for one in named.get((other.period, other.indicator), ()):
            alike = one.is_quantified == other.is_quantified
            yield _SAME_NAME + alike + (one.measure == other.measure), one, other


def _of_like_words(earlier: Iterable[_Kind], later: Iterable[_Kind]) -> Iterator[tuple[float, _Kind, _Kind]]:
    sides = [defaultdict[tuple[Period, str], list[_Kind]](list) for _ in range(2)]
    for side, kinds in zip(sides, (earlier, later), strict=True):
        for kind in kinds:
            if kind.is_quantified:
                side[kind.period, kind.measure].append(kind)
    for measured in sides[0].keys() & sides[1].keys():
        ones, others = (side[measured] for side in sides)
        words = [[bare_form(kind.indicator) for kind in each] for each in (ones, others)]
        found = close_pairs(words[0], words[1], _SAME_WORDS)
        for i, j, likeness in zip(*(each.tolist() for each in found), strict=True):
            one, other = ones[i], others[j]
            are_known = known(one.indicator) is not None and known(other.indicator) is not None
            is_other = one.indicator != other.indicator and not are_known
            if is_other and is_one_thing(one.indicator, other.indicator):
                yield likeness, one, other
