"""`crossyear evaluate`: how good the comparison is, on standards that somebody made by reading."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.console import note
from reports.cli.options import (
    Debug,
    Format,
    Lang,
    PlainFormat,
    PlainFormatName,
    PlainOutputs,
    Width,
    destinations,
    refuse_formats,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpora.model import WorkReport
    from reports.cli.sources import Sources
    from reports.evaluation.floors import Floors
    from reports.evaluation.running import Evaluation
    from reports.evaluation.view import Held

FLOORS = "Floors"
FALLEN = 1  # exit code


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder with the standards (JSON).")],
    *,
    corpus: Annotated[
        Path | None,
        typer.Option(
            "--corpus",
            metavar="DIR",
            help="The folder of the reports that standards name as PLACE:YEAR; what the press named as new "
            "is held against all earlier ones in it.",
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--place",
            metavar="PLACE",
            help="Whose reports are meant where a standard tells only two years, in its name.",
        ),
    ] = None,
    copies: Annotated[
        int,
        typer.Option(
            "--copies", min=0, metavar="N", help="So many copies of each report get changes planted in them."
        ),
    ] = 2,
    floors: Annotated[
        Path | None,
        typer.Option(
            "--floors",
            metavar="FILE",
            help="Hold the figures against those of this file; exit code 1 when one has fallen.",
            rich_help_panel=FLOORS,
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option("--update", help="Raise the floors to the figures measured.", rich_help_panel=FLOORS),
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar="TEXT",
            help="With --update: why floors are lowered, or set anew for other standards. Kept in FILE.",
            rich_help_panel=FLOORS,
        ),
    ] = None,
    output: PlainOutputs = None,
    format_name: PlainFormatName = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Measure the comparison on standards made by reading, and on changes planted in copies.

    Standards are files alignment-, phrases-, newterms-, targets- and
    promises-A_B.json; docs/evaluation.md tells their form. Shown are the
    figures of each pair and pooled, beside those of a plain method; what each
    sign of the alignment is worth; and what is found of moves, splits, merges,
    figures, negations and words of strength, scope and time that were changed
    in copies of the reports.

    [bold]Examples[/bold]
    crossyear evaluate gold
    crossyear evaluate gold --corpus reports --place 全国 --format json
    crossyear evaluate gold --floors floors.json --update
    """
    from reports.cli.sources import Sources, check_result
    from reports.evaluation.gold_files import read_gold
    from reports.evaluation.running import evaluate_folder
    from reports.evaluation.view import Held

    targets = destinations(output, format_name)
    refuse_formats(targets, PlainFormat, "an evaluation")
    gold, sources = read_gold(folder, place), Sources(corpus)
    for path, _ in targets:
        check_result(path, corpus, [folder / f"{each.name}.json" for each in gold.files])
    digest = _digest(gold.digest, copies)
    kept = _kept(floors, digest, update=update, reason=reason)
    evaluation = evaluate_folder(gold, lambda source: sources.read(Path(source)), _history(sources), copies)
    held = Held(digest, _renewed(floors, kept, digest, evaluation, reason) if update else kept)
    _write(evaluation, str(folder), held, targets, language=lang or "en", width=width)
    if held.below(evaluation):
        raise typer.Exit(FALLEN)


def _kept(floors: Path | None, digest: str, *, update: bool, reason: str | None) -> "Floors | None":
    """The floors to hold against or to renew; whatever is wrong with them is told before the measuring."""
    from reports.evaluation.floors import check_digest, read_floors
    from reports.output import check_destination

    if floors is None and (update or reason):
        raise UsageError("--update and --reason need a file of floors", "Name it with --floors FILE")
    if reason and not update:
        raise UsageError("--reason goes with --update", "Add --update, or leave the reason out")
    if floors is None:
        return None
    kept = read_floors(floors)
    if update:
        check_destination(str(floors))
        return kept
    if kept is None:
        raise UsageError(f"{floors}: there is no such file", "Make it with --update")
    check_digest(kept, digest, floors)
    return kept


def _renewed(
    floors: Path | None, kept: "Floors | None", digest: str, evaluation: "Evaluation", reason: str | None
) -> "Floors":
    """The floors at what was measured, written to their file."""
    from reports.evaluation.floors import renewed_floors, written_floors
    from reports.output import write_output

    renewed = renewed_floors(kept, digest, evaluation.by_name, reason)
    write_output(str(floors), written_floors(renewed))
    note(f"wrote {floors}")
    return renewed


def _digest(gold: str, copies: int) -> str:
    """Of all that decides what a figure means: the standards, and how many copies were changed."""
    return hashlib.sha256(f"{gold} {copies}".encode()).hexdigest()


def _history(sources: "Sources") -> "Callable[[WorkReport], Sequence[WorkReport]]":
    """The corpus's earlier reports of a report's place, where there is a corpus."""
    return lambda later: sources.corpus.before(later) if sources.folder else ()


def _write(
    evaluation: "Evaluation",
    folder: str,
    held: "Held",
    targets: list[tuple[str, Format]],
    *,
    language: str,
    width: int | None,
) -> None:
    from reports.cli.console import as_text
    from reports.documents.comparison import render_json
    from reports.evaluation.view import evaluation_document, view_evaluation
    from reports.markdown import render_markdown
    from reports.output import write_output

    for path, target in targets:
        if target is Format.JSON:
            text = render_json(evaluation_document(evaluation, folder, held))
        else:
            blocks = view_evaluation(evaluation, folder, held, language)
            text = render_markdown(blocks) if target is Format.MARKDOWN else as_text(blocks, path, width)
        write_output(path, text)
