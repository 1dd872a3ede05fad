"""Words of how a formulation spread, in both languages."""

from msgspec import Struct

from reports.words.language import Language

LEVEL_NAMES = {
    Language.ZH: {
        "national": "全国", "province": "省级", "city": "市级", "county": "县级", "township": "乡镇",
        "": "层级未详",
    },
    Language.EN: {
        "national": "nation", "province": "provinces", "city": "cities", "county": "counties",
        "township": "townships", "": "level not told",
    },
}  # fmt: skip


class DiffusionWords(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    title: str
    summary: str
    leaders: str
    unknown_before: str
    nowhere: str
    levels: str
    levels_note: str
    level: str
    places: str
    with_it: str
    first_places: str
    order: str
    order_note: str
    place: str
    since: str
    or_before: str
    between: str
    lag: str
    years_with: str
    pauses: str
    first_sentence: str
    never: str
    more: str
    hover: str
    curve_alt: str
    stairs: str
    stairs_note: str
    stairs_alt: str
    comma: str
    of: str


_ZH = DiffusionWords(
    title="“{phrase}”在各地政府工作报告中的扩散",
    summary="查了 {places} 个地方的 {reports} 份报告，年份为{years}；{users} 个地方用过。",
    leaders="现有报告中最早的一年是{year}年：{places}。“最早”只就现有报告而言。",
    unknown_before="{count} 个地方没有{year}年以前的报告，是否更早使用无从得知：{places}。",
    nowhere="这些报告中都未见。",
    levels="各级政府",
    levels_note="各年的占比：到这一年为止用过的地方，占报告已经开始有的地方的比例。",
    level="层级",
    places="地方",
    with_it="用过",
    first_places="最早的地方",
    order="先后次序",
    order_note="“或更早”：该地最早的一份报告已经使用，始于何时不明。“{between}”：中间年份缺报告。",
    place="地方",
    since="首见",
    or_before="{year}或更早",
    between="{first}—{last}间",
    lag="晚几年",
    years_with="有的年份",
    pauses="其后未见的年份",
    first_sentence="首见的原文",
    never="报告中未见的地方：{places}。",
    more="另有 {count} 个地方未列，见 Markdown、JSON、CSV 或网页输出。",
    hover="{year}年：{adopted}/{begun} 个地方用过，当年 {using}/{reports} 份报告使用",
    curve_alt="每一层级一幅小图：到各年为止用过这一提法的地方的占比",
    stairs="逐地逐年",
    stairs_note="一行一个地方，按首见年份排列；数字是次数，点表示有报告而未见，空白表示没有报告。"
    "最多列 {most} 个地方。",
    stairs_alt="各地各年使用次数",
    comma="、",
    of="{one}（{level}）",
)

_EN = DiffusionWords(
    title="How “{phrase}” spread in work reports",
    summary="Looked into {reports} {reports:report|reports} of {places} {places:place|places}, years "
    "{years}; places that used it: {users}.",
    leaders="The first year in the reports at hand is {year}: {places}. “First” is said of the reports at "
    "hand only.",
    unknown_before="{count} {count:place has|places have} no report before {year}; whether "
    "{count:it|they} used it earlier is not known: "
    "{places}.",
    nowhere="None of these reports has it.",
    levels="Levels of government",
    levels_note="Shares by year: places that had used it by then, of those whose reports had begun.",
    level="level",
    places="places",
    with_it="used it",
    first_places="first places",
    order="Who came when",
    order_note="“Or before”: the oldest report at hand has it already. “{between}”: years between have no "
    "report.",
    place="place",
    since="first",
    or_before="{year} or before",
    between="{first}-{last}",
    lag="years later",
    years_with="years with it",
    pauses="later years without",
    first_sentence="first sentence",
    never="Places whose reports lack it: {places}.",
    more="{count} more {count:place is|places are} not listed; see the Markdown, JSON, CSV or HTML output.",
    hover="{year}: used by {adopted} of {begun} {begun:place|places}; in {using} of {reports} "
    "{reports:report|reports} of the year",
    curve_alt="A small chart for each level: the share of places that had used it by each year",
    stairs="Place by place, year by year",
    stairs_note="A row is a place, by its first year; the figure says the uses, a dot a report without it, a "
    "blank no report. At most {most} places.",
    stairs_alt="Uses by place and year",
    comma=", ",
    of="{one} ({level})",
)


def diffusion_words(language: str) -> DiffusionWords:
    """The words in a language, `zh` or `en`."""
    return _ZH if language == Language.ZH else _EN


def level_name(level: str | None, language: str) -> str:
    """What a level of government is called."""
    return LEVEL_NAMES[Language.ZH if language == Language.ZH else Language.EN][level or ""]
