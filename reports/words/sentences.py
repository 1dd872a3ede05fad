"""One sentence for each finding, in Chinese and English, made from its kind and its named values.

What a text lacks is "not found in this text", never "abolished"; a claim of "first" names the years that were
looked at and the years that are missing.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from compare.model import ChangeReport, Finding, FindingKind
from reports.words.channel_sentences import CHANNEL_SENTENCE_KINDS, channel_sentence
from reports.words.language import Language
from reports.words.undertaking_sentences import UNDERTAKING_KINDS, undertaking_sentence

# A quote in a sentence is a pointer, not the passage; the passage stands below it.
QUOTED_CHARACTERS = 40
# What stands between the headings of a value of `compare.findings.ranking` that holds several.
SEVERAL = "；"
TRAILING = "，。；：、 \n"


class _Facts(Struct, frozen=True):
    """What a sentence may speak of: the finding's values, both years and the years looked at."""

    finding: Finding
    earlier: str
    later: str
    earlier_year: int
    later_year: int
    years: tuple[int, ...]

    def quoted(self, *names: str) -> str:
        """The first of the named values that is there, in quotation marks."""
        for name in names:
            text = self.finding.value(name)
            if text:
                return f"“{clipped(text.rstrip(TRAILING), QUOTED_CHARACTERS)}”"
        return "“…”"

    def each(self, name: str, joined: str) -> str:
        """Several headings that stand in one value, each in quotation marks of its own."""
        headings = (self.finding.value(name) or "…").split(SEVERAL)
        return joined.join(f"“{clipped(heading, QUOTED_CHARACTERS)}”" for heading in headings)

    def plain(self, name: str) -> str:
        return self.finding.value(name)

    def channel_quotes(self) -> dict[str, str]:
        """The words of a channel and the clauses that hold them, in quotation marks, or nothing."""
        channel = self.finding.kind.value.removesuffix("-changed")
        names = {
            "one": f"earlier_{channel}", "other": f"later_{channel}", "earlier": "earlier_clause",
            "later": "later_clause",
        }  # fmt: skip
        return {name: self.quoted(value) if self.plain(value) else "" for name, value in names.items()}


def clipped(text: str, limit: int) -> str:
    """The text on one line, cut after `limit` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def runs_of(years: Iterable[int]) -> list[tuple[int, ...]]:
    """Years that follow one another, together; each year once."""
    runs: list[tuple[int, ...]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1] = (*runs[-1], year)
        else:
            runs.append((year,))
    return runs


def year_ranges(years: Iterable[int], language: str) -> str:
    """Years as ranges: `2015-2019, 2023` or `2015—2019、2023年`; empty for no years."""
    runs = runs_of(years)
    dash, comma = ("—", "、") if language == Language.ZH else ("-", ", ")
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}{dash}{run[-1]}" for run in runs]
    return comma.join(parts) + ("年" if parts and language == Language.ZH else "")


def missing_years(years: Iterable[int], later_year: int) -> tuple[int, ...]:
    """The years between the first one looked at and the later report that were not looked at."""
    known = set(years)
    return tuple(year for year in range(min(known), later_year) if year not in known) if known else ()


def looked_at(years: Iterable[int], missing: Iterable[int], language: str) -> str:
    """The clause that limits a claim of "first": the years looked at, and those missing if there are any."""
    seen, gaps = year_ranges(years, language), year_ranges(missing, language)
    if language == Language.ZH:
        return f"所查年份：{seen}" + (f"，缺{gaps}" if gaps else "")
    return f"years looked at: {seen}" + (f"; missing: {gaps}" if gaps else "")


def years_looked_at(change_report: ChangeReport) -> tuple[int, ...]:
    """The years before the later report that a claim of "first" rests on, ascending."""
    years = {change_report.earlier.year, *change_report.history_years}
    return tuple(sorted(year for year in years if year != change_report.later.year))


def text_names(change_report: ChangeReport, language: str) -> tuple[str, str]:
    """How the earlier and the later text are called: by their years, or by what else tells them apart."""
    earlier, later = change_report.earlier, change_report.later
    zh = language == Language.ZH
    if earlier.year != later.year and earlier.place == later.place:
        return (f"{earlier.year}年", f"{later.year}年") if zh else (f"{earlier.year}", f"{later.year}")
    if earlier.place != later.place:
        pattern = "{0}{1}年" if zh else "{0} {1}"
        return pattern.format(earlier.place, earlier.year), pattern.format(later.place, later.year)
    return ("前一份", "后一份") if zh else ("earlier", "later")


def finding_sentence(finding: Finding, change_report: ChangeReport, language: str) -> str:
    """One sentence that says what changed.

    Args:
        finding: what changed.
        change_report: the comparison it belongs to, for its years.
        language: `zh` or `en`.

    Returns:
        A sentence with its final stop; quotes stand as in the texts, clipped to a line.
    """
    earlier, later = text_names(change_report, language)
    if finding.kind in UNDERTAKING_KINDS:
        return undertaking_sentence(finding, (earlier, later), language)
    facts = _Facts(
        finding=finding,
        earlier=earlier,
        later=later,
        earlier_year=change_report.earlier.year,
        later_year=change_report.later.year,
        years=years_looked_at(change_report),
    )
    if finding.kind in CHANNEL_SENTENCE_KINDS:
        return channel_sentence(finding, facts.channel_quotes(), language)
    makers = _ZH if language == Language.ZH else _EN
    return makers[finding.kind](facts)


def _first_zh(facts: _Facts) -> str:
    return f"此前文本未见{_in_years_zh(facts)}" if len(facts.years) > 1 else f"{facts.earlier}文本未见"


def _first_en(facts: _Facts) -> str:
    if len(facts.years) > 1:
        return f"not found in the texts before{_in_years_en(facts)}"
    return f"not found in the {facts.earlier} text"


def _moved_zh(facts: _Facts) -> str:
    earlier, later = facts.plain("earlier_rank"), facts.plain("later_rank")
    heading = facts.quoted("later_heading", "heading", "earlier_heading")
    if earlier == later:
        return f"{heading}与其他任务的先后次序有变，{facts.earlier}和{facts.later}都列第{later}项。"
    way = "升至" if _rises(earlier, later) else "降至"
    return f"{heading}由{facts.earlier}的第{earlier}项{way}{facts.later}的第{later}项。"


def _moved_en(facts: _Facts) -> str:
    earlier, later = facts.plain("earlier_rank"), facts.plain("later_rank")
    heading = facts.quoted("later_heading", "heading", "earlier_heading")
    if earlier == later:
        return f"{heading} changes its order among the others; it is priority {later} in both texts."
    way = "rises" if _rises(earlier, later) else "falls"
    return f"{heading} {way} from priority {earlier} in {facts.earlier} to {later} in {facts.later}."


def _rises(earlier: str, later: str) -> bool:
    return earlier.isdigit() and later.isdigit() and int(later) < int(earlier)


def _ranked_zh(facts: _Facts, name: str) -> str:
    rank = facts.plain(name)
    return f"第{rank}项任务" if rank else "任务"


def _ranked_en(facts: _Facts, name: str) -> str:
    rank = facts.plain(name)
    return f"priority {rank}" if rank else "the priority"


def _went_away_zh(facts: _Facts) -> str:
    last = facts.plain("last_year")
    return f"，此前最近见于{last}年{_in_years_zh(facts)}" if last and last != str(facts.earlier_year) else ""


def _in_years_zh(facts: _Facts) -> str:
    """The years that a claim about the past rests on, and those missing."""
    years = facts.years
    told = looked_at(years, missing_years(years, facts.later_year), Language.ZH)
    return f"（{told}）" if len(years) > 1 else ""


def _in_years_en(facts: _Facts) -> str:
    years = facts.years
    told = looked_at(years, missing_years(years, facts.later_year), Language.EN)
    return f" ({told})" if len(years) > 1 else ""


def _away_since_en(facts: _Facts) -> str:
    last = facts.plain("last_year")
    return f", last found in {last}{_in_years_en(facts)}" if last and last != str(facts.earlier_year) else ""


def _negation_zh(facts: _Facts) -> str:
    """A prohibition may also come or go whole; the other side has no clause then."""
    earlier, later = facts.quoted("earlier_clause"), facts.quoted("later_clause")
    if not facts.plain("later_clause"):
        return f"{facts.earlier}的{earlier}在{facts.later}文本中未见。"
    if not facts.plain("earlier_clause"):
        return f"{facts.later}写明{later}，{facts.earlier}文本未见。"
    return f"否定有变：{earlier}变为{later}。"


def _negation_en(facts: _Facts) -> str:
    earlier, later = facts.quoted("earlier_clause"), facts.quoted("later_clause")
    if not facts.plain("later_clause"):
        return f"What {facts.earlier} ruled out is not found in the {facts.later} text: {earlier}."
    if not facts.plain("earlier_clause"):
        return f"The {facts.later} text rules out what is not ruled out in the {facts.earlier} text: {later}."
    return f"A negation changes: {earlier} becomes {later}."


def _emphasis_zh(facts: _Facts, way: str) -> str:
    earlier, later, expected = map(facts.plain, ("earlier_count", "later_count", "expected_count"))
    return (
        f"提法{facts.quoted('phrase')}提得更{way}：{facts.earlier}{earlier}次，{facts.later}{later}次，"
        f"按各部分篇幅折算应为{expected}次。"
    )


def _emphasis_en(facts: _Facts, way: str) -> str:
    earlier, later, expected = map(facts.plain, ("earlier_count", "later_count", "expected_count"))
    return (
        f"{facts.quoted('phrase')} is used {way}: {earlier} times in {facts.earlier}, {later} in "
        f"{facts.later}, where the lengths of the parts alone would make it {expected}."
    )


_Makers = dict[FindingKind, Callable[[_Facts], str]]

_ZH: _Makers = {
    FindingKind.PRIORITY_NEW: lambda f: (
        f"{f.later}新列{_ranked_zh(f, 'later_rank')}{f.quoted('heading', 'later_heading')}，"
        f"{f.earlier}文本未见对应任务。"
    ),
    FindingKind.PRIORITY_DROPPED: lambda f: (
        f"{f.earlier}的{_ranked_zh(f, 'earlier_rank')}{f.quoted('heading', 'earlier_heading')}"
        f"在{f.later}文本中未见单列。"
    ),
    FindingKind.PRIORITY_MOVED: _moved_zh,
    FindingKind.PRIORITY_SPLIT: lambda f: (
        f"{f.earlier}的任务{f.each('earlier_heading', '、')}在{f.later}分为{f.each('later_heading', '和')}。"
    ),
    FindingKind.PRIORITY_MERGED: lambda f: (
        f"{f.earlier}的任务{f.each('earlier_heading', '和')}在{f.later}并为{f.each('later_heading', '、')}。"
    ),
    FindingKind.PRIORITY_REWORDED: lambda f: (
        f"任务{f.quoted('earlier_heading', 'heading')}改为{f.quoted('later_heading')}。"
    ),
    FindingKind.MEASURE_NEW: lambda f: f"新举措{f.quoted('heading', 'later_heading')}，{f.earlier}文本未见。",
    FindingKind.MEASURE_DROPPED: lambda f: (
        f"{f.earlier}的举措{f.quoted('heading', 'earlier_heading')}在{f.later}文本中未见。"
    ),
    FindingKind.MEASURE_MOVED: lambda f: (
        f"举措{f.quoted('heading')}由{f.quoted('earlier_heading')}移到{f.quoted('later_heading')}。"
    ),
    FindingKind.PHRASE_NEW: lambda f: f"新提法{f.quoted('phrase')}，{_first_zh(f)}。",
    FindingKind.PHRASE_DROPPED: lambda f: f"{f.earlier}的提法{f.quoted('phrase')}在{f.later}文本中未见。",
    FindingKind.PHRASE_RETURNING: lambda f: (
        f"提法{f.quoted('phrase')}重新出现：{f.earlier}文本未见{_went_away_zh(f)}。"
    ),
    FindingKind.PHRASE_REWORDED: lambda f: (
        f"提法{f.quoted('earlier_phrase', 'earlier_text')}"
        f"改为{f.quoted('later_phrase', 'later_text', 'phrase')}。"
    ),
    FindingKind.PHRASE_EMPHASISED: lambda f: _emphasis_zh(f, "多"),
    FindingKind.PHRASE_PLAYED_DOWN: lambda f: _emphasis_zh(f, "少"),
    FindingKind.NUMBER_CHANGED: lambda f: (
        (f.quoted("subject") if f.plain("subject") else "数字")
        + f"由{f.quoted('earlier_number')}变为{f.quoted('later_number')}。"
    ),
    FindingKind.NEGATION_CHANGED: _negation_zh,
}

_EN: _Makers = {
    FindingKind.PRIORITY_NEW: lambda f: (
        f"New in {f.later}, {_ranked_en(f, 'later_rank')}: {f.quoted('heading', 'later_heading')}; "
        f"no such priority was found in the {f.earlier} text."
    ),
    FindingKind.PRIORITY_DROPPED: lambda f: (
        f"{f.quoted('heading', 'earlier_heading')}, {_ranked_en(f, 'earlier_rank')} in {f.earlier}, "
        f"is not found as a priority in the {f.later} text."
    ),
    FindingKind.PRIORITY_MOVED: _moved_en,
    FindingKind.PRIORITY_SPLIT: lambda f: (
        f"The {f.earlier} priority {f.each('earlier_heading', ', ')} "
        f"is split in {f.later} into {f.each('later_heading', ' and ')}."
    ),
    FindingKind.PRIORITY_MERGED: lambda f: (
        f"The {f.earlier} priorities {f.each('earlier_heading', ' and ')} "
        f"are merged in {f.later} into {f.each('later_heading', ', ')}."
    ),
    FindingKind.PRIORITY_REWORDED: lambda f: (
        f"The priority {f.quoted('earlier_heading', 'heading')} now reads {f.quoted('later_heading')}."
    ),
    FindingKind.MEASURE_NEW: lambda f: (
        f"New measure {f.quoted('heading', 'later_heading')}, not found in the {f.earlier} text."
    ),
    FindingKind.MEASURE_DROPPED: lambda f: (
        f"The {f.earlier} measure {f.quoted('heading', 'earlier_heading')} "
        f"is not found in the {f.later} text."
    ),
    FindingKind.MEASURE_MOVED: lambda f: (
        f"The measure {f.quoted('heading')} moves from {f.quoted('earlier_heading')} "
        f"to {f.quoted('later_heading')}."
    ),
    FindingKind.PHRASE_NEW: lambda f: f"New formulation {f.quoted('phrase')}, {_first_en(f)}.",
    FindingKind.PHRASE_DROPPED: lambda f: (
        f"The {f.earlier} formulation {f.quoted('phrase')} is not found in the {f.later} text."
    ),
    FindingKind.PHRASE_RETURNING: lambda f: (
        f"The formulation {f.quoted('phrase')} is back: not found in the {f.earlier} text{_away_since_en(f)}."
    ),
    FindingKind.PHRASE_REWORDED: lambda f: (
        f"The formulation {f.quoted('earlier_phrase', 'earlier_text')} now reads "
        f"{f.quoted('later_phrase', 'later_text', 'phrase')}."
    ),
    FindingKind.PHRASE_EMPHASISED: lambda f: _emphasis_en(f, "more"),
    FindingKind.PHRASE_PLAYED_DOWN: lambda f: _emphasis_en(f, "less"),
    FindingKind.NUMBER_CHANGED: lambda f: (
        (f"The number in {f.quoted('subject')}" if f.plain("subject") else "A number")
        + f" goes from {f.quoted('earlier_number')} to {f.quoted('later_number')}."
    ),
    FindingKind.NEGATION_CHANGED: _negation_en,
}
