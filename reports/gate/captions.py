"""The fixed words of a check's outputs, in Chinese and English; those with braces are templates."""

from msgspec import Struct

from reports.gate.verdict import State
from reports.words.language import Language


class GateCaptions(Struct, frozen=True):
    """Fixed words."""

    title: str
    states: dict[State, str]
    passed: str
    failed: str
    not_compared: str
    compared: str
    rules: str
    built_in: str
    counts: str
    nothing: str
    first: str
    entry: str
    cut: str
    acknowledged: str
    known: str
    expired: str
    unused: str
    entry_line: str
    until: str
    problems: str
    not_looked_at: str
    acknowledge: str


ZH = GateCaptions(
    title="{name} 检查结果：{state}",
    states={State.PASSED: "通过", State.FAILED: "未通过", State.NOT_COMPARED: "无法比较"},
    passed="没有触发会使检查失败的规则（{fail_on}）。",
    failed="{count} 项发现使检查未通过（{fail_on}）。",
    not_compared="两个文本没有比较，不能当作没有变化。",
    compared=(
        "比较对象：{situation}。前一文本 {earlier}（{earlier_units} 个单元），"
        "后一文本 {later}（{later_units} 个单元）。"
    ),
    rules="规则：{name}，共 {count} 条适用。",
    built_in="内置规则",
    counts="未处理的发现：{list}。",
    nothing="按所用规则没有任何发现。",
    first="发现，最要紧的在前",
    entry="[{severity}] {sentence}",
    cut="另有 {count} 项未列出（{list}），最要紧的已在上面；全部见 JSON。",
    acknowledged="已确认、不再计入的发现：{count}。",
    known="基线中已有、不再计入的发现：{count}。",
    expired="已过期的确认",
    unused="没有对应发现的确认（可以删去）",
    entry_line="{id}：{reason}（{who}{until}）",
    until="，至 {day}",
    problems="原因",
    not_looked_at="未作比较：{list}。",
    acknowledge="确认某项发现：crossyear check … --acknowledged FILE --acknowledge ID --reason … --who …",
)
EN = GateCaptions(
    title="Check of {name}: {state}",
    states={State.PASSED: "passed", State.FAILED: "failed", State.NOT_COMPARED: "could not compare"},
    passed="No finding that fails the check ({fail_on}).",
    failed="{count} finding(s) fail the check ({fail_on}).",
    not_compared="The two texts were not compared. This does not mean that nothing changed.",
    compared=(
        "Compared: {situation}. Earlier: {earlier} ({earlier_units} units). "
        "Later: {later} ({later_units} units)."
    ),
    rules="Rules: {name}, {count} of them apply.",
    built_in="built-in",
    counts="Open findings: {list}.",
    nothing="Nothing was found by these rules.",
    first="Findings, the worst first",
    entry="[{severity}] {sentence}",
    cut="{count} more are not listed here ({list}); the worst are above, all are in the JSON.",
    acknowledged="Acknowledged findings, not counted: {count}.",
    known="Findings the baseline has already, not counted: {count}.",
    expired="Acknowledgements that have expired",
    unused="Acknowledgements that no finding needs (they can be deleted)",
    entry_line="{id}: {reason} ({who}{until})",
    until=", until {day}",
    problems="Why",
    not_looked_at="Not compared: {list}.",
    acknowledge=(
        "To acknowledge a finding: crossyear check … --acknowledged FILE --acknowledge ID --reason … --who …"
    ),
)


def gate_captions(language: str) -> GateCaptions:
    """The fixed words in a language."""
    return ZH if language == Language.ZH else EN
