"""The file in which people say that a finding is known and wanted, and who said so.

TOML, one `[[acknowledged]]` for each finding: its fingerprint as `id`, `reason`, `who`, and `until` (a date)
where the permission ends. Entries are only ever added by the program; people edit and delete them.
"""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from corpora.errors import UsageError
from reports.gate.toml_text import Located, read_toml

TABLE = "acknowledged"
KEYS = ("id", "reason", "who", "until")
_ID = re.compile(r"[0-9a-f]{12}")
HEADER = """\
# Findings of `crossyear check` that somebody looked at and wants. Each is quiet as long as its words stay.
"""


class Acknowledgement(Struct, frozen=True):
    """One entry.

    Attributes:
        id: the finding's fingerprint.
        reason: why it is wanted.
        who: who says so.
        until: the last day on which it holds, or None.
    """

    id: str
    reason: str
    who: str
    until: date | None = None

    def has_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until < today


def read_acknowledgements(text: str, name: str) -> tuple[Acknowledgement, ...]:
    """The entries of a file.

    Args:
        text: its text.
        name: the file, for messages.

    Raises:
        UsageError: it is no such file; the message names line and key.
    """
    tables = read_toml(text, name)
    tables.only_keys((TABLE,))
    entries = tuple(_entry(table) for table in tables.tables(TABLE))
    seen: set[str] = set()
    for entry, table in zip(entries, tables.tables(TABLE), strict=True):
        if entry.id in seen:
            table.refuse("id", f"{entry.id} is acknowledged twice", "Delete one of the entries")
        seen.add(entry.id)
    return entries


def _entry(table: Located) -> Acknowledgement:
    table.only_keys(KEYS)
    for key in ("id", "reason", "who"):
        if not table.text(key).strip():
            table.refuse(
                key, f"{key} is missing", "An entry tells id, reason and who, each in quotation marks"
            )
    if not _ID.fullmatch(table.text("id")):
        table.refuse("id", "is no fingerprint", "A fingerprint has 12 of the characters 0-9 and a-f")
    until = table.values.get("until")
    if isinstance(until, datetime) or not isinstance(until, date | None):
        table.refuse("until", "is no date", "Write it without quotation marks: until = 2026-12-31")
    return Acknowledgement(table.text("id"), table.text("reason"), table.text("who"), until)


def with_acknowledgements(text: str, added: Iterable[Acknowledgement], told: dict[str, str]) -> str:
    """The text of a file with entries added at its end; what stood in it stays as it is.

    Args:
        text: the file's text, empty for a new one.
        added: the new entries.
        told: by id, the sentence of the finding, which is set above the entry as a comment.
    """
    blocks = [text.rstrip("\n") + "\n" if text.strip() else HEADER]
    for entry in added:
        lines = [""]
        lines += [f"# {_as_comment(told[entry.id])}"] if entry.id in told else []
        lines += [f"[[{TABLE}]]", f"id = {_quoted(entry.id)}", f"reason = {_quoted(entry.reason)}"]
        lines += [f"who = {_quoted(entry.who)}"]
        lines += [f"until = {entry.until.isoformat()}"] if entry.until else []
        blocks.append("\n".join(lines) + "\n")
    return "".join(blocks)


def _as_comment(text: str) -> str:
    """The text on one line; TOML allows no control characters in comments."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def check_new(entries: Iterable[Acknowledgement], existing: Iterable[Acknowledgement], today: date) -> None:
    """Refuse new entries that could not hold.

    Raises:
        UsageError: an id is no fingerprint or acknowledged already, or the last day is over.
    """
    known = {entry.id for entry in existing}
    for entry in entries:
        if not _ID.fullmatch(entry.id):
            raise UsageError(
                f"{entry.id} is no fingerprint of a finding", "check prints it before each finding"
            )
        if entry.id in known:
            raise UsageError(f"{entry.id} is acknowledged already", "Edit its entry in the file instead")
        if entry.has_expired(today):
            raise UsageError(f"--until {entry.until} lies in the past", "Name a later day, or none")
