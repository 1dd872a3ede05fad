"""What a plan undertakes, clause by clause, and what each undertaking is about."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from compare.matching import bare_words
from compare.remembered import remembered
from compare.undertakings.aims import PAST, goes_on_of_past
from compare.undertakings.doing import LEADS, MANNER, MUST_BE, VERBS
from compare.undertakings.situations import tells_only
from compare.undertakings.statements import Clause, clauses_of
from compare.undertakings.targets import targets_of
from corpora.model import Level, Role, Span, WorkReport

_UNDERTAKING = frozenset({Role.PLAN, Role.REQUIREMENTS, Role.GOVERNANCE})
_LEAST_LENGTH = 4
_LEAST_CORE = 3  # characters: 规划 or 标准 alone is in every review
_STRIPPED = re.compile(rf"^(?:{MANNER}|{VERBS}(?=[\u4e00-\u9fffA-Za-z\d]{{2}}))")
_FIGURE = re.compile(
    r"\d{4}年|\d[\d.,]*(?:万亿|亿|万|千|百)?多?(?:%|个百分点|元|人次|人|斤|吨|亩|公里|户|套|项|个|家|件|条|名|所|台|辆|部|处|座)?"
    r"(?:左右|以上|以内|多)?"
)
_GROWN = ("增长", "下降", "减少", "提高", "提高到", "降低", "降低到", "增加", "增加到", "达", "达到", "至")
_GROWTH = re.compile(rf"(?:要|均|都|预期|拟|再)*(?:分别)?(?:{'|'.join(_GROWN)})$")
_EMPTY_HEADS = ("工作", "活动", "任务")
_EMPTY_HEAD = re.compile(rf"的?(?:{'|'.join(_EMPTY_HEADS)})$")
_NO_PROMISE = re.compile(
    r"^(?:这|我们(?:的|有)|是|既|也是|只有|只要|因为|由于|当前|从.*(?:看|来说)|各位代表)"
)
_GOES_ON = re.compile(
    r"[从由][^，。]{2,20}(?:到|至|为)|(?:同比|[比较](?:上年|去年|年初|预算)).{0,8}(?:增|减|提高|扩大|多|少)"
)
_MUST = re.compile(
    rf"{MUST_BE}|(?<!即)将|拟|必须|一律|不得|力争|确保|不准|严禁|应当|务必|^[决绝也]?不能(?:把|让|搞|以|再)"
)
_DIGIT = re.compile(r"\d")
_YEARS = re.compile(r"(?:\d{4}-)?\d{4}年")  # a year alone promises nothing


@remembered
def promises_of(plan: WorkReport) -> tuple[Clause, ...]:
    """The clauses of requirements, plan and governance that undertake something, in reading order.

    Args:
        plan: the report that undertakes; each of its targets is an undertaking.
    """
    return tuple(_promises(plan))


def _promises(plan: WorkReport) -> Iterator[Clause]:
    targets = tuple(span for each in targets_of(plan) for span in each.statements)
    said = clauses_of(plan)
    for unit in plan.units:
        is_heading = unit.level is Level.SECTION and unit.body >= unit.span.end
        if unit.role not in _UNDERTAKING or is_heading:
            continue
        told_past = False
        for clause in _joined(said[unit.id]):
            told_past = goes_on_of_past(clause.form, told_past=told_past)
            undertakes = is_promise(clause.form) and (does_something(clause.form) or not told_past)
            if undertakes or any(map(clause.span.meets, targets)):
                yield clause


def _joined(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, with `将…范围，从…扩大到…` and `安排资金…，比上年增加…` as one."""
    waiting: Clause | None = None
    for clause in clauses:
        if waiting and waiting.sentence == clause.sentence and _GOES_ON.match(clause.form):
            gap = " " * (clause.span.start - waiting.span.end)
            span = Span(waiting.span.start, clause.span.end)
            waiting = replace(waiting, span=span, form=waiting.form + gap + clause.form, mark=clause.mark)
            continue
        if waiting:
            yield waiting
        waiting = clause
    if waiting:
        yield waiting


def is_promise(form: str) -> bool:
    """Whether a clause of a plan undertakes something: it leads with a verb, says that it must, or aims.

    What only tells the situation, judges, or frames what others undertake, is none (`situations`).

    Args:
        form: the matching form of the clause.
    """
    if len(bare_words(form)) < _LEAST_LENGTH or _NO_PROMISE.search(form) or PAST.match(form):
        return False
    has_figure = _DIGIT.search(_YEARS.sub("", form)) is not None
    return (has_figure or does_something(form)) and not tells_only(form)


def does_something(form: str) -> bool:
    """Whether a clause leads with a verb or says that something must be, whatever its figures.

    Args:
        form: the matching form of the clause.
    """
    return bool(LEADS.match(form) or _MUST.search(form))


def core_of(form: str) -> str:
    """What a clause is about: without figures, manner and leading verbs.

    Args:
        form: the matching form of the clause.
    """
    words = bare_words(_FIGURE.sub("", form))
    if words.endswith(_GROWN):  # as few do
        words = _GROWTH.sub("", words) or words
    if words.endswith(_EMPTY_HEADS):
        words = _EMPTY_HEAD.sub("", words) or words
    while (shorter := _STRIPPED.sub("", words)) != words and len(shorter) >= _LEAST_CORE:
        words = shorter
    return words
