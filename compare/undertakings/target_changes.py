"""What became of each target: the earlier and the later aim of one indicator, laid side by side.

Whether a number rose is one question, what that means another: a lower ceiling for prices is no lowered
ambition, and a higher cut of energy use asks for more. The second follows from the sense of the indicator.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from compare.undertakings.model import Aim, Bearing, Period, Target, TargetChange, TargetChangeKind
from compare.undertakings.partners import measure_of, partners, same_measure
from corpora.quantities import measured_in

_TINY = 1e-9
_FLOORS = {"以上": 1, "不低于": 1, "不少于": 1, "超过": 2, "突破": 2, "超": 2, "高于": 2, "多": 1, "余": 1}
_CEILINGS = {"以内": 1, "以下": 1, "之内": 1, "不超过": 1, "不高于": 1, "低于": 2}


def compare_targets(earlier: Sequence[Target], later: Sequence[Target]) -> tuple[TargetChange, ...]:
    """What became of each target.

    A report may state a target in general and again in a task, and then change one of both. The other is not
    new: it is told against the target of the same figure, which may be told more than once.

    Args:
        earlier: the earlier report's targets, in reading order.
        later: the later report's.

    Returns:
        One change for each pair and each target without partner: the later ones in their order, then those
        that the later report does not have. An aim in two figures on one side and in one of them on the other
        is neither new nor gone: both have that one on the other side.
    """
    partner = partners(earlier, later)
    taken = set(partner.values())
    changes = [
        _changed(earlier[partner[j]] if j in partner else twin, each)
        for j, (each, twin) in enumerate(zip(later, _twins(later, earlier), strict=True))
    ]
    gone = [
        _changed(each, twin)
        for i, (each, twin) in enumerate(zip(earlier, _twins(earlier, later), strict=True))
        if i not in taken
    ]
    return tuple(changes + gone)


def _twins(targets: Iterable[Target], others: Iterable[Target]) -> list[Target | None]:
    """For each target the first of the others with its name, period, measure and figure."""
    named: dict[tuple[str, Period, str], list[Target]] = defaultdict(list)
    for each in others:
        named[_identity(each)].append(each)
    return [
        next((other for other in named.get(_identity(each), ()) if _is_same_figure(each, other)), None)
        for each in targets
    ]


def _identity(target: Target) -> tuple[str, Period, str]:
    return target.indicator, target.period, measure_of(target)


def _is_same_figure(one: Target, other: Target) -> bool:
    return _kind(one, other)[0] in (TargetChangeKind.KEPT, TargetChangeKind.REQUALIFIED)


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
    if not same_measure(earlier, later):
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
