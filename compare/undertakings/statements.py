"""What a text says with figures: clause, amount, the words it is about, and what qualifies it.

Reports set several figures in one clause (`赤字规模5.66万亿元、比上年增加1.6万亿元`), so a clause is cut
behind each amount; the words between two amounts belong to the second.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from compare.matching import matching_form
from compare.remembered import remembered
from compare.undertakings.indicators import Named, indicators_in
from compare.undertakings.respective import dealt_out
from corpora.model import Span, Unit, WorkReport
from corpora.quantities import Quantity, quantities

_CLAUSE = re.compile(r"[^,。;!?:\n]+")
_SENTENCE = re.compile(r"[^。!?\n]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AFTER = re.compile(r"左右|上下|及?以上|以内|以下|之内|之上")
_BEFORE = re.compile(r"(不低于|不少于|不超过|不高于|超过|突破|高于|低于|大约|约为|约|接近|近|超)(?:人民币)?$")
_NO_LEVELS = frozenset({"age", "date", "year"})
_JOINTS = "、和及与,"
# A change told beside the level: `比上年增加1000亿元`, `较去年提高1个百分点`.
_DELTA = re.compile(
    r"(?:^|[、和])?(?:比|较|同比)[^，。]{0,14}?(?:增|减|高|低|多|少|提|降|上|下|扩|压|翻|快|慢)|(?:高于|低于|快于)[^，。]{0,8}平均"
)
_TO = re.compile(
    r"(?:提高|增加|降低|降|减少|增|扩大|提升|压减|压缩|减|升|上调|下调|调整|下降|缩短|稳定|恢复|发展|壮大)(?:到|至|为)$|达到?$"
)
_FROM = re.compile(r"(?:从|由)[^，。到至]{0,24}$")


class Clause(Struct, frozen=True, gc=False):
    """A clause without the mark that ends it.

    Attributes:
        span: where it stands in the report's text.
        form: its matching form, as long as the span.
        mark: the mark that ends it, or an empty string.
        sentence: number of the sentence inside the unit.
        unit: the unit that holds it.
    """

    span: Span
    form: str
    mark: str
    sentence: int
    unit: Unit

    def part(self, start: int, end: int) -> Span:
        """The span of a part of the clause."""
        return Span(self.span.start + start, self.span.start + end)


class Statement(Struct, frozen=True):
    """One amount with the words it is about.

    Attributes:
        clause: the clause that holds it.
        start: where the words begin inside the clause; of a list of figures, where its names begin.
        end: where the statement ends inside the clause.
        words: the words before the amount, back to the amount before it.
        rest: the words behind amount and qualifier.
        amount: the amount; its span is in the report's text.
        qualifier: 左右, 以上, 不低于, 多 …, or None.
        names: the known indicators among the words, or those of the clause for `从2.1%提高到2.3%`.
        is_change: it tells a change against another year, not a level.
        is_origin: it is the `从 …` of `从 … 到 …`.
    """

    clause: Clause
    start: int
    end: int
    words: str
    rest: str
    amount: Quantity
    qualifier: str | None
    names: tuple[Named, ...]
    is_change: bool
    is_origin: bool

    @property
    def span(self) -> Span:
        """Where the statement stands in the report's text."""
        return self.clause.part(self.start, self.end)


@remembered
def clauses_of(work_report: WorkReport) -> dict[str, tuple[Clause, ...]]:
    """The clauses of each unit without its mark, cut at commas, stops, semicolons and colons.

    Args:
        work_report: targets, promises and reviews ask for the same report's clauses.

    Returns:
        For each id of a unit, its clauses in reading order.
    """
    return {unit.id: tuple(_clauses_in(unit)) for unit in work_report.units}


def _clauses_in(unit: Unit) -> Iterator[Clause]:
    body = unit.text.removeprefix(unit.number or "")
    offset = unit.span.end - len(body)
    form = _THOUSANDS.sub("\0", matching_form(body))
    for number, sentence in enumerate(_SENTENCE.finditer(form)):
        for found in _CLAUSE.finditer(form, sentence.start(), sentence.end()):
            said = found.group()
            text = said.lstrip()
            start = offset + found.end() - len(text)
            text = text.rstrip().replace("\0", ",")
            if text:
                mark = form[found.end() : found.end() + 1].strip()
                yield Clause(Span(start, start + len(text)), text, mark, number, unit)


def statements_of(clause: Clause) -> tuple[Statement, ...]:
    """The amounts of a clause with what they are about, in reading order."""
    form = clause.form
    found: list[Statement] = []
    amounts = quantities(form)
    start, names_before = 0, tuple[Named, ...]()
    for index, amount in enumerate(amounts):
        if amount.dimension in _NO_LEVELS or _is_quoted(form, amount.span.start):
            continue  # `65岁以上老年人服务率达到40%`, `“三大战役9个专项”行动`: part of the words
        words = form[start : amount.span.start]
        begin = start + len(words) - len(words.lstrip(_JOINTS))
        behind = _AFTER.match(form, amount.span.end)
        close = behind.end() if behind else amount.span.end
        following = amounts[index + 1].span.start if index + 1 < len(amounts) else len(form)
        cut = form.rfind("、", close, following) if following < len(form) else -1
        end = cut if cut >= 0 else (following if following == len(form) else close)
        names = indicators_in(words)
        if not names and names_before and _TO.search(words):
            names, begin = names_before, found[-1].start if found else start
        names_before = names or names_before
        is_change = bool(_DELTA.search(words)) and not _TO.search(words)
        is_origin = bool(_FROM.search(words)) and following < len(form)
        printed = replace(amount, span=clause.part(amount.span.start, amount.span.end))
        found.append(
            Statement(
                clause, begin, end, words.lstrip(_JOINTS), form[close:end], printed,
                _qualifier(words, behind, amount), names, is_change, is_origin,
            )
        )  # fmt: skip
        start = end
    return dealt_out(found)


def without_amounts(form: str) -> str:
    """The words of a clause without its amounts and what qualifies them.

    Args:
        form: the matching form of the clause.
    """
    for amount in reversed(quantities(form)):
        behind = _AFTER.match(form, amount.span.end)
        form = form[: amount.span.start] + form[behind.end() if behind else amount.span.end :]
    return form


def _is_quoted(form: str, position: int) -> bool:
    """Whether a place of a clause lies in a name that the clause quotes."""
    before = form[:position]
    return before.rfind("“") > before.rfind("”") and "”" in form[position:]


def _qualifier(words: str, behind: re.Match[str] | None, amount: Quantity) -> str | None:
    if behind:
        return behind.group()
    before = _BEFORE.search(words)
    if before:
        return before.group(1)
    return amount.vague or None
