"""The headings and fixed phrases of the outputs, in Chinese and English.

Both languages fill the same class, so a caption that one of them lacks does not type-check.
"""

from msgspec import Struct

from reports.words.language import Language


class Captions(Struct, frozen=True):
    """Fixed words of the outputs; those with braces are templates for `str.format`."""

    title: str
    title_places: str
    title_texts: str
    title_many: str
    title_pair: str
    earlier: str
    later: str
    side_line: str
    not_compared_line: str
    not_compared_why: str
    digest_note: str
    not_compared: str
    nothing_not_compared: str
    what: str
    text: str
    why: str
    excerpt: str
    characters_column: str
    priority: str
    findings: str
    nothing_changed: str
    at_a_glance: str
    outcome: str
    sections: str
    measures: str
    share_of: str
    moved_line: str
    partly_line: str
    phrases_line: str
    phrases_cut: str
    phrases_most: str
    phrases_cut_line: str
    two_texts_only: str
    with_history: str
    priorities: str
    no_priorities: str
    rank: str
    change: str
    other_sections: str
    new_measures: str
    dropped_measures: str
    changed_measures: str
    moved_measures: str
    measure: str
    under: str
    nearest: str
    alike: str
    nearness: str
    same: str
    partly: str
    within_section: str
    without_section: str
    meaning: str
    phrases: str
    phrase: str
    uses: str
    passage: str
    last_found: str
    emphasis: str
    emphasis_note: str
    expected_uses: str
    uses_ratio: str
    first_known: str
    looked_at: str
    overview: str
    overview_note: str
    overview_counts: str
    overview_count: str
    found_in: str
    found_nowhere: str
    left_out: str
    nothing_left_out: str
    parts: str
    part: str
    outline: str
    outline_title: str
    fact: str
    value: str
    found_where: str
    characters: str
    doubts: str
    more: str
    none: str
    dashboard_lies: str
    comma: str
    semicolon: str
    bracketed: str


ZH = Captions(
    title="{place} {later} 年政府工作报告与 {earlier} 年对比",
    title_places="{later_place} {later} 年与{earlier_place} {earlier} 年政府工作报告对比",
    title_texts="{place} {later} 年政府工作报告两份文本对比",
    title_many="{place} {later} 年政府工作报告与此前 {count} 份报告对比",
    title_pair="{later} 年与 {earlier} 年对比",
    earlier="前一文本",
    later="后一文本",
    side_line="{side}：{place} {year} 年《{title}》，{kind}，参与比较 {characters} 字，来源 {source}",
    not_compared_line="未作比较：{list}。详见末尾。",
    not_compared_why="{why}。",
    digest_note="{name}只有新闻摘要：其中未见的内容，报告原文不一定没有。",
    not_compared="未作比较的内容及原因",
    nothing_not_compared="两个文本全部作了比较。",
    what="内容",
    text="文本",
    why="原因",
    excerpt="原文或说明",
    characters_column="字数",
    priority="任务",
    findings="首先要看的变化",
    nothing_changed="两个文本之间没有发现变化。",
    at_a_glance="总览",
    outcome="变化",
    sections="章节",
    measures="举措",
    share_of="占{name}文字",
    moved_line="其中移位：章节 {sections} 组，举措 {measures} 组。",
    partly_line=(
        "有对应的举措中：{later}的 {new} 条部分为新（{new_clauses} 个分句在{earlier}文本未见，"
        "占全文 {new_share}），{earlier}的 {gone} 条部分未再出现"
        "（{gone_clauses} 个分句，占全文 {gone_share}）。"
    ),
    phrases_line="所列提法：{list}。",
    phrases_cut="{label}（未列全）",
    phrases_most="{label}（最要紧的 {count} 项，此外还有）",
    phrases_cut_line="注明“未列全”的类别只列最要紧的，其余类别已全部列出。",
    two_texts_only="只比较这两份文本，没有查其他年份",
    with_history="另查{place}往年报告，{years}",
    priorities="工作任务及其位次",
    no_priorities="两个文本都没有读出分列的工作任务。",
    rank="位次",
    change="变化",
    other_sections="其他有变化的章节",
    new_measures="新举措：{later}文本有，{earlier}文本未见",
    dropped_measures="未再出现的举措：{earlier}文本有，{later}文本未见",
    changed_measures="改写、拆分、合并的举措",
    moved_measures="移位的举措",
    measure="举措",
    under="所在章节",
    nearest="另一文本中最接近处",
    alike="同字",
    nearness="相似度",
    same="（同左）",
    partly="部分内容",
    within_section="（同一章节内换序）",
    without_section="（未分节）",
    meaning="数字、限定词、否定、力度、范围和时限的变化",
    phrases="提法",
    phrase="提法",
    uses="次数",
    passage="原文",
    last_found="上次见于",
    emphasis="提得更多或更少的沿用提法",
    emphasis_note="次数后括号内为每万字次数；应有次数按各部分篇幅折算；倍数后为95%区间，不含1的才列出。",
    expected_uses="应有",
    uses_ratio="倍数",
    first_known="最早见于",
    looked_at="（{years}）",
    overview="各项任务和举措最早见于哪一年",
    overview_note="只在所给报告之间查找，指最早有对应内容的年份，文字可以不同；{years}。",
    found_in="见于",
    found_nowhere="均未见",
    overview_counts="最早见于：{list}。",
    overview_count="{name} {count} 项",
    left_out="未读入的文字及原因",
    nothing_left_out="没有略去任何文字。",
    parts="各部分及判断依据",
    part="部分",
    outline="读出的结构",
    outline_title="{place} {year} 年政府工作报告的读法",
    fact="项目",
    value="内容",
    found_where="依据",
    characters="{count} 字",
    doubts="请核对",
    more="另有 {count} 项未列，见 Markdown、JSON 或网页输出。",
    none="无",
    dashboard_lies="网页在这里：{path}",
    comma="、",
    semicolon="；",
    bracketed="{text}（{note}）",
)

EN = Captions(
    title="{place}: the {later} work report compared with {earlier}",
    title_places="{later_place} {later} work report compared with {earlier_place} {earlier}",
    title_texts="{place}: two texts of the {later} work report compared",
    title_many="{place}: the {later} work report compared with {count} earlier ones",
    title_pair="{later} compared with {earlier}",
    earlier="earlier",
    later="later",
    side_line="{side}: {place} {year}, {title}, {kind}, {characters} characters compared, from {source}",
    not_compared_line="Not compared: {list}. See the end.",
    not_compared_why="{why}.",
    digest_note="Of {name} there is only a news digest: what is not found there may stand in the report.",
    not_compared="What was not compared, and why",
    nothing_not_compared="Both texts were compared whole.",
    what="what",
    text="text",
    why="why",
    excerpt="excerpt or detail",
    characters_column="chars",
    priority="priority",
    findings="What matters first",
    nothing_changed="No change was found between the two texts.",
    at_a_glance="At a glance",
    outcome="outcome",
    sections="sections",
    measures="measures",
    share_of="of {name} text",
    moved_line="Moved among these: sections {sections}, measures {measures}.",
    partly_line=(
        "Of the linked measures, {new} of {later} {new:is|are} partly new ({new_clauses} "
        "{new_clauses:clause|clauses} not found in the {earlier} text, {new_share} of the text) and "
        "{gone} of {earlier} partly no longer found "
        "({gone_clauses} {gone_clauses:clause|clauses}, {gone_share} of the text)."
    ),
    phrases_line="Formulations listed: {list}.",
    phrases_cut="{label} (not all)",
    phrases_most="{label} (the {count} most telling; more were found)",
    phrases_cut_line="Of a kind marked “not all” the most telling are listed; of others all that were found.",
    two_texts_only="Only these two texts were compared; no other year was looked at",
    with_history="Reports of {place} from years before were looked at, too; {years}",
    priorities="Priorities and their ranks",
    no_priorities="No separate priorities were read in either text.",
    rank="rank",
    change="change",
    other_sections="Other sections that changed",
    new_measures="New measures: in the {later} text, not found in the {earlier} text",
    dropped_measures="Measures no longer found: in the {earlier} text, not found in the {later} text",
    changed_measures="Measures reworded, split, merged or regrouped",
    moved_measures="Measures moved to another place",
    measure="measure",
    under="under",
    nearest="nearest in the other text",
    alike="same text",
    nearness="score",
    same="(the same)",
    partly="in part",
    within_section="(reordered within its section)",
    without_section="(no section)",
    meaning="Numbers, qualifiers, negations, strength, scope and time that changed",
    phrases="Formulations",
    phrase="formulation",
    uses="uses",
    passage="passage",
    last_found="last found",
    emphasis="Carried on, but used more or less",
    emphasis_note="Uses, with uses in 10,000 characters; expected by the lengths of the parts alone; the "
    "ratio with its 95% interval. Listed are those whose interval leaves out 1.",
    expected_uses="expected",
    uses_ratio="ratio",
    first_known="first found",
    looked_at="({years})",
    overview="In which year each priority and measure is first found",
    overview_note="Only the given reports were searched, for what corresponds, in whatever words; {years}.",
    found_in="found in",
    found_nowhere="none",
    overview_counts="First found: {list}.",
    overview_count="{name}: {count}",
    left_out="What was left out when reading, and why",
    nothing_left_out="No text was left out.",
    parts="Parts, and how they were told",
    part="part",
    outline="Outline as read",
    outline_title="How the {place} {year} work report was read",
    fact="fact",
    value="value",
    found_where="found in",
    characters="{count} chars",
    doubts="Please check",
    more="{count} more; see the Markdown, JSON or HTML output.",
    none="none",
    dashboard_lies="The dashboard is here: {path}",
    comma=", ",
    semicolon="; ",
    bracketed="{text} ({note})",
)


def captions(language: str) -> Captions:
    """The captions of a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
