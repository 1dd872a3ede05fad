"""What was worked out from a corpus's files, kept beside them in `.crossyear`.

Everything in it can be made anew from the user's files, so nothing is ever trusted on doubt: each entry is
found by what it was made from and by the source code that made it, and carries a digest of itself. Entries
are written aside and then put in place whole; two processes may write one at once, as both write the same.
"""

import contextlib
import hashlib
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from functools import cache as once
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    import polars as pl

FOLDER = ".crossyear"
READER = ("corpora",)
# What these make of a file is part of a reading: another version may find other words in a PDF.
_LIBRARIES = ("lxml", "olefile", "opencc", "pypdfium2", "python-docx")
_MARK = b"crossyear cache 1 "
_HEAD_LENGTH = len(_MARK) + 64
_DRAFT = ".part"
_RECORD = "record"  # the folder of what no code makes
_MOST_VERSIONS = 3  # of a reader under one folder: two that are compared, and the next one
_ABANDONED_AFTER = 3600  # seconds after which a half-written file has no writer any more
_IGNORE_ALL = (
    f"# {FOLDER}: what crossyear worked out from the files beside it, to be faster next time.\n"
    "# It holds nothing else and can be removed at any time.\n*\n"
)
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Caches are not backed up: bford.info/cachedir\n"


def digest_of(*parts: str | bytes) -> str:
    """One digest of several values, none of which can run into the next."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(f"{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


@once
def code_version(packages: tuple[str, ...] = READER) -> str:
    """A name for the code that an entry was made by: an edited reader never serves what it read before.

    Args:
        packages: the packages whose source files are meant.

    Returns:
        A digest of the release, the source files, the libraries that take files apart, and Python's version;
        without packages a name for what no code makes.
    """
    if not packages:
        return _RECORD
    parts: list[str | bytes] = [*map(_release, ("crossyear", *_LIBRARIES)), sys.version.split()[0]]
    for package in packages:
        spec = util.find_spec(package)
        for root in spec.submodule_search_locations or () if spec else ():
            for path in sorted(Path(root).rglob("*.py")):
                parts += [path.relative_to(root).as_posix(), path.read_bytes()]
    return digest_of(*parts)[:16]


def _release(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


class Cache(Struct):
    """The cache of one corpus.

    Attributes:
        corpus: the user's folder.
        packages: whose source code makes the entries; of derived tables `("corpora", "compare")`.
        is_fresh: whether nothing is taken from it, only kept: for who wants to see all made anew.
        problem: why nothing could be kept, once that happened; work goes on without.
        used: kinds and keys that were asked for or kept through this object.
    """

    corpus: Path
    packages: tuple[str, ...] = READER
    is_fresh: bool = False
    problem: str = ""
    used: set[tuple[str, str]] = field(default_factory=set)

    @property
    def folder(self) -> Path:
        """Where the entries of this code stand."""
        return self.corpus / FOLDER / code_version(self.packages)

    def load(self, kind: str, key: str) -> "pl.DataFrame | None":
        """A table that was kept.

        Args:
            kind: a short word for what it is, `formulations` …
            key: what it was made from, as `digest_of` gives it.

        Returns:
            The table as it was saved; None when there is none, or a damaged one.
        """
        content = self.load_bytes(kind, key)
        if content is None:
            return None
        import io

        import polars as pl

        try:
            return pl.read_parquet(io.BytesIO(content))
        except pl.exceptions.PolarsError:  # another polars wrote it
            return None

    def save(self, kind: str, key: str, frame: "pl.DataFrame") -> None:
        """Keep a table; that it cannot be kept is told by `problem` and is no error."""
        import io

        content = io.BytesIO()
        frame.write_parquet(content, compression="zstd")
        self.save_bytes(kind, key, content.getvalue())

    def load_bytes(self, kind: str, key: str) -> bytes | None:
        """What was kept under a kind and key, or None; see `load`."""
        self.used.add((kind, key))
        if self.is_fresh:
            return None
        return _body(self._path(kind, key))

    def every(self, kind: str) -> Iterator[bytes]:
        """All that is kept under a kind, whatever the key; damaged entries are left out."""
        for path in sorted((self.folder / kind).glob("*/*")):
            content = None if path.suffix == _DRAFT else _body(path)
            if content is not None:
                yield content

    def has(self, kind: str, key: str) -> bool:
        """Whether something is kept under a kind and key, whole or not."""
        return self._path(kind, key).is_file()

    def save_bytes(self, kind: str, key: str, content: bytes) -> None:
        """Keep bytes under a kind and key; see `save`."""
        if self.problem:
            return
        path = self._path(kind, key)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}{_DRAFT}")
        try:
            self._make(path.parent)
            with draft.open("wb") as file:
                file.write(_head(content))
                file.write(content)
            draft.replace(path)
        except OSError as error:
            self.problem = f"{self.corpus / FOLDER}: nothing can be kept there ({error.strerror or error})"
            with contextlib.suppress(OSError):
                draft.unlink()

    def prune(self) -> int:
        """Remove what was neither asked for nor kept through this object.

        Other code's entries of the kinds used go too. Entries of other kinds, which were derived from these,
        go once one of these went.

        Returns:
            How many entries were removed.
        """
        top = self.corpus / FOLDER
        kinds = {kind for kind, _ in self.used}
        kept = {self._path(kind, key) for kind, key in self.used}
        files = [path for path in top.rglob("*") if path.is_file() and path.parent != top]
        drafts = [path for path in files if path.suffix == _DRAFT]
        entries = [path for path in files if path.suffix != _DRAFT and _RECORD not in path.parts]
        gone = [path for path in entries if path.parent.parent.name in kinds and path not in kept]
        if gone:
            gone += [path for path in entries if path.parent.parent.name not in kinds]
        gone += [path for path in drafts if time.time() - _changed(path) > _ABANDONED_AFTER]
        return sum(map(_removed, gone))

    def _path(self, kind: str, key: str) -> Path:
        name = digest_of(key)[:40]
        return self.folder / kind / name[:2] / name[2:]

    def _make(self, folder: Path) -> None:
        """Make the folder of an entry; the first time, mark the whole as a cache and let old versions go."""
        if folder.is_dir():
            return
        is_new = not self.folder.is_dir()
        folder.mkdir(parents=True, exist_ok=True)
        if not is_new:
            return
        top = self.corpus / FOLDER
        for name, text in ((".gitignore", _IGNORE_ALL), ("CACHEDIR.TAG", _TAG)):
            if not (top / name).exists():
                (top / name).write_text(text, encoding="utf-8")
        versions = sorted(
            (each for each in _folders(top) if each.name != _RECORD), key=_changed, reverse=True
        )
        for version in versions[_MOST_VERSIONS:]:
            shutil.rmtree(version, ignore_errors=True)


def _head(content: bytes) -> bytes:
    return _MARK + hashlib.sha256(content).hexdigest().encode()


def _body(path: Path) -> bytes | None:
    """What an entry holds, or None where there is none, or a damaged one."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    head, body = content[:_HEAD_LENGTH], content[_HEAD_LENGTH:]
    return body if head == _head(body) else None


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
        with contextlib.suppress(OSError):  # not empty yet
            folder.rmdir()
    return True


def _folders(top: Path) -> Iterator[Path]:
    yield from (path for path in top.iterdir() if path.is_dir())


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
