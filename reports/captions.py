"""The headings and fixed phrases of every output, in Chinese and English.

Both languages fill the same dataclass, so a caption that one of them lacks does not type-check.
"""

from dataclasses import dataclass

from reports.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Captions:
    """Fixed words of the outputs. Those with braces are templates for `str.format`."""

    title: str
    title_many: str
    earlier: str
    later: str
    place: str
    year: str
    report_title: str
    kind: str
    source: str
    characters: str
    sections: str
    measures: str
    not_compared: str
    nothing_not_compared: str
    what: str
    side: str
    why: str
    detail: str
    at_a_glance: str
    outcome: str
    links: str
    share_of_text: str
    moved_besides: str
    what_matters_first: str
    nothing_changed: str
    priorities: str
    rank_change: str
    priority: str
    status: str
    no_priorities: str
    new_measures: str
    dropped_measures: str
    changed_measures: str
    moved_measures: str
    measure: str
    under: str
    nearest: str
    no_partner: str
    formulations: str
    formulation: str
    count: str
    earlier_count: str
    later_count: str
    targets: str
    promises: str
    not_yet_compared: str
    overview: str
    overview_priorities: str
    overview_measures: str
    first_found: str
    found_in: str
    found_in_none: str
    left_out: str
    nothing_left_out: str
    outline: str
    facts: str
    fact: str
    value: str
    found_where: str
    doubts: str
    more_rows: str
    none: str
    list_comma: str
    quoted: str


ZH = Captions(
    title="{earlier} 与 {later} 政府工作报告对比",
    title_many="{later} 政府工作报告与此前 {count} 份报告对比",
    earlier="前一文本",
    later="后一文本",
    place="地方",
    year="年份",
    report_title="标题",
    kind="文本",
    source="来源",
    characters="字数",
    sections="章节",
    measures="举措",
    not_compared="未作比较的内容",
    nothing_not_compared="两个文本全部作了比较。",
    what="内容",
    side="文本",
    why="原因",
    detail="说明",
    at_a_glance="总览",
    outcome="变化",
    links="对应组",
    share_of_text="占全文",
    moved_besides="其中移位",
    what_matters_first="首先要看的变化",
    nothing_changed="两个文本之间没有发现变化。",
    priorities="工作任务及其位次",
    rank_change="位次",
    priority="任务",
    status="变化",
    no_priorities="两个文本都没有读出分列的工作任务。",
    new_measures="新举措（{year}年文本有，{other}年文本未见）",
    dropped_measures="未再出现的举措（{other}年文本有，{year}年文本未见）",
    changed_measures="改写、拆分、合并的举措",
    moved_measures="移到别处的举措",
    measure="举措",
    under="所在章节",
    nearest="最接近的原文",
    no_partner="对方文本中未见",
    formulations="提法",
    formulation="提法",
    count="次数",
    earlier_count="{year}年",
    later_count="{year}年",
    targets="预期目标",
    promises="承诺兑现",
    not_yet_compared="尚未比较",
    overview="各项任务和举措最早见于哪一年",
    overview_priorities="任务",
    overview_measures="举措",
    first_found="最早见于",
    found_in="见于",
    found_in_none="所给报告均未见",
    left_out="未读入的文字及原因",
    nothing_left_out="没有略去任何文字。",
    outline="读出的结构",
    facts="基本信息",
    fact="项目",
    value="内容",
    found_where="依据",
    doubts="请核对",
    more_rows="另有 {count} 项未列，见 JSON 或网页输出。",
    none="无",
    list_comma="、",
    quoted="“{text}”",
)

EN = Captions(
    title="{later} work report compared with {earlier}",
    title_many="{later} work report compared with {count} earlier reports",
    earlier="earlier text",
    later="later text",
    place="place",
    year="year",
    report_title="title",
    kind="text",
    source="source",
    characters="characters",
    sections="sections",
    measures="measures",
    not_compared="What was not compared",
    nothing_not_compared="Both texts were compared whole.",
    what="what",
    side="text",
    why="why",
    detail="detail",
    at_a_glance="At a glance",
    outcome="outcome",
    links="links",
    share_of_text="of the text",
    moved_besides="of these moved",
    what_matters_first="What matters first",
    nothing_changed="No change was found between the two texts.",
    priorities="Priorities and their ranks",
    rank_change="rank",
    priority="priority",
    status="change",
    no_priorities="No separate priorities were read in either text.",
    new_measures="New measures (in the {year} text, not found in the {other} text)",
    dropped_measures="Measures no longer found (in the {other} text, not found in the {year} text)",
    changed_measures="Measures reworded, split or merged",
    moved_measures="Measures moved elsewhere",
    measure="measure",
    under="under",
    nearest="nearest passage",
    no_partner="not found in the other text",
    formulations="Formulations",
    formulation="formulation",
    count="uses",
    earlier_count="{year}",
    later_count="{year}",
    targets="Targets",
    promises="Promises",
    not_yet_compared="not yet compared",
    overview="How far back each priority and measure is found",
    overview_priorities="Priorities",
    overview_measures="Measures",
    first_found="first found",
    found_in="found in",
    found_in_none="in none of the given reports",
    left_out="What was left out, and why",
    nothing_left_out="No text was left out.",
    outline="Outline as read",
    facts="Facts",
    fact="fact",
    value="value",
    found_where="found in",
    doubts="Please check",
    more_rows="{count} more are not listed; see the JSON or HTML output.",
    none="none",
    list_comma=", ",
    quoted="“{text}”",
)


def captions(language: str) -> Captions:
    """The captions of a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
