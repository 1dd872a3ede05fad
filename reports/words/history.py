"""The words of histories and concordances, in Chinese and English; both fill the same class."""

from msgspec import Struct

from compare.history.model import CellKind, VariantKind
from reports.rows.history import Life
from reports.words.language import Language
from reports.words.vocabulary import Tone, table

LIVES = table(
    {
        Life.RECENT: ("新近出现", "recent", "+", Tone.NEW),
        Life.RETURNING: ("重新出现", "returning", "^", Tone.RETURNING),
        Life.STANDING: ("沿用", "in use", "=", Tone.SAME),
        Life.GONE: ("近年未见", "no longer found", "-", Tone.GONE),
    }
)

VARIANT_KINDS = table(
    {
        VariantKind.INSERTED: ("加词", "word inserted", "+", Tone.CHANGED),
        VariantKind.MODIFIER: ("换修饰语", "other modifier", "~", Tone.CHANGED),
        VariantKind.VERB: ("换动词", "other verb", "~", Tone.CHANGED),
        VariantKind.ORDER: ("换语序", "other order", "%", Tone.CHANGED),
        VariantKind.ABBREVIATION: ("简称", "short name", "<", Tone.CHANGED),
        VariantKind.WORD: ("换词", "other word", "~", Tone.CHANGED),
        VariantKind.ALIAS: ("用户别名", "user's alias", "@", Tone.CHANGED),
    }
)

CELL_KINDS = table(
    {
        CellKind.QUANTIFIED: ("有数值", "with a number", "", Tone.QUIET),
        CellKind.NOT_QUANTIFIED: ("未提数值", "not quantified", "", Tone.CHANGED),
        CellKind.ABSENT: ("未设", "no target found", "", Tone.GONE),
    }
)

# Why two forms are proposed as one (`compare.history.model.Proposal.reason`).
PROPOSAL_REASONS = table(
    {
        "abbreviation": ("一种写法由另一种的字依次组成", "made of the other's characters", "", Tone.QUIET),
        "code": ("数字简称概括并列的两个名称", "a code that counts two names", "", Tone.QUIET),
        "word": ("只差一词，前后相接", "differ in one word, one after the other", "", Tone.QUIET),
    }
)


class HistoryWords(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    title: str
    looked_at: str
    digests: str
    not_used: str
    formulations: str
    formulations_note: str
    life_note: str
    trend: str
    first: str
    last: str
    uses: str
    lineages: str
    lineages_note: str
    priorities: str
    priorities_note: str
    no_priorities: str
    ranks: str
    rank_in: str
    targets: str
    targets_note: str
    several_years: str
    year: str
    missing: str
    none: str
    none_found: str
    proposals: str
    proposals_note: str
    proposals_file: str
    more: str
    find_title: str
    find_summary: str
    find_none: str
    find_years: str
    find_without: str
    find_places: str
    find_places_summary: str
    find_places_without: str
    find_more: str
    find_more_places: str
    place: str
    reports: str
    reports_with: str
    printed: str
    years: str
    rate: str
    near: str
    near_none: str
    near_form: str
    likeness: str
    spread: str
    crossing: str
    crossing_note: str
    first_claim: str
    part: str
    context: str
    arrow: str
    workbook_note: str
    hover_uses: str
    heat_note: str
    heat_alt: str
    bump_note: str
    bump_alt: str
    series_note: str
    series_alt: str
    life: str
    lineage: str
    kind: str
    first_sentence: str
    last_sentence: str
    semicolon: str
    comma: str


ZH = HistoryWords(
    title="{place}历年政府工作报告沿革：{years}",
    looked_at="{years}；共 {count} 份报告。首见、末见、重新出现都只就这些年份而言。",
    digests="{years}只有新闻摘要，未见不等于报告没有。",
    not_used="同一年的其他文本未用：{list}。",
    formulations="提法",
    formulations_note="“走势”每年一格，依次为{years}；数字是次数，9 表示九次及以上，点表示未见。",
    life_note="{label} {count} 条",
    trend="走势",
    first="首见",
    last="末见",
    uses="次数",
    lineages="同一提法的变体",
    lineages_note="只在位置相同、后者接替前者时归并；每种写法附最早一处原文。",
    priorities="历年任务位次",
    priorities_note="相邻两份报告逐篇对齐后连成；某份报告没有对应任务即中断。",
    no_priorities="没有读出分列的工作任务。",
    ranks="历年位次",
    rank_in="{year}第{rank}",
    targets="历年目标",
    targets_note="“{absent}”指该年报告已读而未见此目标，“{worded}”指只有文字、没有数值；缺的年份没有报告。",
    several_years="多年目标",
    year="年份",
    missing="缺报告",
    none="无",
    none_found="没有。",
    proposals="可能的别名",
    proposals_note="只供核对，没有归并；确认后写入别名文件再用 --aliases 给出。",
    proposals_file="可能的别名，只供核对：去掉正确一行前的“# ”，再用 --aliases 给出。",
    more="另有 {count} 项未列，见 Markdown、JSON 或网页输出。",
    find_title="“{phrase}”在{place}历年政府工作报告中",
    find_summary="{years}。共见 {count} 次，{with_years} 份报告有，{without} 份没有。",
    find_none="{years}。这些报告中未见。",
    find_years="历年次数",
    find_without="未见的年份：{years}。",
    find_places="“{phrase}”在各地政府工作报告中",
    find_places_summary="查了 {places} 个地方的 {reports} 份报告：{with_places} 个地方有，共 {count} 次。",
    find_places_without="报告中未见的地方：{places}。",
    find_more="另有 {count} 项未列，见 Markdown、JSON 或 CSV 输出。",
    find_more_places="另有 {count} 个地方的原文未列，用 --place 逐一查看，或用 -o 写成文件。",
    place="地方",
    reports="报告",
    reports_with="有的报告",
    printed="写法",
    years="年份",
    rate="每万字",
    near="相近的写法",
    near_none="也没有相近的写法。",
    near_form="写法",
    likeness="相似度",
    spread="字序相同，中间有别的字",
    crossing="跨词",
    crossing_note="{count} 处疑跨词界（如“提高质量”中的“高质量”），列出而未计入次数。",
    first_claim="最早见于{first}，最近见于{last}。",
    part="部分",
    context="原文",
    arrow=" → ",
    hover_uses="{year} 年 {count} 次，每万字 {rate} 次",
    heat_note="每行一条提法，每列一年；格中数字是次数，颜色越深，每万字次数越多。灰带是缺报告的年份。"
    "图中每类至多 15 条，全部见下表。",
    heat_alt="提法与年份的热力图，数据见下表",
    bump_note="每条线是一项任务，数字是位次；末年仍有的任务为深色并标名。灰带是缺报告的年份，线只连相邻两份报告。",
    bump_alt="历年任务位次的折线图，数据见下表",
    series_note="每年目标的数值（区间取中点并标出两端）；断开处未设目标、未提数值或单位不同。",
    series_alt="历年目标的折线图，数据见下表",
    workbook_note="每年一列：提法为次数，“每万字”为每万字次数，任务为位次，目标为数值和限定词；空格为未见。",
    life="现状",
    lineage="变体",
    kind="变法",
    first_sentence="最早的原文",
    last_sentence="最近的原文",
    semicolon="；",
    comma="、",
)

EN = HistoryWords(
    title="{place}: work reports through the years, {years}",
    looked_at=(
        "{years}; {count} {count:report|reports}. First, last and returning are said of these years only."
    ),
    digests="Of {years} there is only a news digest: not found there does not say that the report lacks it.",
    not_used="Other texts of the same year were not used: {list}.",
    formulations="Formulations",
    formulations_note="The trend has one place for each of {years}: the number of uses (9: nine or more), a "
    "dot where it is not found.",
    life_note="{label}: {count}",
    trend="trend",
    first="first",
    last="last",
    uses="uses",
    lineages="Variants of one formulation",
    lineages_note="Joined only where one form took the other's place in the same slot; each form with the "
    "first sentence that has it.",
    priorities="Ranks of the priorities",
    priorities_note="Joined by aligning each report with the next; a report without the task ends the line.",
    no_priorities="No separate priorities were read.",
    ranks="ranks",
    rank_in="{year}: {rank}",
    targets="Targets through the years",
    targets_note="“{absent}”: the year's report was read and has no such target. “{worded}”: in words only. "
    "Missing years have no report.",
    several_years="for several years",
    year="year",
    missing="no report",
    none="none",
    none_found="None.",
    proposals="Possible aliases",
    proposals_note="For you to judge; nothing was joined. Put what is right into a file and give it with "
    "--aliases.",
    proposals_file="For you to judge: take the mark away from each line that is right, then give the file "
    "with --aliases.",
    more="{count} more; see the Markdown, JSON or HTML output.",
    find_title="“{phrase}” in the work reports of {place}",
    find_summary="{years}. Uses: {count}; reports with it: {with_years}, without: {without}.",
    find_none="{years}. Not found in these reports.",
    find_years="Uses by year",
    find_without="Years without: {years}.",
    find_places="“{phrase}” in the work reports of several places",
    find_places_summary="{reports} {reports:report|reports} of {places} {places:place|places}. "
    "Places with it: {with_places}; uses: {count}.",
    find_places_without="Places whose reports lack it: {places}.",
    find_more="{count} more; see the Markdown, JSON or CSV output.",
    find_more_places=(
        "Sentences of {count} more {count:place|places} are not listed: see --place, or write a file with -o."
    ),
    place="place",
    reports="reports",
    reports_with="with it",
    printed="as printed",
    years="years",
    rate="per 10,000",
    near="Forms that come near",
    near_none="No form comes near either.",
    near_form="form",
    likeness="likeness",
    spread="the same characters, others between",
    crossing="crosses a word",
    crossing_note=(
        "{count} {count:place crosses|places cross} a word of the text (高质量 in 提高质量): listed, "
        "not counted."
    ),
    first_claim=" First found in {first}, last in {last}.",
    part="part",
    context="passage",
    arrow=" → ",
    hover_uses="{year}: {count} {count:use|uses}, {rate} per 10,000 characters",
    heat_note="A row is a formulation, a column a year; the figure says the uses, the colour the uses per "
    "10,000 characters. Grey bands are years without a report. Up to 15 of each kind; all are in the table "
    "below.",
    heat_alt="heat map of formulations by year; the table below has the same data",
    bump_note="A line is a priority, the figure its rank; those of the last report are dark and named. Grey "
    "bands are years without a report: lines only join one report with the next.",
    bump_alt="line chart of the priorities' ranks; the table below has the same data",
    series_note="The number of each year's target, of a range its middle and both ends; a line breaks where "
    "none was set, none was quantified, or the unit is another.",
    series_alt="line chart of the targets; the table below has the same data",
    workbook_note="One column for each year: uses, uses per 10,000 characters, ranks, targets; empty where "
    "not found.",
    life="by now",
    lineage="variants",
    kind="how",
    first_sentence="first sentence",
    last_sentence="last sentence",
    semicolon="; ",
    comma=", ",
)


def history_words(language: str) -> HistoryWords:
    """The words of a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
