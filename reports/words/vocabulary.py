"""One table for everything a reader meets by name: kind → label in Chinese and English, symbol, tone, order.

Terminal, Markdown and dashboard word every kind from here, so a kind is called the same everywhere. The tests
walk the enums of `corpora.model` and `compare.model` and the reason tables of the other packages, and fail
while an entry is missing. Stable words that are no enums stand in `reports.words.reasons`, captions in
`reports.words.captions`; sentences are made in `reports.words.sentences`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct

from compare.model import (
    Channel,
    Confidence,
    Direction,
    EditKind,
    FindingKind,
    LinkKind,
    PhraseStatus,
    PriorityStatus,
    Turn,
)
from compare.undertakings.model import Aim, Bearing, Period, PromiseStatus, TargetChangeKind, Verdict
from compare.uptakes import UptakeKind
from corpora.model import Edition, Level, Role, TextKind
from reports.words.language import Language


class Tone(StrEnum):
    """What a colour is meant to say. Each renderer maps tones to its own colours; none is the only cue."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"
    RETURNING = "returning"
    SAME = "same"
    QUIET = "quiet"


class Outcome(StrEnum):
    """What became of a unit: the kinds of link, and having no partner on either side."""

    KEPT = "kept"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"
    NEW = "new"
    DROPPED = "dropped"


class Word(Struct, frozen=True):
    """How one kind is shown.

    Attributes:
        zh: label in Chinese.
        en: label in English, lower case as inside a sentence.
        symbol: one ASCII character, so that it is one cell wide in every terminal and needs no font.
        tone: what its colour says.
        order: place among its siblings in tables and legends, from 0.
    """

    zh: str
    en: str
    symbol: str = ""
    tone: Tone = Tone.QUIET
    order: int = 0

    def label(self, language: str) -> str:
        """The label in a language; English is used for every language but Chinese."""
        return self.zh if language == Language.ZH else self.en


Kind = TypeVar("Kind")


def table(entries: Mapping[Kind, tuple[str, str, str, Tone]]) -> Mapping[Kind, Word]:
    """A read-only table whose order is the order in which the entries are written."""
    return MappingProxyType(
        {
            kind: Word(zh, en, symbol, tone, order)
            for order, (kind, (zh, en, symbol, tone)) in enumerate(entries.items())
        }
    )


LEVELS = table(
    {
        Level.SECTION: ("章节", "section", "#", Tone.QUIET),
        Level.MEASURE: ("举措", "measure", "-", Tone.QUIET),
    }
)

ROLES = table(
    {
        Role.OPENING: ("开头", "opening", "", Tone.QUIET),
        Role.REVIEW: ("工作回顾", "review", "", Tone.QUIET),
        Role.PROBLEMS: ("问题与不足", "problems", "", Tone.QUIET),
        Role.REQUIREMENTS: ("总体要求与目标", "requirements and targets", "", Tone.QUIET),
        Role.PLAN: ("工作任务", "plan", "", Tone.QUIET),
        Role.GOVERNANCE: ("政府自身建设", "the government itself", "", Tone.QUIET),
        Role.CLOSING: ("结束语", "closing", "", Tone.QUIET),
        Role.APPENDIX: ("附件", "appendix", "", Tone.QUIET),
        Role.FRAME: ("正文以外", "outside the report", "", Tone.QUIET),
    }
)

TEXT_KINDS = table(
    {
        TextKind.FULL: ("报告全文", "full text", "", Tone.QUIET),
        TextKind.DIGEST: ("新闻摘要", "news digest", "", Tone.QUIET),
    }
)

EDITIONS = table(
    {
        Edition.DELIVERED: ("大会报告稿", "as delivered", "", Tone.QUIET),
        Edition.ADOPTED: ("大会通过稿", "as adopted", "", Tone.QUIET),
        Edition.UNKNOWN: ("版本未注明", "edition not told", "", Tone.QUIET),
    }
)

LINK_KINDS = table(
    {
        LinkKind.KEPT: ("保留", "kept", "=", Tone.SAME),
        LinkKind.REWORDED: ("改写", "reworded", "~", Tone.CHANGED),
        LinkKind.SPLIT: ("拆分", "split", "<", Tone.CHANGED),
        LinkKind.MERGED: ("合并", "merged", ">", Tone.CHANGED),
        LinkKind.REGROUPED: ("重组", "regrouped", "%", Tone.CHANGED),
    }
)

OUTCOMES = table(
    {
        Outcome.KEPT: ("保留", "kept", "=", Tone.SAME),
        Outcome.REWORDED: ("改写", "reworded", "~", Tone.CHANGED),
        Outcome.SPLIT: ("拆分", "split", "<", Tone.CHANGED),
        Outcome.MERGED: ("合并", "merged", ">", Tone.CHANGED),
        Outcome.REGROUPED: ("重组", "regrouped", "%", Tone.CHANGED),
        Outcome.NEW: ("新出现", "new", "+", Tone.NEW),
        Outcome.DROPPED: ("未再出现", "no longer found", "-", Tone.GONE),
    }
)

EDIT_KINDS = table(
    {
        EditKind.EQUAL: ("相同", "equal", "=", Tone.SAME),
        EditKind.DELETED: ("删去", "deleted", "-", Tone.GONE),
        EditKind.INSERTED: ("增写", "inserted", "+", Tone.NEW),
        EditKind.REPLACED: ("替换", "replaced", "~", Tone.CHANGED),
    }
)

CHANNELS = table(
    {
        Channel.NUMBER: ("数字", "number", "#", Tone.CHANGED),
        Channel.UNIT: ("计量单位", "unit", "%", Tone.CHANGED),
        Channel.QUALIFIER: ("限定词", "qualifier", "?", Tone.CHANGED),
        Channel.NEGATION: ("否定或禁止", "negation", "!", Tone.CHANGED),
        Channel.STRENGTH: ("力度", "strength", "^", Tone.CHANGED),
        Channel.SCOPE: ("范围", "scope", "o", Tone.CHANGED),
        Channel.TIME: ("时限", "time", "@", Tone.CHANGED),
    }
)

CONFIDENCES = table(
    {
        Confidence.SURE: ("有把握", "sure", "=", Tone.QUIET),
        Confidence.LIKELY: ("较有把握", "likely", "~", Tone.QUIET),
        Confidence.WEAK: ("把握不大", "weak", "?", Tone.QUIET),
    }
)

TURNS = table(
    {
        Turn.REPORTED: ("由任务转入回顾", "task reported on", "<", Tone.MOVED),
        Turn.RESUMED: ("由回顾转为任务", "made a task", ">", Tone.MOVED),
    }
)

DIRECTIONS = table(
    {
        Direction.HIGHER: ("提高", "higher", "+", Tone.CHANGED),
        Direction.LOWER: ("降低", "lower", "-", Tone.CHANGED),
        Direction.STRONGER: ("增强", "stronger", "+", Tone.CHANGED),
        Direction.WEAKER: ("减弱", "weaker", "-", Tone.CHANGED),
        Direction.WIDER: ("扩大", "wider", "+", Tone.CHANGED),
        Direction.NARROWER: ("收窄", "narrower", "-", Tone.CHANGED),
        Direction.EARLIER: ("提前", "earlier", "+", Tone.CHANGED),
        Direction.LATER: ("推后", "later", "-", Tone.CHANGED),
    }
)

PRIORITY_STATUSES = table(
    {
        PriorityStatus.NEW: ("新列", "new", "+", Tone.NEW),
        PriorityStatus.MOVED: ("移位", "moved", "*", Tone.MOVED),
        PriorityStatus.SPLIT: ("拆分", "split", "<", Tone.CHANGED),
        PriorityStatus.MERGED: ("合并", "merged", ">", Tone.CHANGED),
        PriorityStatus.REGROUPED: ("重组", "regrouped", "%", Tone.CHANGED),
        PriorityStatus.REWORDED: ("改写", "reworded", "~", Tone.CHANGED),
        # The rank changed only because another priority moved, came or went: not told as moved.
        PriorityStatus.DISPLACED: ("仅序号变", "only renumbered", ".", Tone.SAME),
        PriorityStatus.KEPT: ("保持", "kept", "=", Tone.SAME),
        PriorityStatus.DROPPED: ("未再单列", "no longer listed", "-", Tone.GONE),
    }
)

PHRASE_STATUSES = table(
    {
        PhraseStatus.NEW: ("新出现", "new", "+", Tone.NEW),
        PhraseStatus.DROPPED: ("未再出现", "no longer found", "-", Tone.GONE),
        PhraseStatus.RETURNING: ("重新出现", "returning", "^", Tone.RETURNING),
        PhraseStatus.REWORDED: ("换了说法", "reworded", "~", Tone.CHANGED),
        PhraseStatus.CARRIED: ("沿用", "carried on", "=", Tone.SAME),
    }
)

TARGET_CHANGES = table(
    {
        TargetChangeKind.NEW: ("新提出", "new", "+", Tone.NEW),
        TargetChangeKind.RAISED: ("数值提高", "raised", "^", Tone.CHANGED),
        TargetChangeKind.LOWERED: ("数值降低", "lowered", "v", Tone.CHANGED),
        TargetChangeKind.REQUALIFIED: ("限定词变化", "requalified", "~", Tone.CHANGED),
        TargetChangeKind.NARROWED: ("区间收窄", "narrowed", ">", Tone.CHANGED),
        TargetChangeKind.WIDENED: ("区间放宽", "widened", "<", Tone.CHANGED),
        TargetChangeKind.UNIT_CHANGED: ("口径变化", "unit or base changed", "%", Tone.CHANGED),
        TargetChangeKind.QUANTIFIED: ("改提数值", "now quantified", "#", Tone.CHANGED),
        TargetChangeKind.NOT_QUANTIFIED: ("不再提数值", "no longer quantified", "?", Tone.CHANGED),
        TargetChangeKind.KEPT: ("保持", "kept", "=", Tone.SAME),
        TargetChangeKind.DROPPED: ("未再提出", "no longer found", "-", Tone.GONE),
    }
)

BEARINGS = table(
    {
        Bearing.MORE_DEMANDING: ("要求更高", "asks for more", "", Tone.QUIET),
        Bearing.LESS_DEMANDING: ("要求降低", "asks for less", "", Tone.QUIET),
        Bearing.OPEN: ("不作判断", "not judged", "", Tone.QUIET),
    }
)

AIMS = table(
    {
        Aim.MORE: ("越高越好", "more is wanted", "", Tone.QUIET),
        Aim.LESS: ("越低越好", "less is wanted", "", Tone.QUIET),
        Aim.OPEN: ("不分高低", "neither", "", Tone.QUIET),
    }
)

PERIODS = table(
    {
        Period.YEAR: ("当年", "this year", "", Tone.QUIET),
        Period.SEVERAL_YEARS: ("多年", "several years", "", Tone.QUIET),
    }
)

VERDICTS = table(
    {
        Verdict.MISSED: ("未达到", "missed", "-", Tone.GONE),
        Verdict.NOT_REPORTED: ("本文本未见数据", "no figure found in this text", "?", Tone.QUIET),
        Verdict.REPORTED: ("有数据未作判断", "figure given but not judged", ".", Tone.QUIET),
        Verdict.MET: ("达到", "met", "=", Tone.SAME),
        Verdict.EXCEEDED: ("超过", "exceeded", "+", Tone.NEW),
    }
)

PROMISE_STATUSES = table(
    {
        PromiseStatus.REPORTED: ("有回应", "reported", "=", Tone.SAME),
        PromiseStatus.SILENT: ("本文本未见回应", "no answer found in this text", "?", Tone.GONE),
    }
)

FINDING_KINDS = table(
    {
        FindingKind.PRIORITY_NEW: ("新列任务", "new priority", "+", Tone.NEW),
        FindingKind.PRIORITY_DROPPED: ("任务未再单列", "priority no longer listed", "-", Tone.GONE),
        FindingKind.PRIORITY_MOVED: ("任务移位", "priority moved", "*", Tone.MOVED),
        FindingKind.PRIORITY_SPLIT: ("任务拆分", "priority split", "<", Tone.CHANGED),
        FindingKind.PRIORITY_MERGED: ("任务合并", "priorities merged", ">", Tone.CHANGED),
        FindingKind.PRIORITY_REWORDED: ("任务换了说法", "priority reworded", "~", Tone.CHANGED),
        FindingKind.NEGATION_CHANGED: ("否定变化", "negation changed", "!", Tone.CHANGED),
        FindingKind.NUMBER_CHANGED: ("数字变化", "number changed", "#", Tone.CHANGED),
        FindingKind.UNIT_CHANGED: ("计量单位变化", "unit changed", "%", Tone.CHANGED),
        FindingKind.QUALIFIER_CHANGED: ("限定词变化", "qualifier changed", "?", Tone.CHANGED),
        FindingKind.STRENGTH_CHANGED: ("力度变化", "strength changed", "^", Tone.CHANGED),
        FindingKind.SCOPE_CHANGED: ("范围变化", "scope changed", "o", Tone.CHANGED),
        FindingKind.TIME_CHANGED: ("时限变化", "time changed", "@", Tone.CHANGED),
        FindingKind.TARGET_CHANGED: ("目标变化", "target changed", "~", Tone.CHANGED),
        FindingKind.TARGET_NOT_QUANTIFIED: (
            "目标不再提数值",
            "target no longer quantified",
            "?",
            Tone.CHANGED,
        ),
        FindingKind.TARGET_MISSED: ("目标未达到", "target missed", "!", Tone.GONE),
        FindingKind.TARGET_DROPPED: ("目标未再提出", "target no longer found", "-", Tone.GONE),
        FindingKind.TARGET_NEW: ("新目标", "new target", "+", Tone.NEW),
        FindingKind.PROMISES_SILENT: ("未见回应的承诺", "undertakings without an answer", "?", Tone.GONE),
        FindingKind.MEASURE_NEW: ("新举措", "new measure", "+", Tone.NEW),
        FindingKind.MEASURE_DROPPED: ("举措未再出现", "measure no longer found", "-", Tone.GONE),
        FindingKind.MEASURE_MOVED: ("举措移位", "measure moved", "*", Tone.MOVED),
        FindingKind.PHRASE_NEW: ("新提法", "new formulation", "+", Tone.NEW),
        FindingKind.PHRASE_DROPPED: ("提法未再出现", "formulation no longer found", "-", Tone.GONE),
        FindingKind.PHRASE_RETURNING: ("提法重新出现", "formulation returning", "^", Tone.RETURNING),
        FindingKind.PHRASE_REWORDED: ("提法变化", "formulation reworded", "~", Tone.CHANGED),
        FindingKind.PHRASE_EMPHASISED: ("提得更多", "formulation used more", "^", Tone.CHANGED),
        FindingKind.PHRASE_PLAYED_DOWN: ("提得更少", "formulation used less", "v", Tone.CHANGED),
    }
)

UPTAKE_KINDS = table(
    {
        UptakeKind.VERBATIM: ("写法相同", "in the same words", "=", Tone.SAME),
        UptakeKind.ADAPTED: ("改写", "in other words", "~", Tone.CHANGED),
        UptakeKind.BEFORE: ("本地更早已有", "there before", "<", Tone.RETURNING),
        UptakeKind.ABSENT: ("未见", "not found", "-", Tone.GONE),
    }
)

_BY_ENUM: Mapping[type[StrEnum], Mapping[Any, Word]] = MappingProxyType(
    {
        Level: LEVELS,
        Role: ROLES,
        TextKind: TEXT_KINDS,
        Edition: EDITIONS,
        LinkKind: LINK_KINDS,
        Outcome: OUTCOMES,
        EditKind: EDIT_KINDS,
        Channel: CHANNELS,
        Confidence: CONFIDENCES,
        Turn: TURNS,
        Direction: DIRECTIONS,
        PriorityStatus: PRIORITY_STATUSES,
        PhraseStatus: PHRASE_STATUSES,
        FindingKind: FINDING_KINDS,
        TargetChangeKind: TARGET_CHANGES,
        Bearing: BEARINGS,
        Aim: AIMS,
        Period: PERIODS,
        Verdict: VERDICTS,
        PromiseStatus: PROMISE_STATUSES,
        UptakeKind: UPTAKE_KINDS,
    }
)


def word(kind: StrEnum) -> Word:
    """The entry of an enum's member.

    Tables are kept apart by enum, because members of different string enums with the same value are equal.

    Raises:
        KeyError: the enum or the member has no entry; the tests keep this from happening.
    """
    return _BY_ENUM[type(kind)][kind]


def channel_label(channel: Channel, direction: Direction | None, language: str) -> str:
    """What changed and which way: 力度减弱, `strength: weaker`."""
    name = CHANNELS[channel].label(language)
    if direction is None:
        return name
    way = DIRECTIONS[direction].label(language)
    return f"{name}{way}" if language == Language.ZH else f"{name}: {way}"


def label(kind: StrEnum, language: str) -> str:
    """The label of an enum's member in a language."""
    return word(kind).label(language)
