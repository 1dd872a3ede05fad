"""Numbers and negations: the parts of a clause that a similarity drowns, compared on their own.

`增长5%左右` and `增长4.5%左右` are 92 % alike, `不搞大水漫灌` and `搞大水漫灌` 91 %. In clauses that belong
together their numbers and negations are laid side by side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.matching import bare_form, matching_form
from compare.model import Channel, MeaningChange
from compare.similarity import ratio
from corpora.model import Span

# Printed numbers with their unit sign; ranges count as one. Han numerals are left to the targets' grammar.
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = r"(?:%|个百分点|万亿|亿|万|千|百)?"
NUMBER = re.compile(rf"{_DIGITS}{_UNIT}(?:[-~至]{_DIGITS}{_UNIT})?")
_YEAR_AFTER = re.compile(r"^\s*年(?!均)")
_YEAR_DIGITS = 4
# Negations that carry the meaning of a clause …
_NEGATIONS = (
    "不搞", "不得", "不能", "不准", "不许", "不让", "不再", "不会", "不要", "不走", "不以", "不增",
    "不减", "不降", "不涨", "不出", "不发生", "不突破", "不超过", "不低于", "不少于", "严禁", "禁止",
    "制止", "杜绝", "决不", "绝不", "从未", "没有", "毫不", "不",
)  # fmt: skip
# … and words in which 不 has none of its own.
_NO_NEGATIONS = (
    "不断", "不仅", "不但", "不同", "不平凡", "不懈", "不久", "不妨", "不论", "不管", "不利", "不足",
    "不良", "不确定", "不稳定", "不均衡", "不平衡", "不充分", "不协调", "不可", "不易", "不忘", "不凡",
    "不已", "不动产", "不畏", "不怕", "两不愁", "不拘", "不折不扣", "不等不靠", "毫不动摇", "不动摇",
    "毫不松懈", "毫不放松", "不松劲", "坚定不移", "坚持不懈", "锲而不舍", "源源不断", "必不可少",
    "层出不穷", "不遗余力", "不负", "不辱", "不辜负", "刻不容缓",
)  # fmt: skip
_NEGATION = re.compile("|".join(_NEGATIONS))
_NO_NEGATION = re.compile("|".join(sorted(_NO_NEGATIONS, key=len, reverse=True)) + "|不少(?!于)")
# What forbids outright; its coming or going is news even when the whole clause comes or goes.
_PROHIBITION = re.compile(r"不搞|不得(?!不)|不准|不许|严禁|禁止|杜绝|[决绝]不(?!辜?负)")
_WORDS_AFTER = 4  # characters that name what is forbidden (不搞 + 大水漫灌)
_ABOUT_THE_SAME = (
    0.6  # two clauses whose words, numbers and negations aside, are this alike speak of one thing
)


@dataclass(frozen=True, slots=True)
class ClausePair:
    """An earlier and a later clause that were aligned, with their texts."""

    earlier: Span
    later: Span
    earlier_text: str
    later_text: str


def meaning_changes(pair: ClausePair) -> Iterator[MeaningChange]:
    """The changed numbers and negations of two aligned clauses.

    Args:
        pair: the clauses.

    Yields:
        One change for each number that differs from its counterpart, and one when a negation came or went.
        Nothing when the clauses speak of different things.
    """
    if _likeness_of_the_rest(pair) < _ABOUT_THE_SAME:
        return
    numbers = [_spans(NUMBER, text, span.start) for text, span in _sides(pair)]
    if len(numbers[0]) == len(numbers[1]):
        for (value, one), (other_value, other) in zip(*numbers, strict=True):
            if value != other_value:
                yield MeaningChange(Channel.NUMBER, one, other, pair.earlier, pair.later)
    negations = [_negations(text, span.start) for text, span in _sides(pair)]
    if bool(negations[0]) != bool(negations[1]):
        one, other = (found[0] if found else None for found in negations)
        yield MeaningChange(
            Channel.NEGATION, one or Span(pair.earlier.start, pair.earlier.start),
            other or Span(pair.later.start, pair.later.start), pair.earlier, pair.later,
        )  # fmt: skip


def prohibition_in(text: str, clause: Span) -> Span | None:
    """The word that forbids something in a clause, or None: such a clause is told when it comes or goes.

    Args:
        text: the clause.
        clause: where it stands.
    """
    found = _PROHIBITION.search(matching_form(text))
    return Span(clause.start + found.start(), clause.start + found.end()) if found else None


def what_is_forbidden(text: str) -> str:
    """The bare form of a prohibition with the words it begins with; the whole text's when there is none."""
    form = bare_form(text)
    found = _PROHIBITION.search(form)
    return form[found.start() : found.end() + _WORDS_AFTER] if found else form


def _sides(pair: ClausePair) -> tuple[tuple[str, Span], tuple[str, Span]]:
    return (pair.earlier_text, pair.earlier), (pair.later_text, pair.later)


def _likeness_of_the_rest(pair: ClausePair) -> float:
    rest = [bare_form(_NEGATION.sub("", NUMBER.sub("0", matching_form(text)))) for text, _ in _sides(pair)]
    return ratio(rest[0], rest[1])


def _spans(pattern: re.Pattern[str], text: str, offset: int) -> list[tuple[str, Span]]:
    """Matches with their spans; years are no quantities."""
    form = matching_form(text)
    return [
        (found.group(), Span(offset + found.start(), offset + found.end()))
        for found in pattern.finditer(form)
        if not (len(found.group()) == _YEAR_DIGITS and _YEAR_AFTER.match(form[found.end() :]))
    ]


def _negations(text: str, offset: int) -> list[Span]:
    form = _NO_NEGATION.sub(lambda found: "\0" * len(found.group()), matching_form(text))
    return [Span(offset + found.start(), offset + found.end()) for found in _NEGATION.finditer(form)]
