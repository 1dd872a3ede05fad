"""The words of a batch's index page, in Chinese and in English."""

from dataclasses import dataclass

from reports.words.language import Language


@dataclass(frozen=True, slots=True)
class BatchWords:
    """Each word or sentence of the page; `{…}` is filled in."""

    title: str
    standfirst: str
    shard: str
    tables: str
    tables_note: str
    table: str
    rows: str
    files: str
    size: str
    places: str
    place: str
    pairs: str
    years: str
    without: str
    nothing_without: str
    failures: str
    failures_note: str
    no_failures: str
    more_failures: str
    stage: str
    file: str
    problem: str
    dictionary: str
    dictionary_note: str
    column: str
    label: str
    kind: str
    meaning: str
    words: str


_ZH = BatchWords(
    title="{corpus}：逐对对比",
    standfirst="{places} 个地方，{pairs} 对报告，{failures} 处未完成",
    shard="此处为第 {number} 份，共 {count} 份",
    tables="数据表",
    tables_note="每行一事，各表以“对比编号”相连；列名固定，可直接用于统计软件。",
    table="表",
    rows="行数",
    files="文件",
    size="大小",
    places="地方",
    place="地方",
    pairs="对数",
    years="所比年份",
    without="其间缺少的年份",
    nothing_without="无",
    failures="未完成",
    failures_note="以下文件或报告对不在各表之中，原因如下。",
    no_failures="没有未完成的内容。",
    more_failures="另有 {count} 处，见未完成表。",
    stage="环节",
    file="文件",
    problem="原因",
    dictionary="数据字典",
    dictionary_note="由各表的定义生成；dictionary 文件内容相同。",
    column="列名",
    label="名称",
    kind="类型",
    meaning="含义",
    words="取值",
)
_EN = BatchWords(
    title="{corpus}: pair by pair",
    standfirst="{pairs} pairs of reports of {places} places; {failures} failures",
    shard="This is part {number} of {count}",
    tables="Tables",
    tables_note="One row is one thing; the column `pair` joins the tables. Names of columns do not change.",
    table="table",
    rows="rows",
    files="files",
    size="size",
    places="Places",
    place="place",
    pairs="pairs",
    years="years compared",
    without="years missing between them",
    nothing_without="none",
    failures="Failures",
    failures_note="These files or pairs are in no other table, for the reason given.",
    no_failures="Nothing failed.",
    more_failures="{count} more are in the table of failures.",
    stage="stage",
    file="file",
    problem="problem",
    dictionary="Data dictionary",
    dictionary_note="Made from the definitions of the tables; the file `dictionary` says the same.",
    column="column",
    label="name",
    kind="type",
    meaning="what it says",
    words="values",
)


def batch_words(language: str) -> BatchWords:
    """The words in a language; English for every language but Chinese."""
    return _ZH if language == Language.ZH else _EN
