"""The tables of links, and of what bears meaning and changed inside them."""

from collections.abc import Iterable

from compare.model import Channel
from reports.rows.rows import LinkRow, MeaningRow, Summary
from reports.tables.model import (
    EARLIER,
    LATER,
    UNIT_ID,
    Both,
    Column,
    Entry,
    Kind,
    Side,
    Table,
    by_contents_column,
    entries,
    span_columns,
    texts_of,
)
from reports.words.reasons import LADDER_NAMES, MATCHED_BY
from reports.words.vocabulary import CHANNELS, CONFIDENCES, DIRECTIONS, LEVELS, LINK_KINDS, ROLES, TURNS

JOINED = "\n"  # between the texts of several units
UNIT_IDS = Both("单元编号，多个以空格分开", "ids of the units, separated by spaces")


# -- links -----------------------------------------------------------------------------------------


def _links(summary: Summary) -> Iterable[Entry[LinkRow]]:
    """The links in reading order, sections before measures, numbered as the JSON document lists them."""
    texts = texts_of(summary.change_report)
    numbers = {id(link): number for number, link in enumerate(summary.change_report.links, start=1)}
    rows = (*summary.section_links, *summary.measure_links)
    return (Entry(numbers[id(row.link)], row, texts) for row in rows)


def _texts(side: Side, unit_ids: Iterable[str]) -> str:
    return JOINED.join(side.units[unit_id].text for unit_id in unit_ids)


def _changed(channel: Channel) -> Column[Entry[LinkRow]]:
    """How many changes of a channel a link has."""
    words = CHANNELS[channel]
    return Column(
        f"{channel.value}_changes",
        Kind.INTEGER,
        Both(f"{words.zh}变化（处）", f"{words.en} changes"),
        lambda e: sum(change.channel is channel for change in e.thing.link.changes),
    )


LINKS: Table[Entry[LinkRow]] = Table(
    "links",
    Both("对应关系", "Links"),
    Both(
        "一行是前后文本互相对应的一组章节或举措",
        "one row joins earlier units and the later units that carry them on",
    ),
    _links,
    (
        Column(
            "link",
            Kind.INTEGER,
            Both("编号", "link"),
            lambda e: e.number,
            Both("在 JSON 文档 links 中的次序，自 1 起", "place in the JSON document's links, from 1"),
        ),
        Column("level", Kind.WORD, Both("层级", "level"), lambda e: e.thing.level.value, words=LEVELS),
        Column("role", Kind.WORD, Both("部分", "part"), lambda e: e.thing.role.value, words=ROLES),
        Column(
            "kind", Kind.WORD, Both("变化", "change"), lambda e: e.thing.link.kind.value, words=LINK_KINDS
        ),
        Column(
            "moved",
            Kind.FLAG,
            Both("移位", "moved"),
            lambda e: e.thing.link.moved,
            Both("自身换了位置，不是被别项挤动", "changed its place on its own account"),
        ),
        Column(
            "displaced",
            Kind.FLAG,
            Both("仅序号变", "displaced"),
            lambda e: e.thing.link.displaced,
            Both("序号因别项增减移动而变", "renumbered because something else moved, came or went"),
        ),
        Column(
            "partial",
            Kind.FLAG,
            Both("部分内容", "partial"),
            lambda e: e.thing.link.partial,
            Both(
                "主要对应在别处，此处只有部分内容", "the units' main links are others; in part they came here"
            ),
        ),
        by_contents_column(lambda e: e.thing.by_contents),
        Column(
            "earlier_section",
            Kind.TEXT,
            Both("前一文本所在章节", "earlier section"),
            lambda e: e.thing.earlier_section or None,
        ),
        Column(
            "later_section",
            Kind.TEXT,
            Both("后一文本所在章节", "later section"),
            lambda e: e.thing.later_section or None,
        ),
        Column(
            "earlier_text",
            Kind.PASSAGE,
            Both("前一文本", "earlier text"),
            lambda e: _texts(e.texts.earlier, e.thing.link.earlier),
        ),
        Column(
            "later_text",
            Kind.PASSAGE,
            Both("后一文本", "later text"),
            lambda e: _texts(e.texts.later, e.thing.link.later),
        ),
        Column(
            "score",
            Kind.SHARE,
            Both("相似度", "score"),
            lambda e: round(e.thing.link.score, 4),
            Both("据以对应的相似度，0 到 1", "the similarity that made the link, 0 to 1"),
        ),
        Column(
            "alike",
            Kind.SHARE,
            Both("同字", "same text"),
            lambda e: None if e.thing.alike is None else round(e.thing.alike, 4),
            Both(
                "两边文字相同部分所占比例；无逐字比较时为空",
                "share of characters that both have; empty without a comparison by characters",
            ),
        ),
        Column(
            "matched_by",
            Kind.WORD,
            Both("对应依据", "matched by"),
            lambda e: e.thing.link.matched_by,
            words=MATCHED_BY,
        ),
        Column(
            "confidence",
            Kind.WORD,
            Both("把握", "confidence"),
            lambda e: e.thing.link.confidence.value,
            words=CONFIDENCES,
        ),
        Column(
            "turn",
            Kind.WORD,
            Both("任务与回顾之间", "task and review"),
            lambda e: e.thing.link.turn.value if e.thing.link.turn else None,
            words=TURNS,
        ),
        *(_changed(channel) for channel in Channel),
        Column(
            "clauses_only_earlier",
            Kind.INTEGER,
            Both("仅前一文本有的分句", "clauses only earlier"),
            lambda e: len(e.thing.link.earlier_only),
        ),
        Column(
            "clauses_only_later",
            Kind.INTEGER,
            Both("仅后一文本有的分句", "clauses only later"),
            lambda e: len(e.thing.link.later_only),
        ),
        Column(
            "earlier_units",
            Kind.TEXT,
            Both("前一文本单元", "earlier units"),
            lambda e: " ".join(e.thing.link.earlier),
            UNIT_IDS,
        ),
        Column(
            "later_units",
            Kind.TEXT,
            Both("后一文本单元", "later units"),
            lambda e: " ".join(e.thing.link.later),
            UNIT_IDS,
        ),
    ),
)


# -- what bears meaning ----------------------------------------------------------------------------

CHANGES: Table[Entry[MeaningRow]] = Table(
    "changes",
    Both("要素变化", "Meaning-bearing changes"),
    Both(
        "一行是一对分句中某一类要素（数字、否定、限定词、力度等）的变化",
        "one row is a pair of clauses in which words of one channel differ: numbers, negations, strength …",
    ),
    lambda summary: entries(summary.change_report, summary.meaning_changes),
    (
        Column("channel", Kind.WORD, Both("类别", "kind"), lambda e: e.thing.channel.value, words=CHANNELS),
        Column(
            "direction",
            Kind.WORD,
            Both("方向", "direction"),
            lambda e: e.thing.direction.value if e.thing.direction else None,
            Both("空白表示用词没有高低之分", "empty where the words have no order"),
            words=DIRECTIONS,
        ),
        Column(
            "ladder",
            Kind.WORD,
            Both("词阶", "ladder"),
            lambda e: e.thing.changes[0].ladder or None,
            Both(
                "给词语排序的词阶；数字和否定为空", "what orders the words; empty for numbers and negations"
            ),
            words=LADDER_NAMES,
        ),
        Column(
            "earlier_value",
            Kind.TEXT,
            Both("原为", "earlier"),
            lambda e: "、".join(before for before, _ in e.thing.pairs) or None,
        ),
        Column(
            "later_value",
            Kind.TEXT,
            Both("现为", "later"),
            lambda e: "、".join(after for _, after in e.thing.pairs) or None,
        ),
        Column(
            "earlier_clause",
            Kind.PASSAGE,
            Both("前一文本分句", "earlier clause"),
            lambda e: e.thing.earlier_clause or None,
        ),
        Column(
            "later_clause",
            Kind.PASSAGE,
            Both("后一文本分句", "later clause"),
            lambda e: e.thing.later_clause or None,
        ),
        Column(
            "earlier_unit",
            Kind.UNIT,
            Both("前一文本单元", "earlier unit"),
            lambda e: e.texts.earlier.unit_at(e.thing.changes[0].earlier_clause),
            UNIT_ID,
            side="earlier",
        ),
        Column(
            "later_unit",
            Kind.UNIT,
            Both("后一文本单元", "later unit"),
            lambda e: e.thing.later_unit,
            UNIT_ID,
            side="later",
        ),
        *span_columns("earlier", EARLIER, lambda e: e.thing.changes[0].earlier_clause),
        *span_columns("later", LATER, lambda e: e.thing.changes[0].later_clause),
    ),
)
