"""The page's words for two texts side by side, where those of a pair through time would be untrue."""

from msgspec.structs import replace

from reports.dashboard.view_wording import EN as VIEW_EN
from reports.dashboard.view_wording import ZH as VIEW_ZH
from reports.dashboard.view_wording import ViewWords, view_words
from reports.dashboard.wording import EN, ZH, PageWords, page_words
from reports.words.language import Language

_PAGE_ZH = replace(
    ZH,
    compared_with="{earlier} / {later}",
    more_findings="其余 {count} 条",
    changed_together="说法或分合不同",
    slope_note=(
        "左边是{earlier}的次序，右边是{later}的次序。粗线是先后次序不同的任务；"
        "细线的先后次序相同，即使序号因别的任务多少而不同。点任务名看原文。"
    ),
    bars="只见于一个文本的提法",
    bars_alt=(
        "条形图：只见于{earlier}的提法 {gone} 条，只见于{later}的提法 {new} 条。图下的表格有同样的数据。"
    ),
    bars_new="仅见于{later}",
    bars_gone="仅见于{earlier}",
    bars_empty="没有发现只见于一个文本的提法。",
    moved="位置不同",
    unfold="展开相同文字",
    next_change="下一处不同",
    previous_change="上一处不同",
    keys="焦点在对照区时，按 n 到下一处不同，按 p 到上一处",
    legend_deleted="仅左边有",
    legend_inserted="仅右边有",
    legend_channel="不同，箭头示右边文本的高低强弱",
    partly_new="部分为{later}独有",
    folded_same="一致的 {count} 组文字，{characters} 字",
    went_to="此段在另一文本中位于：",
)
_PAGE_EN = replace(
    EN,
    compared_with="{earlier} / {later}",
    more_findings="{count} more",
    changed_together="worded or divided differently",
    slope_note=(
        "Left: the order of {earlier}; right: that of {later}. Thick lines are priorities that stand in "
        "another order; thin ones do not, even if their numbers differ because others are more or fewer. "
        "Click a name to read it."
    ),
    bars="Formulations found in one text only",
    bars_alt=(
        "Bar chart: {gone} {gone:formulation|formulations} only in the {earlier} text and {new} only "
        "in the {later} text. "
        "The tables below the chart have the same data."
    ),
    bars_new="Only in the {later} text",
    bars_gone="Only in the {earlier} text",
    bars_empty="No formulation was found that only one of the texts has.",
    moved="placed differently",
    unfold="Unfold text that is alike",
    next_change="Next difference",
    previous_change="Previous difference",
    keys="With the focus in the texts, n goes to the next difference and p to the previous one",
    legend_deleted="only on the left",
    legend_inserted="only on the right",
    legend_channel="differs, arrows tell which way on the right",
    partly_new="partly only in the {later} text",
    folded_same="{count} {count:passage|passages} alike, {characters} characters",
    went_to="In the other text this stands elsewhere: ",
)
_VIEW_ZH = replace(
    VIEW_ZH,
    themes_note=(
        "左边是只见于{earlier}的提法，右边是只见于{later}的提法，按所在任务分行。横杠是该主题在本边提法总权重"
        "中的份额，每一小段是一条提法，数字是条数。点一段看原文。"
    ),
    themes_alt="条形图：{count} 个主题中只见于一个文本的提法。图下的表格有同样的数据。",
    flow="各部分文字的对应",
    flow_short="对应",
    flow_note=(
        "一行是{earlier}的一个部分，一列是{later}的一个部分；格中是该行文字有多少在该列有对应，末列是{later}"
        "文本中未见的，末行是该列中只见于{later}的。点一格看对应最多的一段。"
    ),
    strip="不同之处落在哪里",
    strip_note=(
        "上为{earlier}，下为{later}，从左到右是全文；一条竖杠是一句，越高，另一文本没有的字越多。下方"
        "粗线是位置不同的段落，数字是任务的序号。点竖杠看原文。"
    ),
    strip_alt="{earlier}与{later}全文的异同分布图。图下的表格按部分列出同样的数据。",
    strip_changed="说法不同处",
    moved_passages="位置不同的段落",
    targets_chart_note=(
        "每行从左到右：{earlier}提出的目标、{later}提出的目标。每行各用自己的尺度，高低只在行内可比。"
        "点一点看原文。"
    ),
    targets_alt="折线图：{count} 个指标的目标。图下的表格有同样的数据。",
)
_VIEW_EN = replace(
    VIEW_EN,
    themes_note=(
        "Left: formulations only in the {earlier} text; right: those only in the {later} text, by the "
        "priority they stand in. A bar is the theme's share of all the weight on its side; each "
        "piece is one formulation, the number counts them. Click a piece to read it."
    ),
    themes_alt=(
        "Bar chart: formulations of {count} {count:theme|themes} that only one text has. The table "
        "below the chart has "
        "the same data."
    ),
    flow="How the parts correspond",
    flow_short="Parts",
    flow_note=(
        "A row is a part of {earlier}, a column one of {later}; a cell tells how much of the row's "
        "text has its counterpart in the column, the last column what is not found in {later}, the last row "
        "what of the column only {later} has. Click a cell to read the passage with most of it."
    ),
    strip="Where the differences lie",
    strip_note=(
        "Above {earlier}, below {later}, each from its beginning to its end. A bar is a sentence: "
        "the higher, the more of it the other text does not have. Thick lines below mark passages "
        "placed differently, numbers the priorities. Click a bar to read it."
    ),
    strip_alt=(
        "Spread of the differences along the {earlier} and {later} texts. The table below the chart "
        "tells the same by part."
    ),
    strip_changed="worded differently",
    moved_passages="passages placed differently",
    targets_chart_note=(
        "Each row from left to right: the target of the {earlier} text, that of the {later} text. Each row "
        "has its own scale: heights compare within a row only. Click a point to read it."
    ),
    targets_alt=(
        "Line chart: targets of {count} {count:indicator|indicators}. The tables below the chart "
        "have the same data."
    ),
)


def side_page_words(language: str, *, aside: bool) -> PageWords:
    """The page's words in a language; English for every language but Chinese.

    Args:
        language: `zh` or `en`.
        aside: whether the texts stand side by side, with no time between them.
    """
    if not aside:
        return page_words(language)
    return _PAGE_ZH if language == Language.ZH else _PAGE_EN


def side_view_words(language: str, *, aside: bool) -> ViewWords:
    """The words of the views, as `side_page_words`."""
    if not aside:
        return view_words(language)
    return _VIEW_ZH if language == Language.ZH else _VIEW_EN
