"""Targets: what a report aims at, in figures or in words, and what became of each aim a year later.

Aims stand in the sentence of targets (`预期目标是：…`), in the lines on fiscal and monetary policy and in the
tasks of the plan. The review holds outcomes and is not read here. An aim without a number counts where the
report sets it as one: in the sentence of targets, or of a known indicator with words that aim (相匹配, 力争).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.matching import bare_form
from compare.remembered import remembered
from compare.undertakings.aims import (
    LEAST_WORDS,
    PAST,
    aim_of,
    describes,
    goes_on_of_past,
    is_aimed,
    is_bare,
    is_rule,
    only_grows,
    trimmed,
    words_of,
)
from compare.undertakings.indicators import Named, indicators_in, known
from compare.undertakings.model import Aim, Period, Target
from compare.undertakings.situations import tells_only
from compare.undertakings.statements import Clause, Statement, clauses_of, statements_of, without_amounts
from corpora.model import Level, Role, Span, WorkReport

_ROLES = frozenset({Role.REQUIREMENTS, Role.PLAN})
_TARGET_SENTENCE = re.compile(r"(?:预期|发展|奋斗|主要|工作)目标(?:任务)?(?:建议)?(?:安排)?(?:是|为|如下)?$")
_ENDS_OPEN = re.compile(r"(?:[:：]|目标(?:任务)?[是为])\s*$")
_SEVERAL_YEARS = re.compile(
    r"(?<![-\d])(?P<year>20\d\d|19\d\d)年(?!.{0,12}(?:规划|纲要))|(?:今后|未来)[三四五几\d]+年|[三四五]年(?:内|左右)|用[两二三四五]年(?:左右)?(?:的)?时间|^[三四五]年(?![来以期级])|本世纪末|“十.五”(?:时期|期间)|年均"
)
_LONG_HEADING = re.compile(r"“?十.五”?(?:时期|期间|规划)|(?:今后|未来)五年|五年规划|远景目标")
_FURTHER = re.compile(r"^(?:在.{0,30}(?:上|中|下|时|基础|前提)|以|同时|为|这里|即|其中$)")
_AIMED_IN_WORDS = re.compile(
    r"(?:相|基本)(?:匹配|适应)|合理增长|适度增长|平稳增长|适当(?:发行|增加|扩大|提高)|力争|争取|基本稳定|适度扩大"
)
_REACHING = re.compile(r"力争|争取")
_STANCE = frozenset({"广义货币M2", "社会融资规模", "新增人民币贷款"})
_KEEPS_STEP = re.compile(r"(?:基本)?同步|(?:相|基本)(?:匹配|适应|协调|衔接)")
_WITH = re.compile(r"(?:要)?(?:同(?!步)|与)")  # … what it keeps step with; 和 joins subjects, too


@remembered
def targets_of(work_report: WorkReport) -> tuple[Target, ...]:
    """The targets of a report in reading order, each aim once.

    Args:
        work_report: a full report or a digest.

    Returns:
        Aims with and without numbers of its requirements and plan. An aim that is told again in the same
        figures is one target, which stands where it is told first.
    """
    found: list[Target] = []
    sections = {unit.id: unit for unit in work_report.units if unit.level is Level.SECTION}
    said = clauses_of(work_report)
    is_opened = False  # by the unit before, which ends in `预期目标是：`
    for unit in work_report.units:
        if unit.role in _ROLES:
            above = sections.get(unit.parent or "")
            place = _Place(
                work_report.year,
                bool(above and above.heading and _LONG_HEADING.search(above.heading)),
                is_opened,
            )
            found.extend(_targets_in(said[unit.id], place))
            is_opened = _ENDS_OPEN.search(unit.text) is not None and _opens_list(said[unit.id][-1])
    return _once(found)


class _Place(Struct, frozen=True):
    """What a unit's targets depend on besides its text: the year, its section, the unit before."""

    year: int
    is_long: bool
    is_opened: bool


def _targets_in(clauses: Sequence[Clause], place: _Place) -> Iterator[Target]:
    """The targets of a unit; the sentence of targets goes on until a sentence names no indicator."""
    listing: int | None = 0 if place.is_opened else None
    before: list[Clause] = []  # the clauses of the same sentence, in order
    period, told_past = Period.YEAR, False
    for clause in clauses:
        if not before or clause.sentence != before[-1].sentence:
            before, period = [], Period.SEVERAL_YEARS if place.is_long else Period.YEAR
        if "今年" in clause.form:
            period = Period.YEAR
        elif _is_for_years(clause.form, place.year):
            period = Period.SEVERAL_YEARS
        if listing is not None and clause.sentence > listing:
            goes_on = clause.sentence == listing + 1 and indicators_in(clause.form[:8])
            listing = clause.sentence if goes_on else None
        told_past = goes_on_of_past(clause.form, told_past=told_past)
        statements = () if told_past else statements_of(clause)
        numbered = [target for each in statements for target in _numbered(each, period, before)]
        yield from numbered
        if not numbered and not any(each.amount.unit for each in statements):
            yield from _in_words(clause, before, period, is_listed=listing is not None)
        if _opens_list(clause):
            listing = clause.sentence
        before.append(clause)


def _opens_list(clause: Clause) -> bool:
    """Whether the sentence of targets begins behind this clause."""
    if clause.unit.role is not Role.REQUIREMENTS and "预期目标" not in clause.form:
        return False
    return bool(_TARGET_SENTENCE.search(clause.form)) and (clause.mark == ":" or clause.form[-1] in "是为")


def _is_for_years(form: str, year: int) -> bool:
    return any(int(found["year"] or year + 1) > year for found in _SEVERAL_YEARS.finditer(form))


# -- aims in figures -------------------------------------------------------------------------------


def _numbered(statement: Statement, period: Period, before: Sequence[Clause]) -> Iterator[Target]:
    if statement.is_change or statement.is_origin or describes(statement):
        return
    amount = statement.amount
    names = _fitting(statement)
    if names:
        for named in names:
            yield _target(statement, _name(named, amount.dimension), named.indicator.aim, period)
    elif not statement.names and is_aimed(statement) and not tells_only(statement.clause.form):
        yield from _unnamed(statement, period, before)


def _unnamed(statement: Statement, period: Period, before: Sequence[Clause]) -> Iterator[Target]:
    """An aim of no known indicator, named by its words; words that only say `今年开工` need those before."""
    name, start = words_of(statement), statement.span.start
    aim = aim_of(statement.words)
    if is_bare(name):
        if only_grows(name):
            return
        subject = statement.clause.form[: statement.start]
        told = [each for each in before if _names_something(each.form)]
        if not subject and not told:
            return
        named = [n for each in before for n in indicators_in(each.form) if _fits(n, statement)]
        if named:
            name, aim = _name(named[-1], statement.amount.dimension), named[-1].indicator.aim
        elif len(own := bare_form(re.split(r"[从由]", subject)[0])) > 1:  # more than 将 or 要
            name, start = trimmed(own + name), statement.clause.span.start
        elif told:
            words = bare_form(without_amounts(told[-1].form))
            name, start = trimmed(words + name), told[-1].span.start
        if is_rule(name) or PAST.search(name):
            return
    yield _target(statement, name, aim, period, start)


def _names_something(form: str) -> bool:
    """Whether a clause says what the amounts behind it are of, by its words and not by another amount."""
    return not is_bare(bare_form(without_amounts(form))) and not tells_only(form)


def _fits(named: Named, statement: Statement) -> bool:
    return statement.amount.dimension in named.indicator.dimensions


def _fitting(statement: Statement) -> tuple[Named, ...]:
    """The indicators that the amount can be a figure of: the last one, or all that are joined before it."""
    named = statement.names or tuple(
        each for each in indicators_in(statement.rest) if each.start <= LEAST_WORDS + 2
    )
    fitting = [each for each in named if _fits(each, statement)]
    if not fitting:
        return ()
    kept = [fitting[-1]]
    for each in reversed(fitting[:-1]):
        between = statement.words[each.end : kept[0].start]
        if between not in ("和", "、", "与", "及") or each.indicator == kept[0].indicator:
            break
        kept.insert(0, each)
    return tuple(kept)


def _name(named: Named, dimension: str) -> str:
    is_level = named.indicator.name == "生产总值增速" and dimension == "yuan"
    return "生产总值" if is_level else named.indicator.name


def _target(statement: Statement, name: str, aim: Aim, period: Period, start: int | None = None) -> Target:
    amount = statement.amount
    indicator = known(name)
    of_people = "person" in indicator.dimensions if indicator else "人口" in statement.rest[:12]
    unit = amount.unit + "人" if of_people and amount.unit and not amount.dimension else amount.unit
    qualifier = statement.qualifier
    if qualifier is None and _REACHING.search(statement.words):
        qualifier = "力争"
    span = Span(statement.span.start if start is None else start, statement.span.end)
    return Target(
        name, span, statement.clause.unit.id, (amount.low, amount.high), unit, qualifier, period, aim
    )  # fmt: skip


# -- aims in words ---------------------------------------------------------------------------------


def _in_words(
    clause: Clause, before: Sequence[Clause], period: Period, *, is_listed: bool
) -> Iterator[Target]:
    form = clause.form
    if is_listed:
        if len(form) >= LEAST_WORDS and not _FURTHER.search(form) and not _TARGET_SENTENCE.search(form):
            yield from _worded(clause, clause.span, form, period)
        return
    if not _AIMED_IN_WORDS.search(form) or PAST.search(form):
        return
    if clause.unit.role is not Role.REQUIREMENTS and not _is_stance(form):
        return
    span, words = clause.span, form
    if not indicators_in(form) and _REACHING.match(form) and before:
        span, words = Span(before[-1].span.start, clause.span.end), before[-1].form + form
    if indicators_in(words):
        yield from _worded(clause, span, words, period)


def _is_stance(form: str) -> bool:
    """Whether a clause sets the aim of money and credit, which some reports do in their plan."""
    return any(each.indicator.name in _STANCE for each in indicators_in(form))


def _worded(clause: Clause, span: Span, form: str, period: Period) -> Iterator[Target]:
    subject = _subject(form)
    names = indicators_in(subject) or indicators_in(form)[:1]
    qualifier = "同步" if "同步" in form else "力争" if _REACHING.search(form) else None
    known_names = dict.fromkeys(each.indicator for each in (names[:1] if qualifier == "同步" else names))
    for indicator in known_names:
        yield Target(indicator.name, span, clause.unit.id, None, None, qualifier, period, indicator.aim)
    if not known_names:
        name = re.split(
            r"进一步|继续|持续|稳定|基本|有效|明显|显著|取得|得到|稳步|逐步|不断|有序|日益|加快|比较|有较|较|保持|实现|拓宽",
            form,
            maxsplit=1,
        )[0]
        name = bare_form(name) or bare_form(form)
        yield Target(name, span, clause.unit.id, None, None, None, period, Aim.OPEN)


def _subject(form: str) -> str:
    """What keeps step, without what it keeps step with: `社会融资规模同经济增长和价格水平相匹配`."""
    if not (end := _KEEPS_STEP.search(form)):
        return form
    before = form[: end.start()]
    places = [found.start() for found in _WITH.finditer(before)] or [before.rfind("和")]
    return before[: places[-1]] if places[-1] >= 0 else form


# -- each aim once ---------------------------------------------------------------------------------


def _once(found: Sequence[Target]) -> tuple[Target, ...]:
    alike: dict[tuple[str, Period, tuple[float, float] | None, str | None], list[Target]] = defaultdict(list)
    with_number = {(each.indicator, each.period) for each in found if each.is_quantified}
    for each in found:
        told = (each.indicator, each.period) in with_number
        if each.is_quantified or not told or each.qualifier == "力争":
            alike[each.indicator, each.period, each.value, each.unit].append(each)
    return tuple(replace(first, again=tuple(each.span for each in rest)) for first, *rest in alike.values())
