"""What two editions of one report differ in: frozen values with spans into both texts."""

from enum import StrEnum

from msgspec import Struct

from compare.model import Edit, MeaningChange
from corpora.model import Span, WorkReport


class RevisionKind(StrEnum):
    """What was done to the delivered text at one place."""

    ADDED = "added"
    DELETED = "deleted"
    CHANGED = "changed"
    MOVED = "moved"


class Extent(StrEnum):
    """What a revision is about: whole paragraphs, words, or nothing but marks or numbers of headings."""

    PARAGRAPHS = "paragraphs"
    WORDS = "words"
    PUNCTUATION = "punctuation"
    NUMBERING = "numbering"


MINOR = frozenset({Extent.PUNCTUATION, Extent.NUMBERING})  # listed apart, not counted


class Position(Struct, frozen=True):
    """Where in a text something stands, as a reader looks for it.

    Attributes:
        sections: ids of the sections around it, the outermost first; empty before the first one and behind
            the last one.
        paragraph: number of the paragraph in the innermost section, from 1; 0 is a heading on its own line.
            Title, date line and salutations count with the paragraph that follows.
        line: number of the paragraph in the whole text, from 1.
        closing: it stands behind the last section.
    """

    sections: tuple[str, ...]
    paragraph: int
    line: int
    closing: bool = False


class Revision(Struct, frozen=True):
    """One edit as a briefing on the deputies' amendments would tell it.

    Attributes:
        number: in the order of the delivered text, from 1; marks and numbers of headings behind all others.
        kind: added, deleted, changed or moved.
        extent: what it is about.
        steps: what is to be done to the delivered text: one step, of a move two: taken out here, put in
            there. All steps of all revisions, applied in order, make the adopted text of it, white space,
            typesetting and lines that are not compared aside.
        earlier: what is quoted of the delivered text: what goes, of a change with words around it until a
            reader finds it; of an addition empty.
        later: what is quoted of the adopted text; of a deletion empty.
        after: the words of the delivered text after which something comes or goes; empty where it opens a
            paragraph, of changes, and of deletions that can be found without.
        before: the words of the delivered text before which something comes or goes, where it opens a phrase
            of them (大力 before 发展), instead of `after`. Empty otherwise.
        earlier_position: where it stands in the delivered text; of an addition, where it comes.
        later_position: the same of the adopted text.
        paragraphs: how many whole paragraphs it is, where its extent is paragraphs; otherwise 0.
        at_start: of words put in or moved, that they open their paragraph and no words are quoted beside
            them; of paragraphs, that they come before the one named: nothing, or only a salutation,
            stands before them.
        made_paragraphs: of words that moved, how many paragraphs they are where they come; otherwise 0.
        follows: of what is put in right behind what another revision puts in at the same place, the number
            of that revision; otherwise 0.
        within: of a move on whose way words or marks changed, the steps from what went to what came;
            otherwise empty.
        target: of a move, where in the delivered text it goes; otherwise None.
        changes: what differs on the channels: a figure, a negation, a word of strength.
    """

    number: int
    kind: RevisionKind
    extent: Extent
    steps: tuple[Edit, ...]
    earlier: Span
    later: Span
    after: Span
    before: Span
    earlier_position: Position
    later_position: Position
    paragraphs: int = 0
    at_start: bool = False
    made_paragraphs: int = 0
    follows: int = 0
    within: tuple[Edit, ...] = ()
    target: Position | None = None
    changes: tuple[MeaningChange, ...] = ()


class Typesetting(Struct, frozen=True):
    """How often both editions are set differently where their words are the same; no revisions.

    Attributes:
        spaces: places at which only one of them has white space.
        forms: characters of another form: full and half width, dashes, quotation marks.
        breaks: paragraph breaks that only one of them has.
        page_lines: page numbers and running heads left out, of both texts together.
    """

    spaces: int = 0
    forms: int = 0
    breaks: int = 0
    page_lines: int = 0


class Uncompared(Struct, frozen=True):
    """Lines of one text that were not compared: no part of the report, without counterpart.

    Attributes:
        side: `earlier` or `later`.
        reason: the role that says why: `frame` or `appendix`.
        spans: the lines.
    """

    side: str
    reason: str
    spans: tuple[Span, ...]


class EditionComparison(Struct, frozen=True):
    """Every edit between two editions of one report.

    Attributes:
        earlier: the text as delivered.
        later: the text as adopted.
        steps: cover the compared lines of both texts, in order; what lies between two steps is white space or
            the rest of a dash or an ellipsis.
        revisions: the edits by number.
        likeness: characters kept, as a share of both texts, 0 to 1.
        typesetting: what is no edit.
        not_compared: lines outside the report that only one of the texts has.
    """

    earlier: WorkReport
    later: WorkReport
    steps: tuple[Edit, ...]
    revisions: tuple[Revision, ...]
    likeness: float
    typesetting: Typesetting
    not_compared: tuple[Uncompared, ...] = ()
