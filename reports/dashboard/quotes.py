"""Stretches of the two texts as the page quotes them, each with the place it leads to."""

from collections.abc import Mapping

from msgspec import Struct, field

from compare.model import ChangeReport
from corpora.model import Span, WorkReport
from reports.dashboard.anchors import Anchors, Side
from reports.dashboard.bilingual import Worded, other_language
from reports.words.pairs import text_names

# Characters of the text shown on either side of a formulation.
CONTEXT = 24


class Quote(Struct, frozen=True):
    """A stretch of one text with the place it leads to.

    Attributes:
        side: `e` or `l`.
        name: what its text is called, such as `2024年`.
        text: as it stands.
        anchor: name of the place that holds it.
        mark: where it stands inside the place, as the page's script reads it.
        before: a little of the text before it, for context.
        after: a little of the text after it.
        language: language tag of the text.
    """

    side: str
    name: str
    text: str
    anchor: str
    mark: str
    before: str
    after: str
    language: str


def language_tag(work_report: WorkReport) -> str:
    """The BCP 47 tag of a report's language, for the page's `lang` attributes."""
    return "zh-CN" if work_report.language.startswith("zh") else work_report.language


class Quotes(Struct, frozen=True):
    """The quotes of a pair. Most are shown in several places, and the page is worded in two languages.

    Attributes:
        anchors: the places of both texts.
        names: what both texts are called, in both languages.
    """

    anchors: Mapping[Side, Anchors]
    names: Mapping[Side, str]
    _made: dict[tuple[Side, Span], Quote] = field(default_factory=dict)

    @classmethod
    def of(cls, change_report: ChangeReport, pair: str, language: str) -> "Quotes":
        """The quotes of a pair of this name on a page that opens in this language."""
        texts = {Side.EARLIER: change_report.earlier, Side.LATER: change_report.later}
        own, other = (text_names(change_report, each) for each in (language, other_language(language)))
        names = zip(Side, own, other, strict=True)
        return cls(
            {side: Anchors(pair, side, work_report) for side, work_report in texts.items()},
            {side: Worded(mine, theirs) for side, mine, theirs in names},
        )

    def quote(self, side: Side, span: Span) -> Quote:
        """A span of one text as a quote with the place it leads to.

        Raises:
            KeyError: the span begins in no unit.
        """
        if (side, span) not in self._made:
            self._made[side, span] = self._quote(side, span)
        return self._made[side, span]

    def _quote(self, side: Side, span: Span) -> Quote:
        anchors = self.anchors[side]
        work_report, place = anchors.report, anchors.place(span)
        return Quote(
            side=side.value,
            name=self.names[side],
            text=work_report.quote(span),
            anchor=place.anchor,
            mark=place.mark,
            before=work_report.text[max(span.start - CONTEXT, 0) : span.start].rsplit("\n", 1)[-1],
            after=work_report.text[span.end : span.end + CONTEXT].split("\n", 1)[0],
            language=language_tag(work_report),
        )
