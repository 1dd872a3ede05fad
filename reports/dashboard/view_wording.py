"""The words of the views: the charts, the flow of the text, the spread of its changes, and their tables.

Both languages fill the same class, as in `reports.dashboard.wording`.
"""

from msgspec import Struct

from reports.words.language import Language


class ViewWords(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    themes: str
    themes_short: str
    themes_note: str
    themes_alt: str
    theme_column: str
    heaviest: str
    flow: str
    flow_short: str
    flow_note: str
    flow_from: str
    flow_gone: str
    flow_new: str
    characters_head: str
    strip: str
    strip_short: str
    strip_note: str
    strip_alt: str
    strip_hover: str
    strip_alone: str
    strip_changed: str
    part_column: str
    only_here: str
    moved_passages: str
    targets_chart_note: str
    targets_alt: str
    targets_earlier: str
    targets_outcome: str
    targets_later: str
    filter_rows: str
    overview_short: str
    overview_nowhere: str
    overview_new: str
    overview_first: str
    overview_dots: str
    rank_there: str
    bump_note: str
    bump_alt: str
    uses: str
    uses_note: str


ZH = ViewWords(
    themes="提法的主题分布",
    themes_short="主题",
    themes_note=(
        "左边是{earlier}有、{later}未见的提法，右边是{later}新出现的提法，按所在任务分行。横杠是该主"
        "题在本边提法总权重中的份额，每一小段是一条提法，数字是条数。点一段看原文。"
    ),
    themes_alt="条形图：{count} 个主题中新出现与未再出现的提法。图下的表格有同样的数据。",
    theme_column="主题",
    heaviest="权重最高的",
    flow="各部分文字的去向",
    flow_short="去向",
    flow_note=(
        "一行是{earlier}的一个部分，一列是{later}的一个部分；格中是该行文字有多少到了该列，末列是{later}"
        "文本中未见的，末行是该列中只见于{later}的。点一格看承接最多的一段。"
    ),
    flow_from="{earlier}的部分",
    flow_gone="{later}未见",
    flow_new="只见于{later}",
    characters_head="字数",
    strip="变化落在哪里",
    strip_short="分布",
    strip_note=(
        "上为{earlier}，下为{later}，从左到右是全文；一条竖杠是一句，越高，另一文本没有的字越多。下方"
        "粗线是移位的段落，数字是任务的序号。点竖杠看原文。"
    ),
    strip_alt="{earlier}与{later}全文的变化分布图。图下的表格按部分列出同样的数据。",
    strip_hover="{outcome}，{share}为另一文本所无",
    strip_alone="整段为另一文本所无",
    strip_changed="改写处",
    part_column="部分",
    only_here="另一文本没有的",
    moved_passages="移位段落",
    targets_chart_note=(
        "每行从左到右：{earlier}提出的目标、{later}回顾中的结果、{later}提出的目标。每行各用自己的尺"
        "度，高低只在行内可比。点一点看原文。"
    ),
    targets_alt="折线图：{count} 个指标的目标与结果。图下的表格有同样的数据。",
    targets_earlier="{earlier}目标",
    targets_outcome="{later}回顾",
    targets_later="{later}目标",
    filter_rows="只看",
    overview_short="总览",
    overview_nowhere="条举措在所给报告中均未见",
    overview_new="{count} 条均未见",
    overview_first="条举措最早见于{year}年",
    overview_dots="● 表示该年文本有对应文字，点击看原文。",
    rank_there="第{rank}项",
    bump_note=(
        "每条线是{later}年的一项任务，数字是它在各年任务中的位次；虚线越过的年份，文本没有单列的对应"
        "任务。点数字看那一年的原文。"
    ),
    bump_alt="折线图：{count} 项任务在 {years} 个年份中的位次。图下的表格有同样的数据。",
    uses="历年提法",
    uses_note=(
        "行是提法，列是年份，格中是该年文本中的次数，“~”表示该年用的是另一种说法。只列各年与{later}年的"
        "两两比较都列出的提法，每种变化最多 {most} 条。点数字看原文。"
    ),
)

EN = ViewWords(
    themes="Formulations by theme",
    themes_short="Themes",
    themes_note=(
        "Left: formulations of {earlier} not found in {later}; right: those new in {later}, by the "
        "priority they stand in. A bar is the theme's share of all the weight on its side; each "
        "piece is one formulation, the number counts them. Click a piece to read it."
    ),
    themes_alt=(
        "Bar chart: new and no longer found formulations of {count} {count:theme|themes}. The table "
        "below the "
        "chart has the same data."
    ),
    theme_column="theme",
    heaviest="weightiest",
    flow="Where each part went",
    flow_short="Flow",
    flow_note=(
        "A row is a part of {earlier}, a column one of {later}; a cell tells how much of the row's "
        "text went to the column, the last column what is not found in {later}, the last row what of "
        "the column only {later} has. Click a cell to read the passage that carries most of it."
    ),
    flow_from="Part of {earlier}",
    flow_gone="Not in {later}",
    flow_new="Only in {later}",
    characters_head="characters",
    strip="Where the changes lie",
    strip_short="Spread",
    strip_note=(
        "Above {earlier}, below {later}, each from its beginning to its end. A bar is a sentence: "
        "the higher, the more of it the other text does not have. Thick lines below mark passages "
        "that moved, numbers the priorities. Click a bar to read it."
    ),
    strip_alt=(
        "Spread of the changes along the {earlier} and {later} texts. The table below the chart "
        "tells the same by part."
    ),
    strip_hover="{outcome}, {share} not in the other text",
    strip_alone="whole passage not in the other text",
    strip_changed="reworded",
    part_column="part",
    only_here="not in the other text",
    moved_passages="moved passages",
    targets_chart_note=(
        "Each row from left to right: the target of {earlier}, the outcome told in the {later} "
        "review, the target of {later}. Each row has its own scale: heights compare within a row "
        "only. Click a point to read it."
    ),
    targets_alt=(
        "Line chart: targets and outcomes of {count} {count:indicator|indicators}. The tables below "
        "the chart have the "
        "same data."
    ),
    targets_earlier="{earlier} target",
    targets_outcome="{later} review",
    targets_later="{later} target",
    filter_rows="Only",
    overview_short="Overview",
    overview_nowhere="of the measures found in none of them",
    overview_new="{count} found in none",
    overview_first="of the measures first found in {year}",
    overview_dots="● marks a year whose text has it; click to read.",
    rank_there="No. {rank}",
    bump_note=(
        "Each line is a priority of {later}, each number its rank in that year; the text of a year that "
        "a dotted line crosses has no such priority of its own. Click a number to read that year's text."
    ),
    bump_alt=(
        "Line chart: ranks of {count} {count:priority|priorities} in {years} years. The table below "
        "has the same data."
    ),
    uses="Formulations through the years",
    uses_note=(
        "A row is a formulation, a column a year, a cell its uses in that year's text; ~ says that the year "
        "has it in another form. Only formulations that the comparison of every year with {later} lists are "
        "shown, {most} of each kind at most. Click a number to read the text."
    ),
)


def view_words(language: str) -> ViewWords:
    """The words in a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
