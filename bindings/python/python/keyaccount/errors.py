"""Errors that say what was wrong, where, and what would have been allowed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong with the input."""

    code: str
    """Stable name of the problem."""
    message: str
    path: str | None = None
    """Where it is, such as `book.accounts[0].id`."""
    value: Any = None
    """What was found there."""
    allowed: Any = None
    """What would have been accepted there, where this can be listed."""


class KeyaccountError(ValueError):
    """An input that cannot mean anything."""

    def __init__(self, code: str, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.problems = tuple(problems)

    @property
    def path(self) -> str | None:
        """Where the first problem is; None if it is nowhere in particular."""
        return self.problems[0].path if self.problems else None

    @property
    def details(self) -> dict[str, Any]:
        """The whole error as plain data."""
        return {
            "code": self.code,
            "message": self.message,
            "problems": msgspec.to_builtins(self.problems, builtin_types=(), str_keys=True),
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.code, self.message, self.problems)


class KeyaccountTypeError(KeyaccountError, TypeError):
    """A Python object that stands for nothing the library knows, such as a set."""


def refuse(code: str, path: str | None, value: object, message: str) -> KeyaccountError:
    """An error with one problem, found before the library was asked."""
    return KeyaccountError(code, message, [Problem(code, message, path, value)])


def refuse_type(path: str | None, value: object, message: str) -> KeyaccountTypeError:
    """The same, for a type that cannot be sent."""
    code = "unsupported_type"
    return KeyaccountTypeError(code, message, [Problem(code, message, path, type(value).__name__)])
