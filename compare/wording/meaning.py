"""The parts of a clause that a similarity drowns, compared on their own.

`增长5%左右` and `增长4.5%左右` are 92 % alike, `不搞大水漫灌` and `搞大水漫灌` 91 %. In clauses that belong
together their figures, negations, dates and the words of `compare.wording.ladders` are laid side by side.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from compare.matching import bare_form, bare_words, matching_form
from compare.model import Channel, Direction, MeaningChange
from compare.similarity import ratio
from compare.wording.amounts import NUMBER, figure_changes
from compare.wording.cues import Cue, cues_in, without_cues
from compare.wording.deadlines import deadlines_in, later_by
from compare.wording.degrees import word_changes
from corpora.model import Span

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
    "层出不穷", "不遗余力", "不负", "不辱", "不辜负", "刻不容缓", "不达标", "不合格", "不合理", "不规范",
    "不正当", "不正之风", "不法", "不文明",
)  # fmt: skip
_NEGATION = re.compile("|".join(_NEGATIONS))
_NO_NEGATION = re.compile("|".join(sorted(_NO_NEGATIONS, key=len, reverse=True)) + "|不少(?!于)")
# A floor or a ceiling (不低于) is a qualifier; without 不 before the same word its sense is turned.
_BOUNDS = ("不低于", "不少于", "不超过")
# What forbids outright; its coming or going is news even when the whole clause comes or goes.
_PROHIBITION = re.compile(r"不搞|不得(?!不)|(?<!准入)(?<!个)不准|不许|严禁|禁止(?!类)|杜绝|[决绝]不(?!辜?负)")
_FORBIDS = "不禁绝"  # one of them is in every word that forbids
_WORDS_AFTER = 4  # characters that name what is forbidden (不搞 + 大水漫灌)
_ABOUT_THE_SAME = 0.6  # two clauses whose words, channels aside, are this alike speak of one thing
_CLEARLY_THE_SAME = 0.72  # … and this alike when a word stands in one of them only
_NEARLY_EQUAL = 0.9
_MODAL = re.compile("^(?:能够?|让|允许|得|会|可以?|再|要)+")  # between a negation and what it denies
_SAID_BY_NEGATIONS = ("ban", "relation")  # 严禁, 不低于: told as the negation that came or went
_OF_BEING = (
    "没有",
    "从未",
)  # say that something is not there; what is asked for elsewhere is not their opposite
_DENIED = 2  # characters that tell what is denied
_NOWHERE = (0, 0)


class ClausePair(Struct, frozen=True, gc=False):
    """An earlier and a later clause that were aligned, their matching forms and the years of their reports.

    `several` tells for both whether their paragraphs look back on several years.
    """

    earlier: Span
    later: Span
    earlier_form: str
    later_form: str
    years: tuple[int, int] = _NOWHERE
    several: tuple[bool, bool] = (False, False)


def meaning_changes(pair: ClausePair) -> Iterator[MeaningChange]:
    """What differs on the channels in two aligned clauses.

    Args:
        pair: the clauses.

    Yields:
        A change for each figure, qualifier, negation, deadline and word of a ladder that differs from its
        counterpart. Nothing when the clauses speak of different things.
    """
    forms = pair.earlier_form, pair.later_form
    if forms[0] == forms[1]:
        return
    cues = cues_in(forms[0]), cues_in(forms[1])
    likeness = _likeness_of_the_rest(forms, cues)
    if likeness < _ABOUT_THE_SAME:
        return
    for figure in figure_changes(*forms, pair.several):
        yield _change(pair, figure.channel, (figure.earlier, figure.later), figure.direction)
    negation = _negation(pair, forms, likeness)
    if negation:
        yield negation
    yield from _deadlines(pair, forms, likeness)
    for word in word_changes(forms, cues, alone=likeness >= _CLEARLY_THE_SAME):
        if not (negation and word.ladder in _SAID_BY_NEGATIONS):
            yield _change(pair, word.channel, (word.earlier, word.later), word.direction, word.ladder)


def _change(
    pair: ClausePair,
    channel: Channel,
    spans: tuple[Span, Span],
    direction: Direction | None,
    ladder: str = "",
) -> MeaningChange:
    one, other = (
        Span(clause.start + span.start, clause.start + span.end)
        for clause, span in zip((pair.earlier, pair.later), spans, strict=True)
    )
    return MeaningChange(channel, one, other, pair.earlier, pair.later, direction, ladder)


def _likeness_of_the_rest(forms: tuple[str, str], cues: tuple[tuple[Cue, ...], tuple[Cue, ...]]) -> float:
    rest = [
        bare_words(_NEGATION.sub("", NUMBER.sub("0", without_cues(form, found))))
        for form, found in zip(forms, cues, strict=True)
    ]
    return ratio(rest[0], rest[1])


# -- negations -------------------------------------------------------------------------------------


def _negation(pair: ClausePair, forms: tuple[str, str], likeness: float) -> MeaningChange | None:
    """A negation that came or went, before what the other clause says without it."""
    found = [
        [(span, _MODAL.sub("", form[span.end :])[:_DENIED]) for span in _negations(form, forms[1 - side])]
        for side, form in enumerate(forms)
    ]
    if len(found[0]) == len(found[1]):
        return None
    side = 0 if len(found[0]) > len(found[1]) else 1
    here, there = forms[side], forms[1 - side]
    theirs = {denied for _, denied in found[1 - side]}
    if theirs and likeness < _NEARLY_EQUAL:
        return None
    for negation, denied in found[side]:
        is_same = denied in there or likeness >= _NEARLY_EQUAL
        if is_same and denied not in theirs and _is_all(here, negation, there):
            nowhere = Span(0, 0)
            spans = (negation, nowhere) if side == 0 else (nowhere, negation)
            return _change(pair, Channel.NEGATION, spans, None)
    return None


def _is_all(here: str, negation: Span, there: str) -> bool:
    """Whether a negation of being (没有) is all that differs; any other says enough by itself."""
    if here[negation.start : negation.end] not in _OF_BEING:
        return True
    rest = here[: negation.start] + here[negation.end :]
    return ratio(bare_words(rest), bare_words(there)) >= _NEARLY_EQUAL


def _negations(form: str, against: str) -> list[Span]:
    hidden = _NO_NEGATION.sub(lambda found: "\0" * len(found.group()), form)
    return [
        Span(found.start(), found.end())
        for found in _NEGATION.finditer(hidden)
        if found.group() not in _BOUNDS or found.group()[1:] in against
    ]


def prohibition_in(text: str, clause: Span) -> Span | None:
    """The word that forbids something in a clause, or None: such a clause is told when it comes or goes.

    Args:
        text: the clause.
        clause: where it stands.
    """
    if not any(character in text for character in _FORBIDS):
        return None  # as in most clauses
    found = _PROHIBITION.search(matching_form(text))
    return Span(clause.start + found.start(), clause.start + found.end()) if found else None


def what_is_forbidden(text: str) -> str:
    """The bare form of a prohibition with the words it begins with; the whole text's when there is none."""
    form = bare_form(text)
    found = _PROHIBITION.search(form)
    return form[found.start() : found.end() + _WORDS_AFTER] if found else form


# -- deadlines -------------------------------------------------------------------------------------


def _deadlines(pair: ClausePair, forms: tuple[str, str], likeness: float) -> Iterator[MeaningChange]:
    found = deadlines_in(forms[0]), deadlines_in(forms[1])
    for is_period in (False, True):
        one, other = ([each for each in side if each.is_period is is_period] for side in found)
        if len(one) == len(other) == 1:
            by = later_by(one[0], other[0], pair.years)
            if by != 0:
                direction = None if by is None else Direction.LATER if by > 0 else Direction.EARLIER
                yield _change(pair, Channel.TIME, (one[0].span, other[0].span), direction)
        elif len(one) + len(other) == 1 and not is_period and likeness >= _CLEARLY_THE_SAME:
            spans = one[0].span if one else Span(0, 0), other[0].span if other else Span(0, 0)
            yield _change(pair, Channel.TIME, spans, None)
