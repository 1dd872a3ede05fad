"""The fixed words of the workbook."""

from msgspec import Struct

from reports.words.language import Language


class WorkbookCaptions(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    font: str
    first: str
    columns: str
    finding: str
    see: str
    see_row: str
    rows: str
    sheet: str
    about: str
    yes: str
    no: str
    cut: str
    place_year: str
    title: str
    kind: str
    characters: str
    source: str
    earlier_units: str
    later_units: str
    moved: str
    moved_aside: str
    not_compared: str
    all_findings: str
    column: str
    name: str
    type: str
    meaning: str
    words: str
    page: str


ZH = WorkbookCaptions(
    font="等线",
    first="总览",
    columns="列说明",
    finding="要点序号",
    see="详见",
    see_row="{sheet} 第{row}行",
    rows="行数",
    sheet="工作表",
    about="内容",
    yes="是",
    no="否",
    cut="……（共 {count} 字，超出单元格上限，全文见 JSON 输出）",
    place_year="地方和年份",
    title="标题",
    kind="类别和版本",
    characters="参与比较的字数",
    source="来源",
    earlier_units="{name}单元",
    later_units="{name}单元",
    moved="其中移位（组）",
    moved_aside="其中位置不同（组）",
    not_compared="未作比较：{list}。详见“{sheet}”。",
    all_findings="全部 {count} 条见“{sheet}”",
    column="列",
    name="固定名称",
    type="类型",
    meaning="含义",
    words="固定用词",
    page="第 &P 页，共 &N 页",
)

EN = WorkbookCaptions(
    font="Calibri",
    first="Overview",
    columns="Columns",
    finding="finding",
    see="see",
    see_row="{sheet}, row {row}",
    rows="rows",
    sheet="sheet",
    about="what it holds",
    yes="yes",
    no="no",
    cut="… ({count} characters in all, more than a cell can hold; the JSON output has the whole text)",
    place_year="place and year",
    title="title",
    kind="kind and edition",
    characters="characters compared",
    source="source",
    earlier_units="units of {name}",
    later_units="units of {name}",
    moved="moved among these (links)",
    moved_aside="placed differently (links)",
    not_compared="Not compared: {list}. See the sheet “{sheet}”.",
    all_findings="all {count} are in the sheet “{sheet}”",
    column="column",
    name="stable name",
    type="type",
    meaning="what it says",
    words="stable words",
    page="page &P of &N",
)


def workbook_captions(language: str) -> WorkbookCaptions:
    """The captions of a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
