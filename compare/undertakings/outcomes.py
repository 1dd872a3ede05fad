"""What came of last year's targets, by the figures of the next report's review.

A figure answers a target when it stands with the words of the same indicator and is measured alike. `左右`
is met by what comes near, `以上` and `以内` by what lies on their side. A figure far on the other side of
`左右` from what is wanted is met only by the sense of the indicator: prices that rise less than a ceiling.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from compare.matching import bare_form
from compare.remembered import remembered
from compare.similarity import ratio
from compare.undertakings.indicators import known
from compare.undertakings.model import Aim, Period, Target, TargetOutcome, Verdict
from compare.undertakings.statements import Statement, clauses_of, statements_of
from compare.undertakings.targets import targets_of
from corpora.model import Role, Span, WorkReport
from corpora.quantities import measured_in

_SAME_WORDS = 0.75
_LEAST_CORE = 2
_NO_CORE = re.compile(
    r"^(?:全年|今年|共|再|新增|新建|改造|建成|完成|实施|中央|地方|财政|预算|安排|投入|拟|将)+"
    r"|(?:增长|达到?|提高到?|至|由|从|资金)+$"
)
_FAR = 0.5  # share of a target with `左右` below which a figure that should be low is told, not judged
_NEAR_POINTS = 0.25  # percentage points that `左右` takes in
_NEAR_SHARE = 0.025  # the same for amounts, as a share
_CEILINGS = frozenset({"以内", "以下", "之内", "不超过", "不高于", "低于"})
_AVERAGE = re.compile(r"年均|五年|累计|以来|[三四]年|十年|“十.五”")
_PART = re.compile(
    r"其中|高技术|一产|二产|三产|第[一二三]产业|季度|月份|上半年|下半年|县|区域|农村(?!居民|贫困)"
)
_FELL = re.compile(r"(?:下降|减少|回落|降低|负增长)(?:了|约|近|超过)?$")
_GROWN = re.compile(r"(?:增长|增幅|增速|上涨|涨幅|提高|上升|增加)(?:了|约|近|超过|达到?|为)?$")
_IS_CUT = re.compile(r"能耗|二氧化碳|用水量|排放|贫困人口")


class Figure(Struct, frozen=True):
    """A figure of the review with the indicator names and words that are its own."""

    statement: Statement
    names: frozenset[str]
    words: str
    span: Span
    order: int


@remembered
def figures_of(review: WorkReport) -> tuple[Figure, ...]:
    """The figures of a report's review in reading order.

    `增长6.1%` behind a level is that indicator's, too.
    """
    found: list[Figure] = []
    for unit in review.units:
        if unit.role not in (Role.REVIEW, Role.OPENING):
            continue
        before: tuple[int, frozenset[str], str, int] = (-1, frozenset(), "", 0)
        for clause in clauses_of(review)[unit.id]:
            for each in statements_of(clause):
                names = frozenset(named.indicator.name for named in each.names)
                words, start = bare_form(each.words), each.span.start
                if not names and before[0] == clause.sentence and len(_bare_growth(words)) < 2:  # noqa: PLR2004
                    names, words, start = before[1], before[2] + words, before[3]
                found.append(Figure(each, names, words, Span(start, each.span.end), len(found)))
                before = (clause.sentence, names, words, start)
    return tuple(found)


def _bare_growth(words: str) -> str:
    return re.sub(
        r"同比|比上年|实际|名义|增长|下降|上涨|提高|增加|减少|回落|降低|约|近|超过|达到?|为|分别|名列|首次|年均|再|突破",
        "",
        words,
    )


@remembered
def outcomes_of(plan: WorkReport, following: WorkReport) -> tuple[TargetOutcome, ...]:
    """What the next year's review says of a plan's targets; see `target_outcomes`."""
    return target_outcomes(targets_of(plan), figures_of(following), figures_of(plan))


def target_outcomes(
    targets: Sequence[Target], figures: Sequence[Figure], before: Sequence[Figure]
) -> tuple[TargetOutcome, ...]:
    """What the review says of each target for one year.

    Args:
        targets: the earlier report's targets.
        figures: the figures of the later report's review.
        before: the figures of the earlier report's review, for targets that are set as a change in
            percentage points and answered with a level.

    Returns:
        One outcome for each target of the year that has a number or a known indicator, in their order.
    """
    return tuple(
        _outcome(target, figures, before)
        for target in targets
        if target.period is Period.YEAR and (target.is_quantified or known(target.indicator))
    )


def _outcome(target: Target, figures: Sequence[Figure], before: Sequence[Figure]) -> TargetOutcome:
    best = _best(target, figures)
    if best is None:
        return TargetOutcome(target, Verdict.NOT_REPORTED, None, None, None, None, None)
    amount, unit_id = best.statement.amount, best.statement.clause.unit.id
    value, verdict, difference, level = _signed(target, best), Verdict.REPORTED, None, None
    if target.value is not None and not _AVERAGE.search(best.words):
        size = measured_in(target.unit or "")[1]
        printed: float | None = None
        if _is_same_measure(target, best):
            printed = value * measured_in(amount.unit)[1] / size
        elif measured_in(target.unit or "")[0] == "point" and amount.dimension == "%":
            level = _best(target, before)
            printed = (
                value - _signed(target, level) if level and level.statement.amount.dimension == "%" else None
            )
        if printed is not None:
            verdict, difference = _judged(target, target.value, printed)
    return TargetOutcome(
        target, verdict, best.span, unit_id, value, amount.unit, difference, level.span if level else None
    )


def _best(target: Target, figures: Sequence[Figure]) -> Figure | None:
    """The figure that answers best: measured alike, of the whole, first told."""
    return min(
        (each for each in figures if _answers(target, each)),
        key=lambda each: (not _is_fit(target, each), is_aside(each), each.order),
        default=None,
    )


def _is_fit(target: Target, figure: Figure) -> bool:
    """Whether the figure is measured as the target is; an aim in words is best answered by a rate."""
    if target.is_quantified:
        return _is_same_measure(target, figure)
    return figure.statement.amount.dimension == "%"


def _answers(target: Target, figure: Figure) -> bool:
    statement = figure.statement
    indicator = known(target.indicator)
    if indicator is not None:
        fits = statement.amount.dimension in indicator.dimensions
        return target.indicator in figure.names and fits and not statement.is_origin
    if not _is_same_measure(target, figure):
        return False
    mine, other = _core(target.indicator), _core(figure.words)
    return min(len(mine), len(other)) >= _LEAST_CORE and ratio(mine, other) >= _SAME_WORDS


def _core(words: str) -> str:
    """What an amount is of, without the verbs of doing it and without who pays."""
    return _NO_CORE.sub("", words)


def _is_same_measure(target: Target, figure: Figure) -> bool:
    mine = measured_in(target.unit or "")[0]
    other = figure.statement.amount.dimension
    return mine == other or {mine, other} == {"person", ""}


def signed_growth(figure: Figure) -> float | None:
    """A figure that tells how much something grew, in per cent; negative when it fell, None when neither."""
    words, value = figure.statement.words, figure.statement.amount.low
    if _FELL.search(words):
        return -value
    return value if _GROWN.search(words) else None


def is_aside(figure: Figure) -> bool:
    """Whether the figure is of a part, of several years, or a change told beside the level."""
    words = figure.words
    return bool(
        _AVERAGE.search(words)
        or _PART.search(words)
        or (figure.statement.is_change and figure.statement.amount.dimension == "point")
    )


def _signed(target: Target, figure: Figure) -> float:
    """The figure as the target prints its own: a fall of what should grow is negative, and the reverse."""
    value = figure.statement.amount.low
    if figure.statement.amount.dimension != "%":
        return value
    fell = bool(_FELL.search(figure.statement.words))
    if _IS_CUT.search(target.indicator):
        return -value if _GROWN.search(figure.statement.words) and not fell else value
    return -value if fell and "率" not in target.indicator else value


def _judged(target: Target, value: tuple[float, float], printed: float) -> tuple[Verdict, float]:
    low, high = value
    difference = printed - low if printed < low else printed - high if printed > high else 0.0
    near = _NEAR_POINTS if target.unit == "%" else _NEAR_SHARE * max(abs(low), abs(high))
    if target.qualifier not in ("左右", "上下", "约", "大约", "接近", "近"):
        near = 0.0
    if target.aim is Aim.OPEN:
        verdict = Verdict.MET if abs(difference) <= near else Verdict.REPORTED
    elif target.aim is Aim.LESS or target.qualifier in _CEILINGS:
        is_far = near > 0 and -difference > _FAR * low  # prices that hardly rise are no target met
        verdict = Verdict.REPORTED if is_far else Verdict.MET if difference <= near else Verdict.MISSED
    elif difference < -near:
        verdict = Verdict.MISSED
    else:
        verdict = Verdict.EXCEEDED if difference > max(near, 1e-9) else Verdict.MET
    return verdict, difference
