"""The table of failures: every file and pair that is not in the other tables, and why."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reports.batch.plan import Failure
from reports.tables.catalogue import frame_of
from reports.tables.model import Both, Column, Kind
from reports.words.vocabulary import Tone, table

if TYPE_CHECKING:
    import polars as pl

NAME = "failures"
TITLE = Both("未完成", "Failures")
STAGES = table(
    {
        "leaving out": ("按清单不读", "left out, as the manifest says", "", Tone.QUIET),
        "reading": ("读取", "reading", "", Tone.QUIET),
        "choosing": ("选取文本", "choosing a text", "", Tone.QUIET),
        "measuring": ("测算", "measuring", "", Tone.QUIET),
        "comparing": ("对比", "comparing", "", Tone.QUIET),
        "showing": ("成页", "making a page", "", Tone.QUIET),
    }
)
COLUMNS: tuple[Column[Failure], ...] = (
    Column(
        "stage",
        Kind.WORD,
        Both("环节", "stage"),
        lambda f: f.stage,
        Both(
            "按清单不读：清单写明 skip；读取：文件不能读作报告；选取文本：同一报告另有文本已采用；"
            "测算：报告未能测算；对比：两份报告未能对比；成页：已对比，但未能写成页面",
            "leaving out: the manifest says skip; reading: the file is no report that can be read; "
            "choosing: another text of the same report was "
            "taken; measuring: the report could not be measured; comparing: the two could not be compared; "
            "showing: they were compared, but their page could not be made",
        ),
        STAGES,
    ),
    Column(
        "file", Kind.TEXT, Both("文件", "file"), lambda f: f.file, Both("相对于语料文件夹", "in the corpus")
    ),
    Column(
        "other_file",
        Kind.TEXT,
        Both("另一文件", "other file"),
        lambda f: f.other_file,
        Both(
            "对比时为前一文本，选取时为所采用的文本",
            "of a pair the earlier text; else the text that was taken",
        ),
    ),
    Column("place", Kind.TEXT, Both("地方", "place"), lambda f: f.place),
    Column("year", Kind.YEAR, Both("年份", "year"), lambda f: f.year),
    Column("problem", Kind.PASSAGE, Both("原因", "problem"), lambda f: f.problem),
)


def failures_frame(failures: Iterable[Failure]) -> "pl.DataFrame":
    """The table."""
    return frame_of(COLUMNS, [tuple(column.value(failure) for column in COLUMNS) for failure in failures])
