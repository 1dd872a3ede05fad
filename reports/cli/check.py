"""`crossyear check`: a comparison as a gate for CI."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.check_formats import CheckFormat, Targets, check_targets, write_check
from reports.cli.console import complain, note
from reports.cli.options import (
    FORMAT_OPTION,
    SOURCE_HELP,
    WHAT,
    Debug,
    Encoding,
    Lang,
    LaterPlace,
    LaterYear,
    Width,
    output_option,
)
from reports.output import STANDARD_OUTPUT
from reports.words.counts import Count

if TYPE_CHECKING:
    from reports.gate.lines import Told

GATE, KNOWN = "What fails", "What is known and wanted"
INITIAL_RULES = Path("crossyear-rules.toml")


def check(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="EARLIER LATER",
            help=f"The two reports: {SOURCE_HELP} With --git only LATER.",
            show_default=False,
        ),
    ] = None,
    *,
    rules: Annotated[
        Path | None,
        typer.Option(
            "--rules",
            metavar="FILE",
            help="The rules (TOML). Default: the built-in ones, which --init writes.",
            rich_help_panel=GATE,
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="KIND,…",
            help="What fails the check: ids of rules, error, warning, note, any (any change at all) or none. "
            "Default: what the rules say, else error.",
            rich_help_panel=GATE,
        ),
    ] = None,
    init: Annotated[
        bool,
        typer.Option(
            "--init",
            help=f"Write a commented rules file ({INITIAL_RULES}, or what --rules names) and stop.",
            rich_help_panel=GATE,
        ),
    ] = False,
    git: Annotated[
        str | None,
        typer.Option(
            "--git",
            metavar="REV",
            help="Compare LATER, a file of a git repository, with itself as it was in this revision.",
            rich_help_panel=GATE,
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="An earlier JSON result of check: only what came since can fail.",
            rich_help_panel=KNOWN,
        ),
    ] = None,
    acknowledged: Annotated[
        Path | None,
        typer.Option(
            "--acknowledged",
            metavar="FILE",
            help="The file (TOML) of findings that somebody wants.",
            rich_help_panel=KNOWN,
        ),
    ] = None,
    acknowledge: Annotated[
        list[str] | None,
        typer.Option(
            "--acknowledge",
            metavar="ID",
            help="Add this finding to the file of --acknowledged. May be given several times.",
            rich_help_panel=KNOWN,
        ),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEXT", help="Why it is wanted.", rich_help_panel=KNOWN),
    ] = None,
    who: Annotated[
        str | None, typer.Option("--who", metavar="NAME", help="Who says so.", rich_help_panel=KNOWN)
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(
            "--until",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="The last day on which it holds, as 2026-12-31.",
            rich_help_panel=KNOWN,
        ),
    ] = None,
    earlier_year: Annotated[
        int | None,
        typer.Option("--earlier-year", metavar="YEAR", help="The year of EARLIER.", rich_help_panel=WHAT),
    ] = None,
    earlier_place: Annotated[
        str | None,
        typer.Option("--earlier-place", metavar="PLACE", help="The place of EARLIER.", rich_help_panel=WHAT),
    ] = None,
    later_year: LaterYear = None,
    later_place: LaterPlace = None,
    corpus: Annotated[
        Path | None,
        typer.Option(
            "--corpus",
            metavar="DIR",
            help="A folder with more reports of the place: they tell which formulations return.",
            rich_help_panel=WHAT,
        ),
    ] = None,
    encoding: Encoding = None,
    output: Annotated[
        list[str] | None,
        output_option(
            ".md (at most 64 KB) .json .html .txt .xml (JUnit) .sarif, …code-quality.json (GitLab)",
            chosen_by="name",
        ),
    ] = None,
    format_name: Annotated[
        CheckFormat | None,
        FORMAT_OPTION,
    ] = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Compare two reports, or two drafts of one, and say whether it passes: a gate for CI.

    Three answers: passed (exit code 0), failed (1), could not compare (2).
    The result is written whichever it is, also where a file is missing,
    broken, of a wrong year or no report: silence never reads as "no changes".
    On GitHub the step's summary and annotations are written too.

    Each finding has a fingerprint that stays while other things change; with
    it a finding can be acknowledged, and known from a baseline.

    [bold]Examples[/bold]
    crossyear check 2024.txt 2025.txt
    crossyear check --init
    crossyear check draft-1.docx draft-2.docx --rules crossyear-rules.toml
    crossyear check --git main report-2026.txt --fail-on any
    crossyear check 2024.txt 2025.txt -o check.md -o check.xml -o check.sarif
    crossyear check 2024.txt 2025.txt --acknowledged known.toml
    crossyear check --acknowledged my.toml --acknowledge 1a2b3c4d5e6f --reason agreed --who Li
    """
    from reports.cli.check_inputs import Facts
    from reports.cli.checking import Asked, Wanted, acknowledge_alone, run_check
    from reports.cli.sources import check_result

    if init:
        _write_initial_rules(rules or INITIAL_RULES)
        return
    wanted = Wanted(tuple(acknowledge or ()), reason or "", who or "", until.date() if until else None)
    wanted.refuse_what_is_missing(acknowledged)
    if wanted.ids and not sources:
        acknowledge_alone(wanted, acknowledged)
        return
    earlier, later = _two(sources or [], git)
    targets = check_targets(output, format_name)
    inputs = [path for path in (earlier, later, rules, acknowledged, baseline) if path is not None]
    for path, _ in targets:
        check_result(path, corpus, inputs)
    asked = Asked(
        earlier, later, git,
        (Facts(earlier_place, earlier_year), Facts(later_place, later_year)),
        corpus, encoding, _fail_on(fail_on), rules, acknowledged, baseline,
    )  # fmt: skip
    told, comparison = run_check(asked, wanted, lang)
    write_check(told, comparison, targets, width)
    _say(told, targets)
    raise typer.Exit(told.check.exit_code)


def _two(sources: list[Path], git: str | None) -> tuple[Path | None, Path]:
    """The earlier and the later source; with --git the earlier one is a revision."""
    wanted = 1 if git is not None else 2
    if len(sources) != wanted:
        names = (
            "LATER alone, because --git tells the earlier text" if git is not None else "EARLIER and LATER"
        )
        raise UsageError(f"{len(sources)} reports are named, not {wanted}", f"Name {names}")
    return (None if git is not None else sources[0]), sources[-1]


def _fail_on(words: str | None) -> tuple[str, ...]:
    from reports.gate.rules_file import read_fail_on

    try:
        return read_fail_on(words) if words is not None else ()
    except ValueError as error:
        problem, _, hint = str(error).partition(". ")
        raise UsageError(f"--fail-on: {problem}", hint or "Name ids of rules, any or none") from None


def _write_initial_rules(path: Path) -> None:
    from reports.gate.rules_file import initial_rules_file
    from reports.output import check_destination, write_output

    check_destination(str(path))
    if path.exists():
        raise UsageError(f"{path}: is there already", "Name another file with --rules, or delete it first")
    write_output(str(path), initial_rules_file())
    note(f"wrote {path}")


def _say(told: "Told", targets: Targets) -> None:
    """Why there is no verdict, and the verdict where standard output does not show it in words.

    Standard error is in English, whatever the language of the result.
    """
    from reports.gate.sentences import problem_sentence

    for problem in told.check.problems:
        complain(problem_sentence(problem, told.check.names, "en"))
    if (STANDARD_OUTPUT, CheckFormat.TEXT) not in targets:
        failing, count = Count(len(told.check.failing)), Count(len(told.lines))
        note(
            f"check {told.check.state.value}: {failing} of {count} {count:finding|findings} "
            f"{failing:fails|fail} it"
        )
