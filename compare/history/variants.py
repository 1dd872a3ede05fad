"""How one form of a formulation follows from another: what can be read off the two forms alone.

Words in succession or side by side are never reason enough; each relation asks for the same slot. Numerals
make another thing of a name (“十二五”规划, “十三五”规划) and are never exchanged or inserted.
"""

import re

from msgspec import Struct

from compare.formulations.frames import is_plain_verb
from compare.formulations.lexicon import ADVERBS, ADVERBS_BEFORE_VERBS, BLOCKS, VERBS

_NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两第届]")
_JOINT = re.compile(r"[、，和与及或]")
_LONGEST_INSERTED = 4
_SHORTEST_SIDE = 2  # characters on either side of an insertion
_SHORTEST_WHOLE = 6  # a shorter name is narrowed by what is inserted (国有企业, 国有独资企业)
_SHORTEST_HEAD = 4
_LONGEST_MODIFIER = 8
_WORD = 2
_SHORTEST_SHORT, _LONGEST_SHORT = 3, 6  # characters of an abbreviation
_MOST_STRETCHED = 4  # times as long as its abbreviation a name may be
# Adverbs that before a noun are nothing else: 优化营商环境 does something, 更加积极 does not.
COLOURING = ADVERBS - ADVERBS_BEFORE_VERBS - VERBS
_NOT_INSERTED = frozenset("不无非未反")  # 非公有制经济 is no 公有制经济
# Opposites and compass points share the slot of their counterpart and are never the same thing.
_PARTICLES = frozenset("的了地得新")
_COUNTERPARTS = frozenset(
    "东西南北中上下内外进出大小多少高低新旧老前后城乡公私增减升降男女左右正副省市县乡国军民"
)


class Insertion(Struct, frozen=True):
    """What the longer of two forms has in addition."""

    text: str
    at_start: bool


def inserted(short: str, long: str) -> Insertion | None:
    """What was inserted into the shorter form to give the longer one, or None.

    Inside a form a word of up to four characters; at its start an adverb only (更加积极的财政政策), as other
    words there make another thing of it.
    """
    extra = len(long) - len(short)
    if not 0 < extra <= _LONGEST_INSERTED:
        return None
    if long.endswith(short):
        return Insertion(long[:extra], at_start=True) if long[:extra] in COLOURING else None
    if len(short) < _SHORTEST_WHOLE:
        return None
    prefix, suffix = _shared_ends(short, long)
    if prefix + suffix < len(short) or prefix < _SHORTEST_SIDE or suffix < _SHORTEST_SIDE:
        return None
    text = long[prefix : prefix + extra]
    strange = _NUMERAL.search(text) or _JOINT.search(text) or text[0] in _NOT_INSERTED or text == "的"
    return None if strange else Insertion(text, at_start=False)


def _shared_ends(short: str, long: str) -> tuple[int, int]:
    """How many characters both begin with, and how many of the shorter one's others both end with."""
    prefix = suffix = 0
    while prefix < len(short) and short[prefix] == long[prefix]:
        prefix += 1
    while suffix < len(short) - prefix and short[-1 - suffix] == long[-1 - suffix]:
        suffix += 1
    return prefix, suffix


def modified(form: str) -> tuple[str, str] | None:
    """Modifier and head of a form with one 的 (适度宽松的货币政策), or None; everyday heads are no slot."""
    modifier, of, head = form.partition("的")
    fits = of and "的" not in head and 0 < len(modifier) <= _LONGEST_MODIFIER and len(head) >= _SHORTEST_HEAD
    if not fits or _JOINT.search(form) or _NUMERAL.search(modifier):
        return None
    says = any(is_plain_verb(modifier[at : at + 2]) for at in range(len(modifier) - 1))
    everyday = all(head[at : at + 2] in BLOCKS for at in range(0, len(head), 2)) or head[-1] in "上下中时后前"
    return None if says or everyday else (modifier, head)


def reordered(one: str, other: str) -> bool:
    """Whether two lists name the same things in another order (绿色、循环、低碳; 低碳、绿色、循环)."""
    items = re.split("[、和与及]", one), re.split("[、和与及]", other)
    return one != other and len(items[0]) > 1 and sorted(items[0]) == sorted(items[1])


def abbreviates(short: str, long: str) -> bool:
    """Whether a short name (营改增) is made of characters of the long one (营业税改征增值税) in order."""
    if not _SHORTEST_SHORT <= len(short) <= _LONGEST_SHORT or short in long or short[0] != long[0]:
        return False
    if not len(short) + _WORD <= len(long) <= _MOST_STRETCHED * len(short) or _JOINT.search(long):
        return False
    if sum(_shared_ends(short, long)) >= len(short):
        return False  # 国有企业 is no short name of 国有大中型企业: there something was inserted
    position = -1
    for character in short:
        position = long.find(character, position + 1)
        if position < 0:
            return False
    return True


def word_exchanged(one: str, other: str) -> tuple[str, str] | None:
    """The words, with one character in common, by which two forms differ (分享经济, 共享经济), or None.

    Counterparts (东部地区, 西部地区) and numerals are another thing, not another word.
    """
    if len(one) != len(other) or len(one) < _SHORTEST_HEAD:
        return None
    differing = [at for at in range(len(one)) if one[at] != other[at]]
    if len(differing) != 1:
        return None
    at = differing[0]
    pair = one[at] + other[at]
    if _NUMERAL.search(pair) or (pair[0] in _COUNTERPARTS and pair[1] in _COUNTERPARTS):
        return None
    start = at - at % _WORD
    words = one[start : start + _WORD], other[start : start + _WORD]
    rest = one[:start] + one[start + _WORD :]
    # A verb with another object is another thing (健全税制, 健全法制), an adverb only colours (有效机制).
    says_else = rest in VERBS or not ADVERBS.isdisjoint(words) or not _PARTICLES.isdisjoint(pair)
    return None if says_else else words
