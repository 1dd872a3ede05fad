"""What the templates are given: rows of the summary with their words, and the places they lead to."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from compare.model import Finding, FormulationChange, PhraseStatus, PriorityStatus
from corpora.model import Span
from reports.dashboard.anchors import Anchors, Side
from reports.dashboard.aside_wording import side_page_words
from reports.dashboard.bilingual import TAGS
from reports.dashboard.quotes import Quote, Quotes
from reports.dashboard.wording import PageWords
from reports.rows.rows import FindingRow, Summary
from reports.views.context import percent
from reports.words.language import Language
from reports.words.pairs import finding_word, is_through_time, pair_word, priority_word, text_names
from reports.words.quoting import nested
from reports.words.sentences import finding_sentence
from reports.words.vocabulary import (
    Outcome,
    Word,
)

# Findings on the first screen: as many as are read in ten seconds.
FIRST_FINDINGS = 6
# Places linked from one row of the formulations; a phrase of a hundred uses would fill the page.
LINKED_PLACES = 6


class Badge(Struct, frozen=True):
    """A kind as the page shows it: symbol, label and the tone of its colour."""

    symbol: str
    label: str
    tone: str

    @classmethod
    def of(cls, word: Word, language: str) -> "Badge":
        """The badge of an entry of the vocabulary."""
        return cls(word.symbol, word.label(language), word.tone.value)


class Phrase(Struct, frozen=True):
    """A stretch of a sentence of ours; `quote` is set where it quotes a text and leads there."""

    text: str
    quote: Quote | None = None


class Telling(Struct, frozen=True):
    """A finding in one language: its sentence, and the quotes that the sentence does not hold itself.

    Attributes:
        language: tag of the language.
    """

    language: str
    sentence: tuple[Phrase, ...]
    quotes: tuple[Quote, ...]


class FindingView(Struct, frozen=True):
    """A finding as each language tells it; quotes stand at other places in another language's sentence."""

    badge: Badge
    tellings: tuple[Telling, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes below the sentence where every language has the same; else each telling has its own."""
        first, *others = (telling.quotes for telling in self.tellings)
        return first if all(quotes == first for quotes in others) else ()


class PhraseView(Struct, frozen=True):
    """A formulation with its counts, years and places."""

    text: str
    before: str
    earlier_count: int
    later_count: int
    first_year: int | None
    last_year: int | None
    weight: float
    quotes: tuple[Quote, ...]


class PhraseTable(Struct, frozen=True):
    """The formulations of one status; `cut` says that more were found than are listed."""

    badge: Badge
    phrases: tuple[PhraseView, ...]
    cut: bool


class PriorityView(Struct, frozen=True):
    """A priority with its ranks, and the places of its headings."""

    status: PriorityStatus
    badge: Badge
    earlier_rank: int | None
    later_rank: int | None
    earlier: Quote | None
    later: Quote | None


class Share(Struct, frozen=True):
    """How much of one text met one outcome, `share` from 0 to 1."""

    badge: Badge
    kind: str
    characters: int
    share: float
    percent: str


class ShareBar(Struct, frozen=True):
    """One text cut by what became of it."""

    side: str
    name: str
    parts: tuple[Share, ...]


class PairViews:
    """Makes the views of one pair.

    Attributes:
        summary: the pair, counted and ordered.
        pair: its name on the page, such as `p1`.
        language: the language the page is worded in.
        quotes: the quotes of the pair, which are the same in every language.
        aside: whether the texts stand side by side, with no time between them.
    """

    def __init__(self, summary: Summary, pair: str, language: str, quotes: Quotes) -> None:
        self.summary, self.pair, self.language, self.quotes = summary, pair, language, quotes
        names = text_names(summary.change_report, language)
        self.aside = not is_through_time(summary.change_report)
        self.names: Mapping[Side, str] = dict(zip(Side, names, strict=True))

    @property
    def words(self) -> PageWords:
        """The page's words as they are true of the pair."""
        return side_page_words(self.language, aside=self.aside)

    def badge(self, kind: StrEnum) -> Badge:
        """The badge of a kind as it is true of the pair."""
        return Badge.of(pair_word(kind, self.summary.change_report), self.language)

    @property
    def anchors(self) -> Mapping[Side, Anchors]:
        """The places of both texts."""
        return self.quotes.anchors

    def quote(self, side: Side, span: Span) -> Quote:
        """A span of one text as a quote with the place it leads to."""
        return self.quotes.quote(side, span)

    def findings(self) -> tuple[FindingView, ...]:
        """All findings, the most important first."""
        return tuple(self._finding(row) for row in self.summary.findings)

    def _finding(self, row: FindingRow) -> FindingView:
        finding = row.finding
        quotes = tuple(
            self.quote(side, span)
            for side, span in ((Side.EARLIER, finding.earlier), (Side.LATER, finding.later))
            # An empty span marks where something would stand: there are no words to quote.
            if span is not None and len(span)
        )
        tellings = tuple(self._telling(finding, quotes, language) for language in Language)
        return FindingView(
            Badge.of(finding_word(finding, self.summary.change_report), self.language), tellings
        )

    def _telling(self, finding: Finding, quotes: Sequence[Quote], language: Language) -> Telling:
        phrases = _with_quotes(finding_sentence(finding, self.summary.change_report, language), quotes)
        held = {phrase.quote for phrase in phrases}
        return Telling(TAGS[language], phrases, tuple(quote for quote in quotes if quote not in held))

    def priorities(self) -> tuple[PriorityView, ...]:
        """The priorities in the order of the later ranks."""
        return tuple(
            PriorityView(
                status=row.status,
                badge=Badge.of(priority_word(row, self.summary.change_report), self.language),
                earlier_rank=row.change.earlier_rank,
                later_rank=row.change.later_rank,
                earlier=self.heading(Side.EARLIER, row.change.earlier_unit),
                later=self.heading(Side.LATER, row.change.later_unit),
            )
            for row in self.summary.priorities
        )

    def heading(self, side: Side, unit_id: str | None) -> Quote | None:
        """The heading of a unit as a quote, or its first clause where it has none."""
        if unit_id is None:
            return None
        unit = self.anchors[side].report.unit(unit_id)
        start = unit.span.start + max(unit.text.find(unit.label), 0)
        return self.quote(side, Span(start, start + len(unit.label)))

    def phrase_tables(self) -> tuple[PhraseTable, ...]:
        """The formulations by status, empty ones left out."""
        return tuple(
            PhraseTable(
                self.badge(group.status),
                tuple(self.phrase(phrase) for phrase in group.phrases),
                group.status in self.summary.change_report.phrases_cut,
            )
            for group in self.summary.phrases
            if group.phrases
        )

    def phrase(self, phrase: FormulationChange) -> PhraseView:
        """One formulation with its places; those of the text that has it come first."""
        spans = [(Side.LATER, span) for span in phrase.later_spans]
        spans += [(Side.EARLIER, span) for span in phrase.earlier_spans]
        reworded = phrase.status is PhraseStatus.REWORDED
        return PhraseView(
            text=phrase.text,
            before=(phrase.earlier_text or "") if reworded else "",
            earlier_count=phrase.earlier_count,
            later_count=phrase.later_count,
            first_year=phrase.first_year,
            last_year=phrase.last_year,
            weight=phrase.weight,
            quotes=tuple(self.quote(side, span) for side, span in spans[:LINKED_PLACES]),
        )

    def shares(self) -> tuple[ShareBar, ...]:
        """Both texts cut by what became of them; outcomes without text are left out."""
        return (
            self._bar(
                Side.EARLIER,
                self.summary.earlier_characters,
                {tally.outcome: tally.earlier_characters for tally in self.summary.whole},
            ),
            self._bar(
                Side.LATER,
                self.summary.later_characters,
                {tally.outcome: tally.later_characters for tally in self.summary.whole},
            ),
        )

    def _bar(self, side: Side, whole: int, counted: Mapping[Outcome, int]) -> ShareBar:
        parts = tuple(
            Share(
                badge=self.badge(outcome),
                kind=outcome.value,
                characters=characters,
                share=characters / max(whole, 1),
                percent=percent(characters / max(whole, 1)),
            )
            for outcome, characters in counted.items()
            if characters
        )
        return ShareBar(side.value, self.names[side], parts)


def _with_quotes(sentence: str, quotes: Iterable[Quote]) -> tuple[Phrase, ...]:
    """Cuts a sentence where it holds quotes as they stand, so that they can lead to their places."""
    found = [
        (sentence.find(text), text, quote)
        for quote in quotes
        # Between marks of ours its own are those of the next level.
        for text in [quote.text if quote.text in sentence else nested(quote.text)]
        if text in sentence
    ]
    phrases, offset = [], 0
    for start, text, quote in sorted(found, key=lambda entry: entry[0]):
        if text and start >= offset:
            phrases += [Phrase(sentence[offset:start]), Phrase(text, quote)]
            offset = start + len(text)
    phrases.append(Phrase(sentence[offset:]))
    return tuple(phrase for phrase in phrases if phrase.text)
