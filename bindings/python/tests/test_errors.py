"""Errors carry a code, a path and every problem, and travel between processes."""

from __future__ import annotations

import copy
import datetime
import pickle
from decimal import Decimal

import keyaccount
import pytest
from keyaccount import KeyaccountError, KeyaccountTypeError, Problem


def wrong_day() -> KeyaccountError:
    with pytest.raises(KeyaccountError) as caught:
        keyaccount.review({}, as_of="2026-02-31")
    return caught.value


def test_wrong_input_raises_a_value_error_with_code_and_path() -> None:
    error = wrong_day()
    assert isinstance(error, ValueError)
    assert error.code.replace("_", "").isalnum() and error.code == error.code.lower()
    assert error.path == "as_of"
    assert error.problems
    assert str(error) == error.message
    assert error.details["code"] == error.code
    assert error.details["problems"][0]["path"] == "as_of"


def test_errors_pickle_and_copy() -> None:
    for error in (
        wrong_day(),
        KeyaccountError("a_code", "a message"),
        KeyaccountTypeError(
            "a_code", "a message", [Problem("a_code", "m", "a.b", Decimal(1), ["x"])]
        ),
    ):
        for twin in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
            assert type(twin) is type(error)
            assert twin.details == error.details
            assert str(twin) == str(error)


@pytest.mark.parametrize(
    "as_of",
    [datetime.datetime(2026, 1, 5), datetime.datetime.now(datetime.timezone.utc), 20260105, None],
)
def test_as_of_is_a_day(as_of: object) -> None:
    with pytest.raises(KeyaccountTypeError) as caught:
        keyaccount.review({}, as_of=as_of)  # type: ignore[arg-type]
    assert caught.value.path == "as_of"
    assert isinstance(caught.value, TypeError)


def test_nan_reaches_the_library_and_is_refused_there() -> None:
    with pytest.raises(KeyaccountError) as caught:
        keyaccount.call("review", {"playbook": None, "book": {}, "as_of": float("nan")})
    assert caught.value.path == "as_of"
