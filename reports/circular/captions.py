"""The fixed words of the circulated report."""

from msgspec import Struct
from msgspec.structs import replace

from reports.words.language import Language


class CircularCaptions(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    place_year: str
    title: str
    kind: str
    characters: str
    source: str
    earlier_units: str
    later_units: str
    moved: str
    findings: str
    figures: str
    priorities: str
    targets: str
    outcomes: str
    promises: str
    phrases: str
    wording: str
    wording_note: str
    nothing: str
    quote: str
    alone: str
    more: str
    more_findings: str
    not_listed: str
    page: tuple[str, str, str]
    numbers: tuple[str, ...]
    number_mark: str


ZH = CircularCaptions(
    place_year="地方和年份",
    title="标题",
    kind="类别和版本",
    characters="参与比较的字数",
    source="来源",
    earlier_units="{name}单元",
    later_units="{name}单元",
    moved="其中移位（组）",
    findings="要点",
    figures="总体变化",
    priorities="工作任务及其位次",
    targets="预期目标",
    outcomes="目标完成情况",
    promises="承诺及回应",
    phrases="提法",
    wording="文字对照",
    wording_note=(
        "只列工作任务、总体要求与目标、政府自身建设三部分中有变化的内容，按{later}文本顺序。"
        "删去的文字加删除线，增写的文字加下划线，有变化的数字、否定词、限定词和力度词加粗。"
    ),
    nothing="没有变化。",
    quote="{name}：“{quote}”",
    alone="（未见对应内容）",
    more="另有 {count} 项未列，见同一命令的 .xlsx 或网页输出。",
    more_findings="以上为前 {shown} 条，共 {count} 条，其余见 .xlsx 或网页输出。",
    not_listed="回顾、问题等其他部分未在此对照，见网页输出。",
    page=("第 ", " 页，共 ", " 页"),
    numbers=tuple("一二三四五六七八九十"),
    number_mark="、",
)

EN = CircularCaptions(
    place_year="place and year",
    title="title",
    kind="kind and edition",
    characters="characters compared",
    source="source",
    earlier_units="units of {name}",
    later_units="units of {name}",
    moved="moved among these (links)",
    findings="Findings",
    figures="How much changed",
    priorities="Priorities and their ranks",
    targets="Targets",
    outcomes="What came of the targets",
    promises="Undertakings and their answers",
    phrases="Formulations",
    wording="Wording side by side",
    wording_note=(
        "Only what changed in the plan, the requirements and targets, and the part on the government itself, "
        "in the order of the {later} text. Deleted text is struck through, inserted text is underlined, "
        "numbers, negations, qualifiers and words of strength that changed are bold."
    ),
    nothing="Nothing changed.",
    quote="{name}: “{quote}”",
    alone="(nothing corresponding was found)",
    more="{count} more are not listed here; see the .xlsx or the page that the same command writes.",
    more_findings="These are the first {shown} of {count}; the others are in the .xlsx and on the page.",
    not_listed="The review, the problems and other parts are not laid out here; see the page.",
    page=("Page ", " of ", ""),
    numbers=tuple(str(number) for number in range(1, 11)),
    number_mark=". ",
)


# For two texts side by side, where those of a pair through time would be untrue.
_ASIDE_ZH = replace(
    ZH,
    moved="其中位置不同（组）",
    figures="总体异同",
    wording_note=(
        "只列工作任务、总体要求与目标、政府自身建设三部分中不同的内容，按{later}文本顺序。只见于{earlier}的文字"
        "加删除线，只见于{later}的文字加下划线，不同的数字、否定词、限定词和力度词加粗。"
    ),
    nothing="没有不同。",
)
_ASIDE_EN = replace(
    EN,
    moved="placed differently (links)",
    figures="How much differs",
    wording_note=(
        "Only what differs in the plan, the requirements and targets, and the part on the government itself, "
        "in the order of the {later} text. What only the {earlier} text has is struck through, what only the "
        "{later} text has is underlined; numbers, negations, qualifiers and words of strength that differ "
        "are bold."
    ),
    nothing="Nothing differs.",
)


def circular_captions(language: str, *, aside: bool = False) -> CircularCaptions:
    """The captions of a language; English for every language but Chinese.

    Args:
        language: `zh` or `en`.
        aside: whether they are said of texts that stand side by side, with no time between them.
    """
    if aside:
        return _ASIDE_ZH if language == Language.ZH else _ASIDE_EN
    return ZH if language == Language.ZH else EN
