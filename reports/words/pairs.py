"""What the two texts of a pair are called, and how the kinds are worded where time does not part them.

Between two years of one place something is new, gone or moved. Two places, or two texts of one year, stand
side by side: nothing came or went between them, and all that can be said is which of them has it.
"""

from enum import StrEnum

from msgspec.structs import replace

from compare.model import ChangeReport, Channel, Direction, Finding, FindingKind, PriorityStatus
from reports.rows.headings import by_contents
from reports.rows.rows import LinkRow, PriorityRow
from reports.words.aside import ASIDE
from reports.words.aside_captions import side_captions
from reports.words.captions import Captions
from reports.words.language import Language
from reports.words.vocabulary import CHANNELS, Tone, Word, channel_label, word

# Said of sections instead of "reworded" where their headings have no word in common.
BY_CONTENTS = Word("标题不同，内容对应", "headings differ, contents correspond", "~", Tone.CHANGED)


def is_through_time(change_report: ChangeReport) -> bool:
    """Whether the pair is one place in two years, so that something can have come and gone between them."""
    earlier, later = change_report.earlier, change_report.later
    return earlier.place == later.place and earlier.year != later.year


def text_names(change_report: ChangeReport, language: str) -> tuple[str, str]:
    """How the earlier and the later text are called: by what tells them apart, years or places."""
    earlier, later = change_report.earlier, change_report.later
    zh = language == Language.ZH
    if is_through_time(change_report):
        return (f"{earlier.year}年", f"{later.year}年") if zh else (f"{earlier.year}", f"{later.year}")
    if earlier.place == later.place:
        return ("前一份", "后一份") if zh else ("earlier", "later")
    if earlier.year == later.year:
        return earlier.place, later.place
    pattern = "{0}{1}年" if zh else "{0} {1}"
    return pattern.format(earlier.place, earlier.year), pattern.format(later.place, later.year)


def _nouns(change_report: ChangeReport, language: str) -> tuple[str, str]:
    """The names as they stand behind a preposition: a place does, an English adjective needs its noun."""
    earlier, later = text_names(change_report, language)
    if language == Language.ZH or change_report.earlier.place != change_report.later.place:
        return earlier, later
    return f"the {earlier} text", f"the {later} text"


def pair_word(kind: StrEnum, change_report: ChangeReport) -> Word:
    """The vocabulary's entry of a kind as it is true of a pair.

    Args:
        kind: a member of an enum of the vocabulary.
        change_report: the pair; where it is no place through time, the words name the text that has it.
    """
    entry = word(kind)
    labels = None if is_through_time(change_report) else ASIDE.get(type(kind), {}).get(kind)
    if labels is None:
        return entry
    told = []
    for template, language in zip(labels, Language, strict=True):
        earlier, later = _nouns(change_report, language)
        told.append(template.format(earlier=earlier, later=later))
    return replace(entry, zh=told[0], en=told[1])


def pair_channel_label(
    channel: Channel, direction: Direction | None, change_report: ChangeReport, language: str
) -> str:
    """What differs and which way: 力度减弱, `strength: weaker`; of texts side by side, in which of them."""
    if direction is None or is_through_time(change_report):
        return channel_label(channel, direction, language)
    colon = "：" if language == Language.ZH else ": "
    return f"{CHANNELS[channel].label(language)}{colon}{pair_word(direction, change_report).label(language)}"


def pair_captions(change_report: ChangeReport, language: str) -> Captions:
    """The captions in a language as they are true of a pair."""
    return side_captions(language, aside=not is_through_time(change_report))


def side_labels(change_report: ChangeReport, language: str) -> tuple[str, str]:
    """What introduces both texts where they are described; of two places none is the earlier one."""
    zh = language == Language.ZH
    if is_through_time(change_report):
        words = pair_captions(change_report, language)
        return words.earlier, words.later
    if change_report.earlier.place == change_report.later.place:
        return text_names(change_report, language)
    return ("文本一", "文本二") if zh else ("text 1", "text 2")


def outcome_word(row: LinkRow, change_report: ChangeReport) -> Word:
    """The word for what became of a link's units."""
    return BY_CONTENTS if row.by_contents else pair_word(row.outcome, change_report)


def priority_word(row: PriorityRow, change_report: ChangeReport) -> Word:
    """The word for what became of a priority; one that moved is told as moved, whatever its heading."""
    if row.by_contents and row.status is PriorityStatus.REWORDED:
        return BY_CONTENTS
    return pair_word(row.status, change_report)


def finding_word(finding: Finding, change_report: ChangeReport) -> Word:
    """The word for the kind of a finding."""
    units = finding.earlier_unit, finding.later_unit
    if finding.kind is FindingKind.PRIORITY_REWORDED and units in by_contents(change_report):
        return BY_CONTENTS
    return pair_word(finding.kind, change_report)
