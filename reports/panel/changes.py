"""The variables of a report against the one of the year before: what is new, what came of promises."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from compare.model import PriorityStatus
from compare.undertakings.model import PromiseStatus, TargetChangeKind, Verdict
from reports.panel.keys import variable_name
from reports.panel.model import Change, PlaceYear, Variable, Why, why_column
from reports.tables.model import Both, Kind, Value
from reports.words.vocabulary import PRIORITY_STATUSES, TARGET_CHANGES, VERDICTS, Word

_CHANGE, _PROMISES, _OUTCOMES = "why_change", "why_promises", "why_outcomes"


def _on(read: Callable[[Change], Value]) -> Callable[[PlaceYear], Value]:
    """A value of the change of a row; none where there is no change."""
    return lambda row: None if row.change is None else read(row.change)


def _count(
    name: str, label: Both, read: Callable[[Change], Value], about: Both | None = None
) -> Variable[PlaceYear]:
    return Variable(name, Kind.INTEGER, label, _on(read), about, missing=_CHANGE)


# -- how much stayed -------------------------------------------------------------------------------


def _of_pair(name: str, change: Change) -> Value:
    found = change.of_pair.get(name)
    return round(found, 6) if isinstance(found, float) else found


_SHARES = (
    (
        "share_new",
        "later_share_new",
        Both("新出现份额", "share new"),
        Both(
            "上一年文本中没有对应的字数，占本年文本",
            "characters without counterpart in the year before, of this text",
        ),
    ),
    (
        "share_kept",
        "later_share_kept",
        Both("保留份额", "share kept"),
        Both("原样保留的字数，占本年文本", "characters of units kept as they were, of this text"),
    ),
    (
        "share_dropped",
        "earlier_share_dropped",
        Both("未再出现份额", "share dropped"),
        Both(
            "本年文本中没有对应的字数，占上一年文本",
            "characters not found in this text, of the year before's",
        ),
    ),
)
_LINKS = (
    ("units_new", "new_units", Both("新出现单元", "new units")),
    ("units_dropped", "dropped_units", Both("未再出现单元", "dropped units")),
    ("links_kept", "kept", Both("保留组数", "kept links")),
    ("links_reworded", "reworded", Both("改写组数", "reworded links")),
    ("links_split", "split", Both("拆分组数", "split links")),
    ("links_merged", "merged", Both("合并组数", "merged links")),
    ("links_regrouped", "regrouped", Both("重组组数", "regrouped links")),
    ("links_moved", "moved", Both("移位组数", "moved links")),
)


def _shares() -> Iterator[Variable[PlaceYear]]:
    for name, column, label, about in _SHARES:
        yield Variable(name, Kind.SHARE, label, _on(partial(_of_pair, column)), about, missing=_CHANGE)
    for name, column, label in _LINKS:
        yield _count(name, label, partial(_of_pair, column))


def _counted(table_name: str, words: tuple[str, ...], change: Change) -> int:
    return change.count(table_name, *words)


def _counts(
    name: str, table_name: str, label: Both, words: Iterable[tuple[str, Word]]
) -> Iterator[Variable[PlaceYear]]:
    """How many rows of one of a batch's tables have each of its stable words."""
    for word, shown in words:
        text = Both(f"{label.zh}·{shown.zh}", f"{label.en}: {shown.en}")
        yield _count(f"{name}_{variable_name(word)}", text, partial(_counted, table_name, (word,)))


# -- words -----------------------------------------------------------------------------------------

_MARKED = Both("加引号或书名号的名称和提法", "names and slogans in quotation or book-title marks")


def _wording() -> Iterator[Variable[PlaceYear]]:
    """Words that one year has and the other has not: without the limit that a list of formulations has."""
    for name, label, read, about in (
        (
            "wording_share_new",
            Both("新表述份额", "share of new wording"),
            lambda change: change.wording.new,
            Both(
                "本年文本中，上一年文本没有相同四字以上片段的字数份额",
                "share of this text in no stretch of four or more characters that the year before has",
            ),
        ),
        (
            "wording_share_dropped",
            Both("不再使用的表述份额", "share of dropped wording"),
            lambda change: change.wording.dropped,
            Both("上一年文本相对本年，算法相同", "of the year before's text against this one, likewise"),
        ),
    ):
        yield Variable(name, Kind.SHARE, label, _on(read), about, missing=_CHANGE)
    yield _count("quoted", Both("引号提法", "quoted terms"), lambda change: change.wording.quoted, _MARKED)
    yield _count(
        "quoted_new",
        Both("新的引号提法", "new quoted terms"),
        lambda change: change.wording.quoted_new,
        Both(
            "上一年文本中没有的，不论有无引号",
            "those that the year before does not have, in marks or without",
        ),
    )
    yield _count(
        "quoted_dropped",
        Both("不再出现的引号提法", "dropped quoted terms"),
        lambda change: change.wording.quoted_dropped,
        Both("上一年有引号、本年未出现的", "what the year before sets in marks and this text does not have"),
    )


# -- what came of the year before's undertakings ---------------------------------------------------

_REPORTED, _SILENT = PromiseStatus.REPORTED.value, PromiseStatus.SILENT.value
_MET = (Verdict.MET.value, Verdict.EXCEEDED.value)


def _share_reported(change: Change) -> float | None:
    everything = change.count("promises")
    return round(change.count("promises", _REPORTED) / everything, 6) if everything else None


def _share_met(change: Change) -> float | None:
    judged = change.count("outcomes", *_MET, Verdict.MISSED.value)
    return round(change.count("outcomes", *_MET) / judged, 6) if judged else None


def _why_share(share: Callable[[Change], float | None], row: PlaceYear) -> Why | None:
    if row.change is None:
        return row.why_change
    return Why.NOTHING_TO_SHARE if share(row.change) is None else None


def _promises() -> Iterator[Variable[PlaceYear]]:
    yield _count(
        "promises",
        Both("上年承诺", "promises of the year before"),
        partial(_counted, "promises", ()),
        Both("上一年报告的任务中可查对的承诺", "undertakings of the year before's plan"),
    )
    yield _count(
        "promises_reported",
        Both("有回应的承诺", "promises answered"),
        partial(_counted, "promises", (_REPORTED,)),
        Both("其中本年回顾有回应的", "those of them that this year's review answers"),
    )
    yield _count(
        "promises_with_number",
        Both("以数据回应的承诺", "promises answered with a number"),
        lambda change: change.with_number,
    )
    yield _count(
        "promises_silent",
        Both("未见回应的承诺", "promises not answered"),
        partial(_counted, "promises", (_SILENT,)),
        Both(
            "本年回顾中未找到回应，不等于未做", "no answer was found in this review: not the same as not done"
        ),
    )
    yield Variable(
        "promises_share_reported",
        Kind.SHARE,
        Both("有回应的承诺份额", "share of promises answered"),
        _on(_share_reported),
        missing=_PROMISES,
    )
    yield why_column(
        _PROMISES, Both("承诺份额", "the share of promises is"), partial(_why_share, _share_reported)
    )


def _outcomes() -> Iterator[Variable[PlaceYear]]:
    yield from _counts(
        "outcomes",
        "outcomes",
        Both("上年目标完成", "aims of the year before"),
        ((verdict.value, VERDICTS[verdict]) for verdict in Verdict),
    )
    yield Variable(
        "outcomes_share_met",
        Kind.SHARE,
        Both("完成的目标份额", "share of aims met"),
        _on(_share_met),
        Both("完成和超额完成的，占可以判断的", "met or exceeded, of those that can be judged"),
        missing=_OUTCOMES,
    )
    yield why_column(_OUTCOMES, Both("完成份额", "the share of aims met is"), partial(_why_share, _share_met))


CHANGES: tuple[Variable[PlaceYear], ...] = (
    *_shares(),
    *_counts(
        "tasks",
        "priorities",
        Both("任务", "priorities"),
        ((status.value, PRIORITY_STATUSES[status]) for status in PriorityStatus),
    ),
    *_wording(),
    *_counts(
        "aims",
        "targets",
        Both("目标", "aims"),
        ((change.value, TARGET_CHANGES[change]) for change in TargetChangeKind),
    ),
    *_promises(),
    *_outcomes(),
    why_column(
        _CHANGE,
        Both("与上一年相比的数据", "what is counted against the year before is"),
        lambda row: row.why_change,
    ),
)
