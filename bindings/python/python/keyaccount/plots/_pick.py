"""Chooses one part of a verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..errors import KeyaccountError, Problem, refuse_type

T = TypeVar("T")


def pick(parts: Sequence[T], what: str, wanted: str | None, name: Callable[[T], str]) -> T | None:
    """The part that is wanted, or else the only one; None where there is none at all."""
    names = [name(part) for part in parts]
    if wanted is not None and wanted not in names:
        raise refused("unknown_value", what, wanted, names)
    if wanted is None and len(parts) > 1:
        raise refused("missing_field", what, None, names)
    if wanted is None:
        return parts[0] if parts else None
    return parts[names.index(wanted)]


def verdict_of(answer: object, kind: type[T], operation: str) -> T:
    """The verdict, given itself or within the whole answer of its operation."""
    verdict = getattr(answer, "verdict", answer)
    if isinstance(verdict, kind):
        return verdict
    found = type(verdict).__name__
    raise refuse_type("verdict", verdict, f"this draws what `{operation}` answers, not `{found}`")


def refused(code: str, what: str, value: str | None, allowed: list[str]) -> KeyaccountError:
    """An argument that names nothing in the verdict."""
    found = f"the verdict has no {what} `{value}`" if value is not None else f"name the {what}"
    message = f"{found}; allowed: {', '.join(allowed) or 'none'}"
    return KeyaccountError(code, message, [Problem(code, message, what, value, allowed)])
