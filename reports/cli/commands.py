"""What a verb says of words on its command line that it does not understand."""

from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from corpora.errors import UsageError

# typer has its own copy of click, whose place it does not tell
_errors = import_module(typer.BadParameter.__module__)


class Verb(TyperCommand):
    """A verb that offers another option only where one is near."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer names no type for it
        """Read the words behind the verb; see click."""
        try:
            return super().parse_args(ctx, args)
        except _errors.NoSuchOption as error:
            error.possibilities = near_options(error.option_name, error.possibilities or ())
            raise


class Comparing(Verb):
    """A verb that needs two reports, the earlier ones first."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer names no type for it
        """Read the words behind the verb; one report alone is taken for the later one, so it is told here."""
        try:
            return super().parse_args(ctx, args)
        except _errors.MissingParameter as error:
            raise UsageError(
                f"{ctx.info_name} needs two reports or more, the later one last",
                "Name them as EARLIER... LATER",
            ) from error


def near_options(asked: str, known: "list[str] | tuple[str, ...]") -> list[str]:
    """Options that were likely meant: likeness is that of their names, without the dashes that all have.

    Args:
        asked: the option that there is not.
        known: options that there are.
    """
    names = {option.lstrip("-"): option for option in known}
    return [names[name] for name in get_close_matches(asked.lstrip("-"), names)]
