"""The program `crossyear`: its verbs, its exit codes, and the one place where errors are told.

Exit codes: 0 done (changes are normal), 1 a failed check, something to check or below its floor, 2 a usage or
input error (a check could not compare), 70 a bug, 130 interrupted.
"""

import contextlib
import gc
import os
import sys
from typing import Annotated

import typer

from reports.cli import (
    batch,
    check,
    compare,
    corpus,
    demo,
    diffusion,
    editions,
    evaluate,
    find,
    history,
    outline,
    panel,
)
from reports.cli.commands import Comparing, Verb
from reports.cli.console import PROGRAM, complain
from reports.cli.options import Debug

DONE, WRONG_INPUT, BUG, INTERRUPTED = 0, 2, 70, 130

app = typer.Typer(
    name=PROGRAM,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("demo", cls=Verb)(demo.demo)
app.command("outline", cls=Verb)(outline.outline)
app.command("compare", cls=Comparing)(compare.compare)
app.command("editions", cls=Verb)(editions.editions)
app.command("check", cls=Verb)(check.check)
app.command("history", cls=Verb)(history.history)
app.command("find", cls=Verb)(find.find)
app.command("diffusion", cls=Verb)(diffusion.diffusion)
app.command("evaluate", cls=Verb)(evaluate.evaluate)
app.command("batch", cls=Verb)(batch.batch)
app.command("panel", cls=Verb)(panel.panel)
app.add_typer(corpus.app, name="corpus")


def _show_version(*, wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        typer.echo(f"{PROGRAM} {metadata.version(PROGRAM)}")
        raise typer.Exit


@app.callback(
    epilog="Exit codes: 0 done (changes are normal), 1 a failed check, something to check or "
    "below its floor, 2 wrong usage or input (a check could not compare), 70 a bug, 130 interrupted. "
    "The result goes to standard output, everything else to standard error."
)
def crossyear(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and stop.", callback=_show_version, is_eager=True),
    ] = False,
    debug: Debug = False,
) -> None:
    """Compare a Chinese government's yearly work report (政府工作报告) with other years' reports.

    What is new, what is gone, what moved and what was reworded: sections and
    measures, policy formulations (提法), the order of priorities; each with
    the sentences that show it.

    [bold]Start with[/bold]
    crossyear demo
    crossyear compare 2024.txt 2025.txt
    crossyear compare 2024.txt 2025.txt -o changes.html
    """


def run(arguments: list[str]) -> int:
    """Run the program.

    Args:
        arguments: the words after the program's name.

    Returns:
        The exit code.
    """
    from corpora.errors import CrossyearError
    from reports.output import ReaderLeftError

    try:
        app(args=arguments, prog_name=PROGRAM)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else DONE
    except ReaderLeftError:
        return DONE
    except CrossyearError as error:
        _tell(error, str(error), arguments)
        return WRONG_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever is left is a bug, and told as one
        what = f"this is a bug ({type(error).__name__}: {error}). Run it again with --debug and report it."
        _tell(error, what, arguments)
        return BUG
    return DONE


def _tell(error: Exception, message: str, arguments: list[str]) -> None:
    """Say what went wrong; with --debug also where."""
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error)
    complain(message)


def main() -> None:
    """Entry point of the command `crossyear`."""
    # The tables of a comparison are small: starting numpy's threads takes longer than what they would save.
    for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    # What one run makes lives until its end: looking for garbage in it finds none.
    gc.set_threshold(2_000_000, 20, 20)
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # closed by whoever read it
            stream.flush()
    # All files are written and closed. Taking the result apart object by object would be a tenth of the run.
    os._exit(code)
