"""Small changes to the words of a clause: figures, qualifiers, negations, words of strength, scope and time.

Each way gives the clause with one change, or None where the clause has nothing to change. What is exchanged
stands here as pairs of words with the way the exchange goes; which words a comparison knows is its own
matter.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from compare.evaluation.planting import plant_negation, plant_number
from compare.model import Channel, Direction
from corpora.model import Span

Below = Callable[[int], int]

_UP, _DOWN = Direction.STRONGER, Direction.WEAKER
_HEAD = r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、是要])?(?:我们)?要?"
_VERBS = "推进|推动|实施|发展|培育|开展|建设|完善|推行|提升|落实"
_OPENS = re.compile(rf"{_HEAD}(?=(?:{_VERBS})[\u4e00-\u9fff]{{3}})")
_QUALIFIED = re.compile("超过|突破|约|近|不|至少|高于|低于|左右|以[上内下]")
# Behind these words a name goes on, or another manner of doing.
_NAMES = "和|的|稳妥|规范|建成|建设社会主义|小康|从严|依法|深化改革|发展的"
_FIGURE = r"\d(?:个百分点|[%万亿千百])?[\u4e00-\u9fff]{0,3}?"

# word → (another, the way that is)
Exchanges = dict[str, tuple[tuple[str, Direction], ...]]
_QUALIFIERS: Exchanges = {
    "左右": (("以上", _UP),),
    "以上": (("左右", _DOWN), ("", _DOWN)),
    "以内": (("左右", _DOWN),),
    "不低于": (("约", _DOWN),),
    "力争": (("确保", _UP),),
    "确保": (("力争", _DOWN),),
}
_STRENGTHS: Exchanges = {
    "大力": (("积极", _DOWN), ("稳步", _DOWN)),
    "积极": (("大力", _UP), ("稳妥", _DOWN)),
    "加快": (("大力", _UP), ("稳步", _DOWN)),
    "有序": (("加快", _UP),),
    "稳步": (("大力", _UP),),
    "支持": (("鼓励", _DOWN),),
    "鼓励": (("支持", _UP),),
    "坚决": (("", _DOWN),),
    "启动": (("完成", _UP),),
    "严格": (("认真", _DOWN),),
    "适当": (("大幅", _UP),),
}
_SCOPES: Exchanges = {
    "全面": (("", Direction.NARROWER),),
    "部分": (("所有", Direction.WIDER),),
    "所有": (("部分", Direction.NARROWER),),
    "一批": (("个别", Direction.NARROWER),),
}
_TIMES: Exchanges = {
    "年内": (("三年内", Direction.LATER),),
    "年底前": (("上半年", Direction.EARLIER),),
    "上半年": (("年底前", Direction.LATER),),
    "逐步": (("尽快", Direction.EARLIER),),
    "尽快": (("逐步", Direction.LATER),),
}
# What may be put before the verb that opens a clause.
_ADDED: dict[Channel, tuple[tuple[str, Direction], ...]] = {
    Channel.STRENGTH: (("大力", _UP), ("积极", _UP), ("稳妥", _DOWN)),
    Channel.SCOPE: (("全面", Direction.WIDER),),
    Channel.TIME: (("逐步", Direction.LATER), ("尽快", Direction.EARLIER)),
}
_EXCHANGED = {Channel.STRENGTH: _STRENGTHS, Channel.SCOPE: _SCOPES, Channel.TIME: _TIMES}
# Other words for the same: plain rewording, on no channel.
_SYNONYMS = (
    ("加强", "强化"), ("健全", "完善"), ("提升", "提高"), ("优化", "改进"), ("深化", "拓展"),
    ("做好", "抓好"), ("扩大", "拓宽"), ("建设", "打造"), ("改善", "改进"), ("增强", "提高"),
    ("激发", "释放"), ("夯实", "筑牢"), ("保障", "维护"), ("培育", "壮大"),
)  # fmt: skip


class PlantedWord(Struct, frozen=True):
    """A clause with a change in it.

    Attributes:
        text: the clause as changed.
        span: where the change stands in it; empty where something was taken out.
        channel: what was changed.
        direction: which way, where there is one.
    """

    text: str
    span: Span
    channel: Channel
    direction: Direction | None = None


def plant_word(channel: Channel, clause: str, below: Below) -> PlantedWord | None:
    """Change one word or figure of a clause.

    Args:
        channel: what to change.
        clause: its text with its marks.
        below: chooses among several ways.

    Returns:
        The changed clause, or None where there is nothing of the channel to change.
    """
    if channel in (Channel.NUMBER, Channel.NEGATION):
        way = plant_number if channel is Channel.NUMBER else plant_negation
        planted = way(clause, below)
        # one end of a range narrows it or widens it
        is_plain = channel is Channel.NUMBER and not re.search(r"[\d%][-－—~]", clause)
        direction = Direction.HIGHER if is_plain else None
        return PlantedWord(planted[0], planted[1], channel, direction) if planted else None
    if channel is Channel.QUALIFIER:
        found = _qualifier(clause, below)
    else:
        found = _exchange(channel, _EXCHANGED.get(channel, {}), clause, below)
        found = found or _addition(channel, clause, below)
    # a word twice in one clause would be no Chinese
    return None if found and len(found.span) and _word_of(found) in clause else found


def _word_of(planted: PlantedWord) -> str:
    return planted.text[planted.span.start : planted.span.end]


def reword(words: str, below: Below, *, anywhere: bool = False) -> str:
    """The words with another one for the same where they have one that has one; else as they are.

    Args:
        words: a clause or a heading.
        below: chooses among several.
        anywhere: otherwise only what opens a clause is exchanged.
    """
    head = re.match(_HEAD, words)
    start = head.end() if head else 0
    for one, other in _SYNONYMS[below(len(_SYNONYMS)) :] + _SYNONYMS:
        place = words.find(one, start)
        if place == start or (anywhere and place > start):
            return words[:place] + other + words[place + len(one) :]
    return words


def _qualifier(clause: str, below: Below) -> PlantedWord | None:
    behind = re.search(rf"(?<![\d~-]){_FIGURE}(?P<word>左右|以上|以内)", clause)
    before = re.search(r"(?P<word>不低于)(?=\d)", clause) or re.match(
        rf"{_HEAD}(?P<word>力争|确保)(?=[\u4e00-\u9fff]{{4}})", clause
    )
    found = behind or before
    if found:
        return _replaced(Channel.QUALIFIER, _QUALIFIERS, clause, found, below)
    plain = (
        None
        if _QUALIFIED.search(clause)
        else re.search(
            r"(?<![\d.第~\-至年月])\d+(?:\.\d+)?(?:%|[万亿]元?|公里|家|所|户|人)(?=[，。；、])", clause
        )
    )
    if plain is None:
        return None
    word, way = (("以上", _UP), ("左右", _DOWN))[below(2)]
    text = clause[: plain.end()] + word + clause[plain.end() :]
    return PlantedWord(text, Span(plain.end(), plain.end() + len(word)), Channel.QUALIFIER, way)


def _exchange(channel: Channel, exchanges: Exchanges, clause: str, below: Below) -> PlantedWord | None:
    """A word that opens the clause exchanged for another."""
    found = re.match(
        rf"{_HEAD}(?P<word>{'|'.join(exchanges)})(?!{'|'.join(exchanges)}|{_NAMES})(?=[\u4e00-\u9fff“]{{4}})",
        clause,
    )
    return _replaced(channel, exchanges, clause, found, below) if found else None


def _replaced(
    channel: Channel, exchanges: Exchanges, clause: str, found: re.Match[str], below: Below
) -> PlantedWord:
    ways = exchanges[found["word"]]
    word, direction = ways[below(len(ways))]
    start, end = found.span("word")
    return PlantedWord(
        clause[:start] + word + clause[end:], Span(start, start + len(word)), channel, direction
    )


def _addition(channel: Channel, clause: str, below: Below) -> PlantedWord | None:
    """A word put before the verb that opens the clause."""
    ways, found = _ADDED.get(channel, ()), _OPENS.match(clause)
    if not ways or found is None:
        return None
    word, direction = ways[below(len(ways))]
    place = found.end()
    return PlantedWord(
        clause[:place] + word + clause[place:], Span(place, place + len(word)), channel, direction
    )
