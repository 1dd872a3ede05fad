"""What a panel is made of: a row for a place and a year, its variables, and why a value is missing."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from compare.history.measures import ReportMeasures, WordingMeasures
from corpora.listing import Listed
from reports.tables.model import Both, Column, Kind, Value
from reports.words.vocabulary import Tone, table


class Why(StrEnum):
    """Why a value is missing; what stands in the columns of reasons."""

    NO_REPORT = "no_report"
    NOT_MEASURED = "not_measured"
    NO_PREVIOUS_REPORT = "no_previous_report"
    KINDS_DIFFER = "kinds_differ"
    NOT_COMPARED = "not_compared"
    NO_PLAN = "no_plan"
    NOTHING_TO_SHARE = "nothing_to_share"
    NOT_TOLD = "not_told"
    IN_WORDS = "in_words"
    OTHER_UNIT = "other_unit"


WHYS = table(
    {
        Why.NO_REPORT: (
            "语料中无该地方该年份的报告",
            "the corpus has no report of the place and year",
            "",
            Tone.QUIET,
        ),
        Why.NOT_MEASURED: (
            "该报告未能测算，见未完成表",
            "the report could not be measured, see failures",
            "",
            Tone.QUIET,
        ),
        Why.NO_PREVIOUS_REPORT: (
            "语料中无上一年的报告",
            "the corpus has no report of the year before",
            "",
            Tone.QUIET,
        ),
        Why.KINDS_DIFFER: (
            "两年文本一为全文、一为摘要，不可比",
            "one year's text is the full report, the other's a digest: not comparable",
            "",
            Tone.QUIET,
        ),
        Why.NOT_COMPARED: (
            "与上一年未能对比，见未完成表",
            "the two years could not be compared, see failures",
            "",
            Tone.QUIET,
        ),
        Why.NO_PLAN: ("文本没有工作任务部分", "the text has no part with the plan", "", Tone.QUIET),
        Why.NOTHING_TO_SHARE: (
            "没有可作分母的条目",
            "there is nothing that a share could be of",
            "",
            Tone.QUIET,
        ),
        Why.NOT_TOLD: ("报告未提出该指标", "the report tells no aim for the indicator", "", Tone.QUIET),
        Why.IN_WORDS: (
            "报告提出该指标而无数值",
            "the report tells the aim in words, without a number",
            "",
            Tone.QUIET,
        ),
        Why.OTHER_UNIT: (
            "报告以其他单位提出该指标，见目标长表",
            "told in another unit, see the long table",
            "",
            Tone.QUIET,
        ),
    }
)


class Change(Struct, frozen=True):
    """What is counted of a report against the one of the year before.

    Attributes:
        of_pair: what the table of pairs tells of the two, by the names of its columns.
        counts: how often each stable word stands in a table: `counts["promises"]["silent"]`.
        with_number: answered promises whose answer states a number of what was promised.
        wording: how much of the words is found in one of the two only.
    """

    of_pair: Mapping[str, float | int | None]
    counts: Mapping[str, Mapping[str, int]]
    with_number: int
    wording: WordingMeasures

    def count(self, name: str, *words: str) -> int:
        """How many rows of a table have one of some words; all rows when none is named."""
        found = self.counts.get(name, {})
        return sum(found.get(word, 0) for word in words) if words else sum(found.values())


class PlaceYear(Struct, frozen=True):
    """A row of the panel.

    Attributes:
        place: as its reports name it.
        year: in which the report was given, or would have been.
        listed: the report, or None.
        measures: what was counted of it, or None.
        change: what was counted of it against the year before, or None.
        why_report: why there are no measures, or None.
        why_change: why there is no change, or None.
    """

    place: str
    year: int
    listed: Listed | None
    measures: ReportMeasures | None
    change: Change | None
    why_report: Why | None
    why_change: Why | None


Row = TypeVar("Row")


class Variable(Column[Row], frozen=True):
    """A column of a panel; its name is one that statistics packages take.

    Attributes:
        measured_in: the unit of its numbers, where they have one.
        missing: name of the column that tells why a value is missing; empty where none can be, or where an
            empty cell says what it says.
    """

    measured_in: Both | None = None
    missing: str = ""


def why_column(name: str, what: Both, value: Callable[[Row], Value]) -> Variable[Row]:
    """A column of reasons.

    Args:
        name: of the column.
        what: which values it speaks of.
        value: reads the reason off a row.
    """
    about = Both("没有缺失时为空", "empty where nothing is missing")
    return Variable(name, Kind.WORD, Both(f"{what.zh}缺失原因", f"why {what.en} missing"), value, about, WHYS)
