"""Runs one operation of the native module."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from . import _native
from ._encode import request_text
from .errors import KeyaccountError, Problem

T = TypeVar("T")


class _Error(msgspec.Struct):
    code: str
    message: str
    problems: tuple[Problem, ...] = ()


class _Envelope(msgspec.Struct):
    ok: msgspec.Raw
    error: _Error | None


def call(op: str, request: Mapping[str, object]) -> Any:
    """Runs an operation by its name; request and result are plain data.

    Raises KeyaccountError when the input cannot mean anything.
    """
    return msgspec.json.decode(answer(op, request))


def typed(op: str, request: Mapping[str, object], result: type[T]) -> T:
    """The same, with the result as a typed object."""
    return msgspec.json.decode(answer(op, request), type=result)


def answer(op: str, request: Mapping[str, object]) -> msgspec.Raw:
    """The JSON text of the result."""
    text = _native.call(op, request_text(request))
    envelope = msgspec.json.decode(text, type=_Envelope)
    if envelope.error is not None:
        error = envelope.error
        raise KeyaccountError(error.code, error.message, error.problems)
    return envelope.ok
