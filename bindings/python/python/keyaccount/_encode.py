"""From Python objects to JSON text that loses nothing silently.

What JSON cannot say is sent as text, for the library to refuse with a code and a path (NaN), or
refused here (sets, bytes, keys that are not text).
"""

from __future__ import annotations

import dataclasses
import datetime
import enum
import math
import operator
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from .errors import refuse, refuse_type

DEEPEST = 100
"""Levels of nesting. The library reads 128; an object that contains itself ends here."""

SMALLEST_INT, LARGEST_INT = -(2**63), 2**64 - 1


def request_text(request: Mapping[str, object]) -> str:
    """The JSON text of a request."""
    try:
        return msgspec.json.encode(plain(request, "", 0)).decode()
    except UnicodeEncodeError as error:
        raise refuse("invalid_json", None, None, f"a text is not Unicode: {error}") from error


def plain(value: object, path: str, depth: int) -> Any:
    """The value as JSON data. `path` says where it is, such as `book.accounts[0].id`."""
    if depth > DEEPEST:
        raise refuse("invalid_json", path, None, f"nested deeper than {DEEPEST} levels, or endless")
    match value:
        case enum.Enum():
            return plain(value.value, path, depth + 1)
        case None | bool() | msgspec.Raw():
            return value
        case str():
            return str(value)
        case int():
            return int(value) if SMALLEST_INT <= value <= LARGEST_INT else long_text(value, path)
        case float():
            return float(value) if math.isfinite(value) else non_finite(value)
        case Decimal():
            return format(value, "f") if value.is_finite() else f"\x01{value}"
        case datetime.date():
            return value.isoformat()
        case Mapping():
            return {key_text(k, path): plain(v, join(path, k), depth + 1) for k, v in value.items()}
        case list() | tuple():
            return [plain(item, f"{path}[{i}]", depth + 1) for i, item in enumerate(value)]
        case msgspec.Struct():
            return plain(struct_fields(value), path, depth)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = dataclasses.fields(value)
            return plain({f.name: getattr(value, f.name) for f in fields}, path, depth)
        case _ if is_column(value):
            return plain(items_of(value), path, depth + 1)
        case _ if hasattr(value, "__index__") and not isinstance(value, type):
            return plain(operator.index(value), path, depth)
        case _:
            kind = type(value).__name__
            raise refuse_type(
                path or None, value, f"a value of type `{kind}` cannot be sent as JSON"
            )


def is_column(value: object) -> bool:
    """Whether it is an array or column that gives its numbers as a list; numpy's own times do not."""
    kind = getattr(getattr(value, "dtype", None), "kind", None)
    is_list = callable(getattr(value, "tolist", None)) and not isinstance(value, type)
    return is_list and kind not in ("M", "m")


def items_of(column: Any) -> Any:
    """The numbers of a column, as Python's own."""
    return column.tolist()


def long_text(value: int, path: str) -> str:
    """The digits of a number that JSON readers would round."""
    try:
        return str(int(value))
    except ValueError as error:
        raise refuse(
            "number_out_of_range", path or None, None, f"too many digits: {error}"
        ) from error


def non_finite(value: float) -> str:
    """With a control character, which no text field takes, so that NaN never passes for a name."""
    if math.isnan(value):
        return "\x01NaN"
    return "\x01Infinity" if value > 0 else "\x01-Infinity"


def key_text(key: object, path: str) -> str:
    if isinstance(key, enum.Enum):
        key = key.value
    if not isinstance(key, str):
        raise refuse_type(path or None, key, f"the key `{key!r}` is not text")
    return key


def join(path: str, key: object) -> str:
    name = key.value if isinstance(key, enum.Enum) else key
    return f"{path}.{name}" if path else str(name)


def struct_fields(value: msgspec.Struct) -> dict[str, object]:
    config = value.__struct_config__
    tag = {config.tag_field: config.tag} if config.tag_field is not None else {}
    names = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
    fields = {name: getattr(value, attribute) for name, attribute in names}
    return tag | {name: field for name, field in fields.items() if field is not msgspec.UNSET}


def day(value: object, name: str = "as_of") -> str:
    """A date or its ISO text. A datetime is refused: which day it is depends on a zone."""
    if isinstance(value, datetime.datetime):
        raise refuse_type(name, value, f"`{name}` is a day: pass a date, not a datetime")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    raise refuse_type(name, value, f"`{name}` is a date or ISO text, not `{type(value).__name__}`")


def days(value: object, name: str) -> list[str]:
    """A list of days. One day alone is refused: its text would pass for a list of characters."""
    if not isinstance(value, list | tuple):
        raise refuse_type(name, value, f"`{name}` is a list of days")
    return [day(item, f"{name}[{at}]") for at, item in enumerate(value)]


def items(value: object, name: str) -> list[object]:
    """A list. A text is refused: it would pass for a list of characters."""
    if not isinstance(value, list | tuple):
        raise refuse_type(name, value, f"`{name}` is a list, not `{type(value).__name__}`")
    return list(value)


def period(value: object, name: str = "period") -> dict[str, str]:
    """A first and a last day."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise refuse_type(name, value, f"`{name}` is a pair of days: the first and the last")
    return {"first": day(value[0], name), "last": day(value[1], name)}


def periods(value: object, name: str) -> list[object]:
    """A list of pairs of days; periods of an answer, or dicts, are taken as they are."""
    if not isinstance(value, list | tuple):
        raise refuse_type(name, value, f"`{name}` is a list of pairs of days")
    return [
        period(item, f"{name}[{at}]") if isinstance(item, list | tuple) else item
        for at, item in enumerate(value)
    ]


def book(value: object) -> object:
    """A book: an object, JSON text, or the path of a JSON file."""
    if isinstance(value, Path):
        value = value.read_bytes()
    if isinstance(value, (str, bytes, bytearray, memoryview)):
        return json_text(value)
    return value


def json_text(text: str | bytes | bytearray | memoryview) -> str:
    """The text itself, which the library reads: it also says what is wrong in it."""
    try:
        return text if isinstance(text, str) else bytes(text).decode("utf-8")
    except UnicodeError as error:
        raise refuse("invalid_json", "book", None, f"the book is not UTF-8: {error}") from error


def playbook(value: object) -> object:
    """A playbook: None, the name of a preset, the path of a .toml or .json file, or an object."""
    match value:
        case None:
            return None
        case str():
            return {"type": "preset", "name": value}
        case Path():
            return {"type": playbook_format(value), "text": value.read_text(encoding="utf-8")}
        case _:
            return {"type": "inline", "playbook": value}


def playbook_format(path: Path) -> str:
    kind = path.suffix.removeprefix(".").lower()
    if kind not in ("toml", "json"):
        message = f"a playbook's file ends in `.toml` or `.json`, not `{path.suffix}`"
        raise refuse("unsupported_type", "playbook", str(path), message)
    return kind
