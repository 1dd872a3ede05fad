"""`crossyear corpus`: what a folder of reports holds, what is added to it, verified and removed."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import SourceError, UsageError
from reports.cli.commands import Verb
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
from reports.cli.sources import check_result, note_cache_problem

if TYPE_CHECKING:
    from corpora.store import Corpus, Entry
    from reports.blocks import Block
    from reports.documents.comparison import Json

app = typer.Typer(no_args_is_help=True, help="What a corpus, made of your own files, has in it.")

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder; its subfolders are read too.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE... DIR", help="Files, and last the folder.")]
TO_CHECK = 1


@app.command("add", cls=Verb)
def add_reports(
    paths: Files,
    *,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Copy reports into a corpus, once each of them can be read as one.

    Your files stay where they are and as they are; the folder is made if
    there is none. A file that is there already stays, whatever is in it:
    another file of its name is refused.

    [bold]Examples[/bold]
    crossyear corpus add 2024.docx 2025.pdf reports
    crossyear corpus add ~/Downloads/*.html reports
    """
    from corpora.record import record
    from reports.cli.console import as_text
    from reports.output import STANDARD_OUTPUT, check_destination, write_bytes, write_standard_output
    from reports.views.corpus import view_added

    *files, folder = paths
    if not files:
        raise UsageError(f"{folder}: only the folder is named", "Name the files first, then the folder")
    with _made(folder):
        found = [(path, *_read_new(path, folder)) for path in files]
    for path, content, _ in found:
        if content is not None:
            check_destination(str(folder / path.name))
            write_bytes(str(folder / path.name), content)
    added = tuple(entry for _, content, entries in found if content is not None for entry in entries)
    record(folder, added)
    there = tuple(str(folder / path.name) for path, content, _ in found if content is None)
    blocks = view_added(folder, added, there, lang or "zh")
    write_standard_output(as_text(blocks, STANDARD_OUTPUT, width))


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder, made if there is none; it is taken away again when something goes wrong."""
    is_new = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        problem = f"{folder}: is no folder and cannot be made one ({error.strerror})"
        raise UsageError(problem, "Name the folder of the corpus last") from None
    try:
        yield
    except BaseException:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _read_new(path: Path, folder: Path) -> "tuple[bytes | None, tuple[Entry, ...]]":
    """A file's content, None when the corpus has it already, and how it is read.

    Raises:
        SourceError: nothing in it can be read as a report.
        UsageError: the corpus has another file of the name.
    """
    from corpora.cache import Cache
    from corpora.reading.source import content_of
    from corpora.store import SUFFIXES, read_entries

    content = content_of(str(path))
    if path.suffix.lower() not in SUFFIXES:
        known = " ".join(sorted(SUFFIXES))
        raise SourceError(str(path), "has no suffix of a report", f"Name it with one of {known}")
    target = folder / path.name
    if target.is_file():
        if target.read_bytes() != content:
            raise UsageError(f"{target}: is there already and is another file", f"Rename {path} first")
        return None, ()
    entries = read_entries(path, Cache(folder))
    if not any(entry.work_report for entry in entries):
        raise SourceError(str(path), entries[0].problem, "Nothing was added")
    return content, entries


@app.command("list", cls=Verb)
def list_reports(
    folder: Folder,
    *,
    output: PlainOutputs = None,
    format_name: PlainFormatName = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """List the reports of a folder: place, year, kind, format, length, encoding, and what to check.

    Any of them can then be named as PLACE:YEAR where --corpus DIR is given.
    What reading cannot know is told in manifest.csv or manifest.toml in the
    folder: file, and any of place, year, kind, edition, encoding, skip. A file
    that cannot be read is listed with the reason.

    [bold]Examples[/bold]
    crossyear corpus list reports
    crossyear corpus list reports --format json
    crossyear compare Shanxi:2024 山西:2025 --corpus reports
    """
    from corpora.store import read_corpus
    from reports.views.corpus import corpus_document, view_corpus

    targets = _targets(folder, output, format_name, "a list of reports")
    corpus = read_corpus(folder)
    note_cache_problem(corpus)
    _write(targets, lambda: view_corpus(corpus, lang or "zh"), lambda: corpus_document(corpus), width)


@app.command("verify", cls=Verb)
def verify_reports(
    folder: Folder,
    *,
    output: PlainOutputs = None,
    format_name: PlainFormatName = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Read every file of a corpus anew and say which are not what they were the last time.

    Digests and readings are compared with those of the last time, then
    recorded for the next. What was kept of files that changed or went is
    removed. Exit code 1 when a file changed, is gone, or reads otherwise.

    [bold]Examples[/bold]
    crossyear corpus verify reports
    crossyear corpus verify reports --format json
    """
    from corpora.record import verify_corpus
    from reports.views.corpus import verification_document, view_verification

    targets = _targets(folder, output, format_name, "a verification")
    verification = verify_corpus(folder)
    note_cache_problem(verification.corpus)
    language = lang or "zh"
    _write(
        targets,
        lambda: view_verification(verification, language),
        lambda: verification_document(verification),
        width,
    )
    if verification.to_check:
        raise typer.Exit(TO_CHECK)


@app.command("remove", cls=Verb)
def remove_reports(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT... DIR", help="Files of the folder or PLACE:YEAR, and last the folder."
        ),
    ],
    *,
    delete: Annotated[bool, typer.Option("--delete", help="Delete the file itself too.")] = False,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Take reports out of a corpus.

    The file stays where it is: manifest.csv in the folder says from then on
    that it is not read (skip), and what was kept of it is removed. Only with
    --delete is the file itself deleted.

    [bold]Examples[/bold]
    crossyear corpus remove draft-2025.docx reports
    crossyear corpus remove 山西:2019 reports --delete
    """
    from corpora.record import record
    from corpora.store import read_corpus

    *asked, last = names
    if not asked:
        raise UsageError(f"{last}: only the folder is named", "Name the reports first, then the folder")
    folder = Path(last)
    corpus = read_corpus(folder)
    files = [_file_of(name, corpus) for name in asked]
    for file in files:
        _delete(folder, file) if delete else _skip(folder, file)
    left = read_corpus(folder)
    if left.cache:
        left.cache.prune()
    record(folder, (), dropped=files)
    for file in files:
        note(f"deleted {folder / file}" if delete else f"{folder / file} stays, but is not read any more")


def _file_of(name: str, corpus: "Corpus") -> str:
    """The file that a name of the command line means, as its path inside the corpus."""
    from corpora.store import is_named

    files = {entry.file for entry in corpus.entries}
    inside = Path(name)
    if inside.is_relative_to(corpus.folder):
        inside = inside.relative_to(corpus.folder)
    if inside.as_posix() in files:
        return inside.as_posix()
    if is_named(name):
        report = corpus.named(name)
        return next(entry.file for entry in corpus.entries if entry.work_report is report)
    raise UsageError(f"{name}: is no file of {corpus.folder}", "crossyear corpus list shows what is there")


def _delete(folder: Path, file: str) -> None:
    path = folder / file
    if not path.is_file():
        raise UsageError(f"{path}: is inside an archive", "Leave it out without --delete")
    try:
        path.unlink()
    except OSError as error:
        raise UsageError(f"{path}: cannot be deleted ({error.strerror})", "Check the permissions") from None


def _skip(folder: Path, file: str) -> None:
    from corpora.manifest import skipping
    from reports.output import write_bytes

    path, content = skipping(folder, file)
    write_bytes(str(path), content)


def _targets(
    folder: Path, outputs: list[str] | None, chosen: PlainFormat | None, what: str
) -> list[tuple[str, Format]]:
    """Where a list of a folder's files is to be written, checked before any work is done."""
    targets = destinations(outputs, chosen)
    refuse_formats(targets, PlainFormat, what)
    for path, _ in targets:
        check_result(path, folder)
    return targets


def _write(
    targets: Sequence[tuple[str, Format]],
    blocks: "Callable[[], tuple[Block, ...]]",
    document: "Callable[[], Json]",
    width: int | None,
) -> None:
    """Write what was found wherever it was asked for."""
    from reports.output import write_output

    for path, target in targets:
        if target is Format.JSON:
            from reports.documents.comparison import render_json

            write_output(path, render_json(document()))
        elif target is Format.MARKDOWN:
            from reports.markdown import render_markdown

            write_output(path, render_markdown(blocks()))
        else:
            from reports.cli.console import as_text

            write_output(path, as_text(blocks(), path, width))
