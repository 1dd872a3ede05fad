"""What the verbs that search a corpus have in common: what is looked for, and where."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.console import note
from reports.cli.options import WHICH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.history.concordance import Concordance, Query
    from corpora.model import WorkReport

Regex = Annotated[
    bool,
    typer.Option(
        "--regex",
        help="PHRASE is a regular expression. It meets texts in one width, without white space and quotes.",
        rich_help_panel=WHICH,
    ),
]


def query_of(phrase: str, variants: "Sequence[str]", alias_file: Path | None, *, regex: bool) -> "Query":
    """What is looked for.

    Args:
        phrase: as the user wrote it.
        variants: further forms that name the same.
        alias_file: a file of such forms, or None.
        regex: whether the phrase is a regular expression.

    Raises:
        UsageError: it is none, or too short to look for.
        SourceError: the file cannot be understood.
    """
    import re

    from compare.history.concordance import ask, ask_pattern

    if regex:
        try:
            return ask_pattern(phrase)
        except re.error as error:
            raise UsageError(
                f"{phrase}: is no regular expression ({error.msg})",
                "Write it as Python does, or leave out --regex to look for the characters themselves",
            ) from error
    try:
        return ask(phrase, (*variants, *_variants(phrase, alias_file)))
    except ValueError:
        raise UsageError(
            f"{phrase!r}: is too short to look for",
            "Give two characters or more; quotes and blanks do not count",
        ) from None


def _variants(phrase: str, alias_file: Path | None) -> tuple[str, ...]:
    """The other forms that an alias file gives of the phrase, by whichever of them it is asked for."""
    if alias_file is None:
        return ()
    from compare.formulations.folding import presence_form
    from corpora.aliases import read_aliases

    asked = presence_form(phrase)
    for canonical, variants in read_aliases(alias_file).items():
        if asked in map(presence_form, (canonical, *variants)):
            return (canonical, *variants)
    return ()


def search(
    query: "Query",
    folder: Path,
    *,
    place: str | None = None,
    years: str | None = None,
    near: bool = True,
    listed: int | None = None,
) -> "tuple[Concordance, ...]":
    """Search a corpus; what could not be looked into or kept is noted.

    Args:
        query: what is looked for.
        folder: the corpus.
        place: only this place's reports.
        years: only these, as `--years` has them.
        near: whether forms that come near are told where nothing is found.
        listed: of how many places with uses these are gathered, see `search_corpus`.

    Returns:
        What was found, one for each place.

    Raises:
        UsageError: there is no such folder, place or year.
        SourceError: the corpus's manifest cannot be understood.
    """
    from reports.cli.sources import note_not_read
    from reports.cli.years import by_place, of_years, read_years, reports_of
    from reports.search.corpus import search_corpus

    wanted = read_years(years)
    if not folder.is_dir():
        raise UsageError(f"--corpus {folder}: there is no such folder", "Name a folder that holds reports")

    def choose(reports: "Sequence[WorkReport]") -> "Sequence[Sequence[WorkReport]]":
        if place:
            return [reports_of(reports, folder, place, wanted)]
        if not reports:
            raise UsageError(f"{folder}: holds no report that can be read", "See crossyear corpus list")
        return by_place(of_years(reports, wanted))

    found = search_corpus(folder, query, choose, near=near, listed=listed)
    if found.problem:
        note(f"{found.problem}; it goes on without")
    note_not_read(found.not_read, folder, found.left_out)
    return found.concordances
