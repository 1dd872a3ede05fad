"""What the verbs say besides their result: notes on standard error, and how text suits standard output."""

import os
import shutil
import sys
from typing import TYPE_CHECKING

from reports.output import STANDARD_OUTPUT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reports.blocks import Block

PROGRAM = "crossyear"


def note(message: str) -> None:
    """Say something on standard error that the user should know but that stops nothing."""
    print(f"{PROGRAM}: note: {message}", file=sys.stderr)  # noqa: T201 - the one place that narrates


def complain(message: str) -> None:
    """Say on standard error why it ends here."""
    print(f"{PROGRAM}: {message}", file=sys.stderr)  # noqa: T201 - and the one that complains


def as_text(blocks: "Iterable[Block]", path: str, width: int | None) -> str:
    """Blocks as text for a destination: coloured and as wide as the terminal only where there is one."""
    from reports.terminal import DEFAULT_WIDTH, render_terminal

    on_terminal = path == STANDARD_OUTPUT and sys.stdout.isatty()
    natural = shutil.get_terminal_size().columns if on_terminal else DEFAULT_WIDTH
    return render_terminal(blocks, width=width or natural, colour=on_terminal and _colour_is_welcome())


def _colour_is_welcome() -> bool:
    """Not where NO_COLOR is set (to anything), see no-color.org, nor where the terminal cannot."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
