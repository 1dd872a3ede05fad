"""What became of each target: the earlier and the later aim of one indicator, laid side by side.

Whether a number rose is one question, what that means another: a lower ceiling for prices is no lowered
ambition, and a higher cut of energy use asks for more. The second follows from the sense of the indicator.
"""

from collections.abc import Iterator, Sequence

from compare.matching import bare_form
from compare.similarity import ratio
from compare.undertakings.indicators import known
from compare.undertakings.model import Aim, Bearing, Target, TargetChange, TargetChangeKind
from corpora.quantities import measured_in

_SAME_WORDS = 0.7  # indicators known by their words alone are one when their words are this alike
_TINY = 1e-9
_FLOORS = {"以上": 1, "不低于": 1, "不少于": 1, "超过": 2, "突破": 2, "超": 2, "高于": 2, "多": 1, "余": 1}
_CEILINGS = {"以内": 1, "以下": 1, "之内": 1, "不超过": 1, "不高于": 1, "低于": 2}


def compare_targets(earlier: Sequence[Target], later: Sequence[Target]) -> tuple[TargetChange, ...]:
    """What became of each target.

    Args:
        earlier: the earlier report's targets, in reading order.
        later: the later report's.

    Returns:
        One change for each pair and each target without partner: the later ones in their order, then those
        that the later report does not have. An aim in two figures on one side and in one of them on the other
        is neither new nor gone: both have that one on the other side.
    """
    partner = _partners(earlier, later)
    before, after = ({_aim(each): each for each in side} for side in (earlier, later))
    changes = [
        _changed(earlier[partner[j]] if j in partner else before.get(_aim(each)), each)
        for j, each in enumerate(later)
    ]
    left = [each for i, each in enumerate(earlier) if i not in partner.values()]
    return tuple(changes + [_changed(each, after.get(_aim(each))) for each in left])


def _aim(target: Target) -> tuple[object, ...]:
    """What makes an aim that is told twice one aim."""
    return target.indicator, target.period, target.value, target.unit


def _partners(earlier: Sequence[Target], later: Sequence[Target]) -> dict[int, int]:
    """For each later target with a partner, the index of the earlier one.

    The surest pairs first: the same name and period, both with or both without a number; then a number that
    became words or the reverse; then indicators whose words are much alike and are measured alike.
    """
    pairs = sorted(_candidates(earlier, later), key=lambda each: (-each[0], each[2], each[1]))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if j not in partner and i not in taken:
            partner[j] = i
            taken.add(i)
    return partner


def _candidates(earlier: Sequence[Target], later: Sequence[Target]) -> Iterator[tuple[float, int, int]]:
    for i, one in enumerate(earlier):
        for j, other in enumerate(later):
            if one.period is not other.period:
                continue
            alike = one.is_quantified == other.is_quantified
            if one.indicator == other.indicator:
                yield 3.0 + alike + _same_measure(one, other), i, j
            elif alike and one.is_quantified and _same_measure(one, other) and not _both_known(one, other):
                likeness = ratio(bare_form(one.indicator), bare_form(other.indicator))
                if likeness >= _SAME_WORDS:
                    yield likeness, i, j


def _both_known(one: Target, other: Target) -> bool:
    return known(one.indicator) is not None and known(other.indicator) is not None


def _same_measure(one: Target, other: Target) -> bool:
    return measured_in(one.unit or "")[0] == measured_in(other.unit or "")[0]


def _changed(earlier: Target | None, later: Target | None) -> TargetChange:
    kind, difference = _kind(earlier, later)
    name = (later or earlier).indicator if later or earlier else ""  # type: ignore[union-attr]
    return TargetChange(name, earlier, later, kind, _bearing(kind, earlier, later), difference)


def _kind(earlier: Target | None, later: Target | None) -> tuple[TargetChangeKind, float | None]:
    if earlier is None:
        return TargetChangeKind.NEW, None
    if later is None:
        return TargetChangeKind.DROPPED, None
    if earlier.value is None or later.value is None:
        if earlier.value is None and later.value is None:
            return TargetChangeKind.KEPT, None
        return (TargetChangeKind.NOT_QUANTIFIED if earlier.value else TargetChangeKind.QUANTIFIED), None
    if not _same_measure(earlier, later):
        return TargetChangeKind.UNIT_CHANGED, None
    return _moved(earlier.value, later.value, earlier, later)


def _moved(
    before: tuple[float, float], after: tuple[float, float], earlier: Target, later: Target
) -> tuple[TargetChangeKind, float]:
    """The change between two numbers or ranges of one measure, in the later one's unit."""
    size = measured_in(later.unit or "")[1]
    factor = measured_in(earlier.unit or "")[1] / size
    low, high = (end * factor for end in before)
    difference = sum(after) / 2 - (low + high) / 2
    falls = [_below(after[0], low), _below(after[1], high)]
    rises = [_below(low, after[0]), _below(high, after[1])]
    if not any(falls) and not any(rises):
        same = earlier.qualifier == later.qualifier
        return (TargetChangeKind.KEPT if same else TargetChangeKind.REQUALIFIED), 0.0
    if any(falls) and any(rises):
        return (TargetChangeKind.WIDENED if falls[0] else TargetChangeKind.NARROWED), difference
    return (TargetChangeKind.RAISED if any(rises) else TargetChangeKind.LOWERED), difference


def _below(one: float, other: float) -> bool:
    return one < other - _TINY * max(1.0, abs(other))


# -- what it means ---------------------------------------------------------------------------------


def _bearing(kind: TargetChangeKind, earlier: Target | None, later: Target | None) -> Bearing:
    if earlier is None or later is None or later.aim is Aim.OPEN:
        return Bearing.OPEN
    wants_more = later.aim is Aim.MORE
    if kind in (TargetChangeKind.RAISED, TargetChangeKind.LOWERED):
        return _demand((kind is TargetChangeKind.RAISED) is wants_more)
    if kind is TargetChangeKind.REQUALIFIED:
        scale = _FLOORS if wants_more else _CEILINGS
        before, after = (scale.get(each.qualifier or "", 0) for each in (earlier, later))
        return _demand(after > before) if before != after else Bearing.OPEN
    return Bearing.OPEN


def _demand(more: bool) -> Bearing:  # noqa: FBT001 - names the answer
    return Bearing.MORE_DEMANDING if more else Bearing.LESS_DEMANDING
