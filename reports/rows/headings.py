"""How alike the words of a link are, and sections that correspond by their contents alone."""

from compare.model import ChangeReport, EditKind, Link, LinkKind
from corpora.model import Level


def alike(link: Link) -> float | None:
    """The share of both texts' characters that a link's edits leave as they are; None without edits."""
    total = sum(len(edit.earlier) + len(edit.later) for edit in link.edits)
    equal = sum(2 * len(edit.later) for edit in link.edits if edit.kind is EditKind.EQUAL)
    return equal / total if total else None


def headings_differ(link: Link) -> bool:
    """Whether a link of sections rests on what stands below them: their headings have no words in common.

    Args:
        link: of sections, whose edits are those of their headings.
    """
    return link.kind is LinkKind.REWORDED and alike(link) == 0


def by_contents(change_report: ChangeReport) -> frozenset[tuple[str | None, str | None]]:
    """(earlier, later) ids of the sections of a pair that correspond by their contents alone."""
    sections = {unit.id for unit in change_report.later.units if unit.level is Level.SECTION}
    return frozenset(
        (link.earlier[0], link.later[0])
        for link in change_report.links
        if link.later[0] in sections and not link.partial and headings_differ(link)
    )
