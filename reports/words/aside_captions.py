"""The captions for two texts side by side, where those of a pair through time would be untrue."""

from msgspec.structs import replace

from reports.words.captions import EN, ZH, Captions, captions
from reports.words.language import Language
from reports.words.undertaking_captions import EN as UNDERTAKINGS_EN
from reports.words.undertaking_captions import ZH as UNDERTAKINGS_ZH
from reports.words.undertaking_captions import UndertakingCaptions, undertaking_captions

_ASIDE_ZH = replace(
    ZH,
    findings="首先要看的不同",
    nothing_changed="两个文本之间没有发现不同。",
    outcome="异同",
    change="异同",
    moved_line="其中位置不同：章节 {sections} 组，举措 {measures} 组。",
    partly_line=(
        "有对应的举措中：{later}的 {new} 条含有{earlier}没有的内容（{new_clauses} 个分句，占全文 "
        "{new_share}），{earlier}的 {gone} 条含有{later}没有的内容（{gone_clauses} 个分句，占全文 "
        "{gone_share}）。"
    ),
    other_sections="其他不同的章节",
    new_measures="仅见于{later}的举措",
    dropped_measures="仅见于{earlier}的举措",
    changed_measures="对应而说法不同的举措",
    moved_measures="位置不同的举措",
    within_section="（同一章节内次序不同）",
    meaning="数字、限定词、否定、力度、范围和时限的不同",
    emphasis="两者都有、使用多少不同的提法",
)
_ASIDE_EN = replace(
    EN,
    findings="What matters first",
    nothing_changed="No difference was found between the two texts.",
    change="difference",
    moved_line="Placed differently among these: sections {sections}, measures {measures}.",
    partly_line=(
        "Of the linked measures, {new} of the {later} text {new:says|say} something that the "
        "{earlier} text does not "
        "({new_clauses} {new_clauses:clause|clauses}, {new_share} of the text), and {gone} of the "
        "{earlier} text something that "
        "the {later} text does not ({gone_clauses} {gone_clauses:clause|clauses}, {gone_share} of the text)."
    ),
    other_sections="Other sections that differ",
    new_measures="Measures found only in the {later} text",
    dropped_measures="Measures found only in the {earlier} text",
    changed_measures="Measures that correspond, worded differently",
    moved_measures="Measures placed differently",
    within_section="(in another order within its section)",
    meaning="Numbers, qualifiers, negations, strength, scope and time that differ",
    emphasis="In both texts, but used more or less",
)
_UNDERTAKINGS_ZH = replace(UNDERTAKINGS_ZH, difference="相差")
_UNDERTAKINGS_EN = replace(UNDERTAKINGS_EN, difference="Differs by")


def side_captions(language: str, *, aside: bool) -> Captions:
    """The captions of a language; English for every language but Chinese.

    Args:
        language: `zh` or `en`.
        aside: whether the texts stand side by side, with no time between them.
    """
    if not aside:
        return captions(language)
    return _ASIDE_ZH if language == Language.ZH else _ASIDE_EN


def side_undertaking_captions(language: str, *, aside: bool) -> UndertakingCaptions:
    """The captions of targets and undertakings, as `side_captions`."""
    if not aside:
        return undertaking_captions(language)
    return _UNDERTAKINGS_ZH if language == Language.ZH else _UNDERTAKINGS_EN
