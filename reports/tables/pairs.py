"""The table of pairs: what was compared with what, and how much was found."""

from collections.abc import Iterable

from corpora.model import WorkReport
from reports.rows.rows import Summary, Tally
from reports.tables.model import EARLIER, LATER, Both, Column, Kind, Table
from reports.words.vocabulary import EDITIONS, TEXT_KINDS, Outcome
from reports.words.years import year_ranges


def _pair(summary: Summary) -> Iterable[Summary]:
    return (summary,)


def _side(summary: Summary, side: str) -> WorkReport:
    return summary.change_report.earlier if side == "earlier" else summary.change_report.later


def _tally(summary: Summary, outcome: Outcome) -> Tally:
    return next(tally for tally in summary.whole if tally.outcome is outcome)


def _text_columns(side: str, name: Both) -> tuple[Column[Summary], ...]:
    """What is told of one text of the pair."""

    def label(zh: str, en: str) -> Both:
        return Both(f"{name.zh}{zh}", f"{name.en} {en}")

    compared = f"{side}_characters"
    return (
        Column(f"{side}_title", Kind.TEXT, label("标题", "title"), lambda s: _side(s, side).title),
        Column(
            f"{side}_kind",
            Kind.WORD,
            label("类别", "kind"),
            lambda s: _side(s, side).kind.value,
            words=TEXT_KINDS,
        ),
        Column(
            f"{side}_edition",
            Kind.WORD,
            label("版本", "edition"),
            lambda s: _side(s, side).edition.value,
            words=EDITIONS,
        ),
        Column(f"{side}_source", Kind.TEXT, label("来源", "source"), lambda s: _side(s, side).source.name),
        Column(
            f"{side}_sha256", Kind.TEXT, label("摘要值", "sha256"), lambda s: _side(s, side).source.sha256
        ),
        Column(
            compared,
            Kind.INTEGER,
            label("参与比较的字数", "characters compared"),
            lambda s: s.earlier_characters if side == "earlier" else s.later_characters,
            Both("参与比较的字数，不含附件和报道文字", "compared characters; appendix and news frame aside"),
        ),
    )


def _count(name: str, zh: str, en: str, outcome: Outcome) -> Column[Summary]:
    """How many links met an outcome; of new and dropped, how many units."""

    def count(summary: Summary) -> int:
        tally = _tally(summary, outcome)
        return tally.links or tally.later_units + tally.earlier_units

    return Column(name, Kind.INTEGER, Both(zh, en), count)


def _share(side: str, outcome: Outcome, zh: str, en: str) -> Column[Summary]:
    def share(summary: Summary) -> float | None:
        tally, earlier = _tally(summary, outcome), side == "earlier"
        whole = summary.earlier_characters if earlier else summary.later_characters
        part = tally.earlier_characters if earlier else tally.later_characters
        return part / whole if whole else None

    return Column(f"{side}_share_{outcome.value}", Kind.SHARE, Both(zh, en), share)


def _total(name: str, zh: str, en: str, about: Both | None = None) -> Column[Summary]:
    return Column(name, Kind.INTEGER, Both(zh, en), lambda s: len(getattr(s.change_report, name)), about)


def _history(summary: Summary) -> str | None:
    return year_ranges(summary.change_report.history_years, "en") or None


PAIRS: Table[Summary] = Table(
    "pairs",
    Both("对比", "Pairs"),
    Both("一行是一对文本", "one row is a pair of texts"),
    _pair,
    (
        *_text_columns("earlier", EARLIER),
        *_text_columns("later", LATER),
        Column("history_years", Kind.TEXT, Both("另查年份", "other years looked at"), _history),
        _count("kept", "保留（组）", "kept links", Outcome.KEPT),
        _count("reworded", "改写（组）", "reworded links", Outcome.REWORDED),
        _count("split", "拆分（组）", "split links", Outcome.SPLIT),
        _count("merged", "合并（组）", "merged links", Outcome.MERGED),
        _count("regrouped", "重组（组）", "regrouped links", Outcome.REGROUPED),
        _count("new_units", "新出现（单元）", "new units", Outcome.NEW),
        _count("dropped_units", "未再出现（单元）", "units no longer found", Outcome.DROPPED),
        Column(
            "moved", Kind.INTEGER, Both("移位（组）", "moved links"), lambda s: sum(t.moved for t in s.whole)
        ),
        _share("later", Outcome.NEW, "新出现占后一文本", "new, share of the later text"),
        _share(
            "earlier", Outcome.DROPPED, "未再出现占前一文本", "no longer found, share of the earlier text"
        ),
        _share("later", Outcome.KEPT, "保留占后一文本", "kept, share of the later text"),
        _total("findings", "要点（条）", "findings"),
        _total("priorities", "任务（行）", "priorities"),
        _total(
            "phrases",
            "提法（条）",
            "formulations",
            Both(
                "所列提法的条数；每一类只列最要紧的若干条，哪几类未列全见“提法未列全的类别”",
                "those that are listed: of each status the most telling, at most so many; `phrases_cut` "
                "tells which lists are cut",
            ),
        ),
        Column(
            "phrases_cut",
            Kind.TEXT,
            Both("提法未列全的类别", "formulations cut"),
            lambda s: ", ".join(s.change_report.phrases_cut) or None,
            Both(
                "找到的提法多于所列的类别；不在其中的类别已全部列出",
                "the statuses of which more formulations were found than are listed; of the others all are",
            ),
        ),
        _total("targets", "目标（项）", "targets"),
        _total("outcomes", "完成情况（项）", "outcomes of targets"),
        _total("promises", "承诺（条）", "promises"),
        _total("inconsistencies", "请核对的数据（处）", "figures to check"),
        _total("uptakes", "上下级提法（条）", "uptakes"),
        _total("not_compared", "未作比较（处）", "not compared"),
    ),
)
