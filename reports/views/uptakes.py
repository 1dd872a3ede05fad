"""Formulations of a higher level of government in a lower one's report: words, and rows by kind."""

from collections.abc import Sequence

from msgspec import Struct

from compare.model import ChangeReport
from compare.uptakes import Uptake, UptakeKind
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.views.context import Context, cut
from reports.words.language import Language
from reports.words.pairs import text_names
from reports.words.vocabulary import UPTAKE_KINDS


class UptakeCaptions(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    title: str
    short: str
    note: str
    listed_only: str
    central: str
    local: str
    since: str
    counts: str


ZH = UptakeCaptions(
    title="{central}的提法在{local}的文本中",
    short="上下级提法",
    note="只看文字：写法相同、改写、更早已有或未见；未见不等于没有落实。",
    listed_only="只查所列的提法，不是全部。",
    central="{central}的写法",
    local="{local}的写法",
    since="本地最早见于",
    counts="{label} {count} 条",
)
EN = UptakeCaptions(
    title="Formulations of {central} in the text of {local}",
    short="Levels",
    note="Words only: the same, others, there before, or not found, which does not say that nothing is done.",
    listed_only="Only the formulations listed were looked up, not all there are.",
    central="in {central}",
    local="in {local}",
    since="there since",
    counts="{label}: {count}",
)


class UptakeGroup(Struct, frozen=True):
    """The uptakes of one kind, the weightiest first."""

    kind: UptakeKind
    rows: tuple[Uptake, ...]


def uptake_captions(language: str) -> UptakeCaptions:
    """The words of a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN


def uptake_note(change_report: ChangeReport, language: str) -> str:
    """What the tables say, and that the formulations they are made of are not all where lists are cut."""
    words = uptake_captions(language)
    if not change_report.phrases_cut:
        return words.note
    return f"{words.note}{'' if language == Language.ZH else ' '}{words.listed_only}"


def uptake_groups(change_report: ChangeReport) -> tuple[UptakeGroup, ...]:
    """The kinds that occur, in their order."""
    found = change_report.uptakes
    groups = (UptakeGroup(kind, tuple(one for one in found if one.kind is kind)) for kind in UptakeKind)
    return tuple(group for group in groups if group.rows)


def uptake_blocks(context: Context) -> tuple[Block, ...]:
    """A table for each kind; nothing where the levels do not differ."""
    change_report, language = context.summary.change_report, context.language
    if not change_report.uptakes:
        return ()
    words = uptake_captions(language)
    names = uptake_names(change_report, language)
    blocks: list[Block] = [
        Heading(words.title.format(**names)),
        Paragraph(uptake_note(change_report, language)),
    ]
    for group in uptake_groups(change_report):
        entry = UPTAKE_KINDS[group.kind]
        shown, more = cut(group.rows, context.limits.phrases, context.words.more)
        caption = words.counts.format(label=entry.label(language), count=len(group.rows))
        blocks += [
            Heading(f"{entry.symbol} {caption}", level=3),
            _table(group.kind, shown, more, words, names),
        ]
    return tuple(blocks)


def uptake_names(change_report: ChangeReport, language: str) -> dict[str, str]:
    """What the higher and the lower report are called, for the templates; there must be an uptake."""
    earlier, later = text_names(change_report, language)
    names = (earlier, later) if change_report.uptakes[0].side == "earlier" else (later, earlier)
    return dict(zip(("central", "local"), names, strict=True))


def _table(
    kind: UptakeKind, rows: Sequence[Uptake], more: str, words: UptakeCaptions, names: dict[str, str]
) -> Table:
    columns = [Column(words.central.format(**names), flexible=True)]
    if kind is UptakeKind.ADAPTED:
        columns.append(Column(words.local.format(**names), flexible=True))
    if any(one.since for one in rows):
        columns.append(Column(words.since, right=True))
    made = [
        (
            one.text,
            *((one.local_text or "",) if kind is UptakeKind.ADAPTED else ()),
            *((str(one.since or ""),) if any(each.since for each in rows) else ()),
        )
        for one in rows
    ]
    return Table(tuple(columns), tuple(Row(cells, UPTAKE_KINDS[kind].tone) for cells in made), more)
