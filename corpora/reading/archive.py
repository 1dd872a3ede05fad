"""Zip archives: which files are inside, what they are called, and one of them on request."""

import io
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from msgspec import Struct

from corpora.errors import SourceError

SEPARATOR = "!"  # archive.zip!inner name
_READABLE = frozenset({".txt", ".md", ".docx", ".doc", ".pdf", ".html", ".htm", ".shtml", ".wps"})
_LARGEST_INNER = 50_000_000  # bytes unpacked; a report has under one million, more is a zip bomb
_MOST_FILES = 10_000
_MOST_LISTED = 40
_IS_UTF8, _IS_ENCRYPTED = 0x800, 0x1
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field with the name in UTF-8
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error)


class Member(Struct, frozen=True):
    """A file inside an archive: its name in readable characters, and the archive's own entry."""

    name: str
    entry: zipfile.ZipInfo


def names_inside(content: bytes) -> frozenset[str]:
    """The raw names of all files of an archive, which tell what it is; none when it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except _BROKEN:
        return frozenset()


def members(name: str, content: bytes) -> tuple[Member, ...]:
    """The files of an archive that may be reports, by name.

    Args:
        name: the archive as the user named it, for messages.
        content: the whole archive.

    Raises:
        SourceError: the archive is broken or absurd.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except _BROKEN as error:
        raise SourceError(name, "the archive is broken and cannot be opened", "Download it again") from error
    if len(entries) > _MOST_FILES:
        raise SourceError(name, f"the archive holds more than {_MOST_FILES:,} files", "Unpack it yourself")
    found = [
        Member(_readable_name(entry), entry) for entry in entries if entry.filename[-1:] not in {"", "/"}
    ]
    reports = [each for each in found if _may_be_report(each.name)]
    return tuple(sorted(reports, key=lambda each: each.name))


def _may_be_report(name: str) -> bool:
    path = PurePosixPath(name)
    is_system = path.name.startswith((".", "~$")) or "__MACOSX" in path.parts
    return path.suffix.lower() in _READABLE and not is_system


def _readable_name(entry: zipfile.ZipInfo) -> str:
    """An entry's name: marked as UTF-8, told in the extra field, or in the charset of the maker's Windows."""
    told = _unicode_path(entry.extra)
    if told or entry.flag_bits & _IS_UTF8:
        return told or entry.filename
    try:
        raw = entry.filename.encode("cp437")  # zipfile decodes unmarked names so; this gives the bytes back
    except UnicodeEncodeError:
        return entry.filename
    for charset in ("utf-8", "gb18030", "big5"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _unicode_path(extra: bytes) -> str | None:
    position = 0
    while position + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, position)
        if kind == _UNICODE_PATH:
            return extra[position + 9 : position + 4 + size].decode("utf-8", "ignore") or None
        position += 4 + size
    return None


def read_member(name: str, content: bytes, inner: str | None) -> tuple[str, bytes]:
    """One file of an archive.

    Args:
        name: the archive as the user named it.
        content: the whole archive.
        inner: the name of the file inside, or None to take the only one there is.

    Returns:
        The file as a user can name it (`archive.zip!inner name`) and its bytes.

    Raises:
        SourceError: there is no such file, there are several and none was named, it is protected by a
            password, unpacks to an absurd size or is an archive itself.
    """
    member = _chosen(name, members(name, content), inner)
    full_name = f"{name}{SEPARATOR}{member.name}"
    if member.entry.flag_bits & _IS_ENCRYPTED:
        raise SourceError(full_name, "is protected by a password", "Unpack the archive yourself")
    if member.entry.file_size > _LARGEST_INNER:
        raise SourceError(full_name, "unpacks to more than 50 MB", "Is it really a report?")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(member.entry) as file:
            unpacked = file.read(_LARGEST_INNER + 1)
    except _BROKEN as error:
        raise SourceError(full_name, "is damaged and cannot be unpacked", "Download it again") from error
    if not unpacked:
        raise SourceError(full_name, "the file is empty", "Download or save it again")
    return full_name, unpacked


def _chosen(name: str, found: tuple[Member, ...], inner: str | None) -> Member:
    named = [each for each in found if inner in {each.name, PurePosixPath(each.name).name}]
    if inner is None and len(found) == 1:
        return found[0]
    if len(named) == 1:
        return named[0]
    if not found:
        raise SourceError(name, "there is no report in the archive", "Unpack it and name a file")
    names = "\n  ".join(f"{name}{SEPARATOR}{each.name}" for each in found[:_MOST_LISTED])
    more = f"\n  … and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
    count = "one report" if len(found) == 1 else f"{len(found)} reports"
    problem = f"there are {count} in the archive" if inner is None else f"there is no {inner} in the archive"
    raise SourceError(name, problem, f"Name one:\n  {names}{more}")
