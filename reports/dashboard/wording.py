"""The words that only the page needs: its navigation, its tools and how to read its charts.

Kinds are worded in `reports.words.vocabulary`, captions shared with other outputs in
`reports.words.captions`. Both languages fill the same class, so a phrase that one of them lacks does not
type-check. `{earlier}` and `{later}` stand for what the two texts are called, `2024年` or `Shanxi 2025`.
"""

from msgspec import Struct

from reports.words.language import Language


class PageWords(Struct, frozen=True):
    """Fixed words of the page. Those with braces are templates for `str.format`."""

    skip: str
    contents: str
    language: str
    theme: str
    theme_auto: str
    theme_light: str
    theme_dark: str
    colon: str
    semicolon: str
    brackets: str
    pair_hint: str
    compared_with: str
    details: str
    more_findings: str
    share: str
    share_of_text: str
    share_note: str
    changed_together: str
    slope: str
    slope_short: str
    slope_note: str
    slope_alt: str
    in_text: str
    bars: str
    bars_note: str
    bars_alt: str
    bars_new: str
    bars_gone: str
    bars_empty: str
    as_table: str
    save_image: str
    needs_script: str
    hover_counts: str
    hover_go: str
    rows: str
    texts: str
    texts_note: str
    filter_kind: str
    filter_role: str
    all_roles: str
    moved: str
    filter_section: str
    all_sections: str
    unfold: str
    search: str
    next_change: str
    previous_change: str
    keys: str
    passages: str
    passages_found: str
    nothing_found: str
    legend: str
    legend_deleted: str
    legend_inserted: str
    legend_channel: str
    legend_only: str
    legend_reordered: str
    partly_new: str
    folded_same: str
    folded_outside: str
    absent: str
    nearest: str
    not_compared_row: str
    not_compared_link: str
    went_to: str
    came_with: str
    also: str
    permalink: str
    similarity: str
    top: str
    about: str
    no_section: str
    place: str
    year: str
    title: str
    kind: str
    edition: str
    characters: str
    compared_characters: str
    source: str
    sha: str
    history: str
    left_out_count: str
    made_with: str


ZH = PageWords(
    skip="跳到正文",
    contents="本页内容",
    language="语言",
    theme="配色",
    theme_auto="自动",
    theme_light="浅色",
    theme_dark="深色",
    colon="：",
    semicolon="；",
    brackets="（{text}）",
    pair_hint="这一组的任务、提法和原文对照；换一组请点页首的年份。",
    compared_with="{earlier} → {later}",
    details="文本与来源",
    more_findings="其余 {count} 条变化",
    share="占比",
    share_of_text="{name}文本的构成",
    share_note="数目是标题和段落的处数，占比按字数计。",
    changed_together="改写、拆分、合并",
    slope="工作任务的位次",
    slope_short="任务",
    slope_note=(
        "左边是{earlier}的次序，右边是{later}的次序。粗线是真正移位的任务；"
        "细线没有移位，即使序号因别的任务增减而变了。点任务名看原文。"
    ),
    slope_alt="斜线图：{earlier}的 {before} 项任务与{later}的 {after} 项任务的位次。图下的表格有同样的数据。",
    in_text="{name}文本",
    bars="新出现与未再出现的提法",
    bars_note=(
        "左边只见于{earlier}文本，右边只见于{later}文本；图中列最要紧的，其余见图下的表格。"
        "横杠越长越值得先看，两边各按自己的最大值。点提法看原文。"
    ),
    bars_alt="条形图：未再出现的提法 {gone} 条，新出现的提法 {new} 条。图下的表格有同样的数据。",
    bars_new="{later}新出现",
    bars_gone="{earlier}有，{later}未见",
    bars_empty="没有发现新出现或未再出现的提法。",
    as_table="以表格查看",
    save_image="存为图片",
    needs_script="图表需要启用 JavaScript；表格里有同样的数据。",
    hover_counts="{earlier} {before} 次，{later} {after} 次",
    hover_go="点击看原文",
    rows="{count} 条",
    texts="原文对照",
    texts_note="按{later}文本的次序排列；只见于{earlier}的文字放在它原来的位置。",
    filter_kind="只看",
    filter_role="部分",
    all_roles="全文",
    moved="移位",
    filter_section="章节",
    all_sections="所有章节",
    unfold="展开未变文字",
    search="搜索两个文本",
    next_change="下一处变化",
    previous_change="上一处变化",
    keys="焦点在对照区时，按 n 到下一处变化，按 p 到上一处",
    passages="共 {all} 组",
    passages_found="{all} 组中的 {shown} 组",
    nothing_found="没有符合条件的文字",
    legend="标记",
    legend_deleted="删去",
    legend_inserted="增写",
    legend_channel="有变，箭头示方向",
    legend_only="对方文本无对应分句",
    legend_reordered="换了次序",
    partly_new="部分为新",
    folded_same="未变的 {count} 组文字，{characters} 字",
    folded_outside="未作比较的 {count} 组文字，{characters} 字",
    absent="{name}文本中未见",
    nearest="最接近处",
    not_compared_row="未作比较",
    not_compared_link="未作比较",
    went_to="原在此处、现在别处：",
    came_with="此处文字与另一段一起对照：",
    also="部分内容另见{name}",
    permalink="本段链接",
    similarity="相似度",
    top="回到页首",
    about="关于这次对比",
    no_section="不属于任何章节",
    place="地方",
    year="年份",
    title="标题",
    kind="文本",
    edition="版本",
    characters="{count} 字",
    compared_characters="参与比较的字数",
    source="来源",
    sha="文件校验码 SHA-256",
    history="“首次出现”的依据",
    left_out_count="{count} 处",
    made_with="由 crossyear 生成。引文均照录原文；“未见”只指在所比较的文本中没有找到，不等于取消。",
)

EN = PageWords(
    skip="Skip to the content",
    contents="On this page",
    language="Language",
    theme="Colours",
    theme_auto="Auto",
    theme_light="Light",
    theme_dark="Dark",
    colon=": ",
    semicolon="; ",
    brackets=" ({text})",
    pair_hint="Priorities, formulations and texts of this pair; choose another at the top of the page.",
    compared_with="{earlier} → {later}",
    details="Texts and sources",
    more_findings="{count} more {count:change|changes}",
    share="share",
    share_of_text="What the {name} text is made of",
    share_note="Counts are of headings and paragraphs, shares by characters.",
    changed_together="reworded, split, merged",
    slope="Ranks of the priorities",
    slope_short="Priorities",
    slope_note=(
        "Left: the order of {earlier}; right: that of {later}. Thick lines are priorities that moved; thin "
        "ones did not, even if their number changed because others came or went. Click a name to read it."
    ),
    slope_alt=(
        "Slope chart: ranks of {before} priorities of {earlier} and {after} of {later}. "
        "The table below the chart has the same data."
    ),
    in_text="{name} text",
    bars="New and no longer found formulations",
    bars_note=(
        "Left: only in the {earlier} text; right: only in the {later} text; the most telling are drawn, the "
        "tables below have the others. The longer the bar, the sooner to be read, each side by its own "
        "maximum. Click a formulation to read the text."
    ),
    bars_alt=(
        "Bar chart: {gone} {gone:formulation|formulations} no longer found and {new} new {new:one|ones}. "
        "The tables below the chart have the same data."
    ),
    bars_new="New in {later}",
    bars_gone="In {earlier}, not found in {later}",
    bars_empty="No new and no dropped formulation was found.",
    as_table="As a table",
    save_image="Save as image",
    needs_script="The charts need JavaScript; the tables hold the same data.",
    hover_counts="{earlier}: {before}, {later}: {after}",
    hover_go="Click to read the text",
    rows="{count}",
    texts="Texts side by side",
    texts_note="In the order of the {later} text; what only the {earlier} text has stands where it stood.",
    filter_kind="Only",
    filter_role="Part",
    all_roles="whole text",
    moved="moved",
    filter_section="Section",
    all_sections="all sections",
    unfold="Unfold unchanged text",
    search="Search both texts",
    next_change="Next change",
    previous_change="Previous change",
    keys="With the focus in the texts, n goes to the next change and p to the previous one",
    passages="{all} passages",
    passages_found="{shown} of {all} passages",
    nothing_found="No passage fits",
    legend="Marks",
    legend_deleted="deleted",
    legend_inserted="inserted",
    legend_channel="changed, arrows show the way",
    legend_only="clause without counterpart",
    legend_reordered="in another order",
    partly_new="partly new",
    folded_same="{count} unchanged {count:passage|passages}, {characters} characters",
    folded_outside="{count} {count:passage|passages} not compared, {characters} characters",
    absent="Not found in the {name} text",
    nearest="Nearest",
    not_compared_row="not compared",
    not_compared_link="Not compared",
    went_to="Stood here, is now elsewhere: ",
    came_with="Shown together with another passage: ",
    also="Partly also in {name}",
    permalink="Link to this passage",
    similarity="similarity",
    top="Back to top",
    about="About this comparison",
    no_section="In no section",
    place="place",
    year="year",
    title="title",
    kind="text",
    edition="edition",
    characters="{count} characters",
    compared_characters="characters compared",
    source="source",
    sha="SHA-256 of the file",
    history="What a claim of “first” rests on",
    left_out_count="{count} {count:passage|passages}",
    made_with=(
        "Made with crossyear. Quotes stand as in the sources; “not found” speaks of the texts compared and "
        "does not mean abolished."
    ),
)


def page_words(language: str) -> PageWords:
    """The page's words in a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
