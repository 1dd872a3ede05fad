"""The only writer: files are replaced whole or not at all, `-` is standard output, everything is UTF-8."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpora.errors import UsageError

STANDARD_OUTPUT = "-"


class ReaderLeftError(Exception):
    """Whoever read our standard output has closed it (`crossyear … | head`): nothing is wrong."""


def check_destination(path: str, inputs: Iterable[Path] = ()) -> None:
    """Refuse a destination before any work is done for it.

    Args:
        path: a file to write, or `-`.
        inputs: files that are read and must not be written over.

    Raises:
        UsageError: its folder is missing or not writable, it is a folder itself or one of the inputs.
    """
    if path == STANDARD_OUTPUT:
        return
    target = Path(os.path.realpath(path))
    folder = target.parent
    if target in {Path(os.path.realpath(each)) for each in inputs}:
        raise UsageError(f"{path}: is one of the files to read", "Write to another file")
    if target.is_dir():
        raise UsageError(f"{path}: is a folder, not a file", "Name a file inside it")
    if not folder.exists():
        raise UsageError(f"{path}: there is no folder {folder}", "Create it first, or write somewhere else")
    if not folder.is_dir():
        raise UsageError(f"{path}: {folder} is not a folder", "Write somewhere else")
    if not os.access(folder, os.W_OK) or (target.exists() and not os.access(target, os.W_OK)):
        raise UsageError(f"{path}: cannot be written", "Check the permissions, or write somewhere else")


def suffix_of(path: str, known: Iterable[str]) -> str:
    """The suffix of a file to write, which chooses its format, in small letters.

    Args:
        path: the file.
        known: the suffixes that choose a format.

    Raises:
        UsageError: it is a folder, or its suffix is none of those.
    """
    suffix = Path(path).suffix.lower()
    if suffix in set(known):
        return suffix
    if Path(path).is_dir():
        raise UsageError(f"{path}: is a folder, not a file", "Name a file inside it")
    raise UsageError(f"{path}: the suffix chooses no format", f"Name the file with one of {' '.join(known)}")


def check_folder(path: str) -> None:
    """Refuse a folder to write into before any work is done for it.

    Args:
        path: a folder, or where one is to be made.

    Raises:
        UsageError: it is a file, it cannot be written into, or the folder it is to be made in is missing.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_dir():
        raise UsageError(f"{path}: is a file, not a folder", "Name a folder")
    if not target.exists() and not target.parent.is_dir():
        raise UsageError(
            f"{path}: there is no folder {target.parent}", "Create it first, or write somewhere else"
        )
    if not os.access(target if target.exists() else target.parent, os.W_OK):
        raise UsageError(f"{path}: cannot be written", "Check the permissions, or write somewhere else")


def write_folder(path: str, contents: Mapping[str, str | bytes]) -> None:
    """Write files into a folder, which is made if it is missing; other files in it stay.

    Args:
        path: the folder.
        contents: file name → content.

    Raises:
        UsageError: the folder cannot be made or a file cannot be written.
    """
    try:
        Path(path).mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path}: cannot be made ({error.strerror})", "Write somewhere else") from error
    for name, content in contents.items():
        write_output(str(Path(path, name)), content)


def write_output(path: str, content: str | bytes) -> None:
    """Write a result to a file or to standard output.

    A file appears complete or not at all: the content goes to a new file in the same folder, which then takes
    the place of the old one. An output that exists survives any failure.

    Args:
        path: a file to write, or `-`.
        content: what to write; text as UTF-8.

    Raises:
        UsageError: the file cannot be written.
        ReaderLeftError: standard output was closed by its reader.
    """
    if path == STANDARD_OUTPUT:
        write_standard_output(content)
        return
    # A name the system gave us may hold bytes that are no text; they are written as escapes.
    data = content.encode("utf-8", errors="backslashreplace") if isinstance(content, str) else content
    write_bytes(path, data)


def write_bytes(path: str, content: bytes) -> None:
    """Write bytes to a file, whole or not at all; see `write_output`.

    Raises:
        UsageError: the file cannot be written.
    """
    target = Path(os.path.realpath(path))  # through a link, so that the link stays one
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a device or a pipe: there is nothing to replace
        else:
            _replace(target, content)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})", "Write somewhere else") from error


def append_output(path: str, text: str) -> None:
    """Add a result to the end of a file that others write to as well, such as a CI's step summary.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})", "Write somewhere else") from error


def write_standard_output(content: str | bytes) -> None:
    """Write a result to standard output, text as UTF-8 whatever the locale says.

    Raises:
        ReaderLeftError: it was closed by its reader.
        UsageError: it cannot be written, as on a disk that is full.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered would fail once more when the interpreter flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise ReaderLeftError from None
        raise UsageError(
            f"standard output cannot be written ({error.strerror})", "Write to a file with -o"
        ) from error


def _replace(target: Path, content: bytes) -> None:
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        # Opened by hand rather than by tempfile, whose files only their owner may read.
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
