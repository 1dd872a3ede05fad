"""The words of a batch's index page, in Chinese and in English."""

from msgspec import Struct

from reports.words.language import Language


class BatchWords(Struct, frozen=True):
    """Each word or sentence of the page; `{…}` is filled in."""

    title: str
    standfirst: str
    left_out: str
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
    multiples: str
    multiples_note: str
    panel_alt: str
    latest: str
    more_panels: str
    more_pairs: str
    all_pairs: str
    all_pairs_note: str
    search: str
    shown: str
    new: str
    dropped: str
    changed: str
    kept: str
    moved: str
    findings: str
    targets_changed: str
    promises_kept: str
    new_priorities: str
    dropped_priorities: str
    page: str


_ZH = BatchWords(
    title="{corpus}：逐对对比",
    standfirst="{places} 个地方，{pairs} 对报告，{failures} 处未完成",
    left_out="，按清单不读 {count} 个文件",
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
    multiples="逐地逐年",
    multiples_note=(
        "每格一地，每柱一对报告，按后一年份从左到右。横线以上是后一文本：紧贴横线为新出现，其上为"
        "改动（改写、拆分、合并、重组），最上为保留；横线以下是前一文本中未再出现的部分。各格比例"
        "相同，点地名只看该地各对。"
    ),
    panel_alt=("{place}，{pairs} 对：新出现占后一文本 {new}；未再出现占前一文本 {dropped}"),
    latest="{year}年：新 {new}，未再出现 {dropped}",
    more_panels="另有 {count} 个地方未画，见下表和对比表。",
    more_pairs=("共 {count} 对；此处列出新出现与未再出现合计最多的 {shown} 对，其余见对比表。"),
    all_pairs="各对报告",
    all_pairs_note=("点表头排序；在框中写地名、年份或任务可筛选。比例按字数计，承诺与目标取自各对的对应表。"),
    search="筛选各对报告",
    shown="{count} 对",
    new="新出现",
    dropped="未再出现",
    changed="改动",
    kept="保留",
    moved="移位",
    findings="要点",
    targets_changed="目标有变",
    promises_kept="承诺有回应",
    new_priorities="新列任务",
    dropped_priorities="未再单列任务",
    page="打开这一对的页面",
)
_EN = BatchWords(
    title="{corpus}: pair by pair",
    standfirst="{pairs} {pairs:pair|pairs} of reports of {places} {places:place|places}; "
    "{failures} {failures:failure|failures}",
    left_out="; {count} {count:file|files} left out, as the manifest says",
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
    multiples="Place by place, year by year",
    multiples_note=(
        "A panel is a place, a column a pair of reports, by the later year. Above the line "
        "stands the later text: next to the line what is new, above it what changed (reworded, "
        "split, merged, regrouped), at the top what is kept. Below the line is what of the "
        "earlier text is no longer found. All panels have one scale; click a place to see its "
        "pairs alone."
    ),
    panel_alt=(
        "{place}, pairs: {pairs}; new, share of the later text: {new}; no longer found, share of the "
        "earlier text: {dropped}"
    ),
    latest="{year}: {new} new, {dropped} gone",
    more_panels="{count} more {count:place is|places are} not drawn; see the table of pairs.",
    more_pairs=(
        "{count} pairs in all; here stand the {shown} in which most is new or no longer found, "
        "the others are in the table of pairs."
    ),
    all_pairs="All pairs",
    all_pairs_note=(
        "Click a head to sort; write a place, a year or a task to narrow the list. Shares go by "
        "characters; targets and undertakings are counted in their own tables."
    ),
    search="Narrow the list of pairs",
    shown="{count} pairs",
    new="new",
    dropped="no longer found",
    changed="changed",
    kept="kept",
    moved="moved",
    findings="findings",
    targets_changed="targets changed",
    promises_kept="undertakings answered",
    new_priorities="new priorities",
    dropped_priorities="priorities no longer listed",
    page="Open the page of this pair",
)


def batch_words(language: str) -> BatchWords:
    """The words in a language; English for every language but Chinese."""
    return _ZH if language == Language.ZH else _EN
