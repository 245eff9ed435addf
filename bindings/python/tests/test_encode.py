"""What each Python object becomes on the wire."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import json
import uuid
from collections import OrderedDict
from decimal import Decimal
from pathlib import Path
from typing import Any

import keyaccount
import msgspec
import pytest
from keyaccount import KeyaccountError, KeyaccountTypeError, _encode


class Stance(enum.Enum):
    SUPPORTER = "supporter"


class Phase(str, enum.Enum):
    GROWTH = "growth"


class Won(msgspec.Struct, tag="won", tag_field="type"):
    on: datetime.date
    from_: str | None = msgspec.field(name="from", default=None)
    unset: str | msgspec.UnsetType = msgspec.UNSET


@dataclasses.dataclass
class Account:
    id: str
    stance: Stance


class Index:
    """Like numpy's integers: no int, but exact."""

    def __index__(self) -> int:
        return 7


def encoded(value: object) -> Any:
    return json.loads(_encode.request_text({"v": value}))["v"]


class Column:
    """As arrays and columns of other packages are."""

    def __init__(self, items: list[int]) -> None:
        self.items = items

    def tolist(self) -> list[int]:
        return self.items


class Name(str):
    """As texts of other packages are."""


@pytest.mark.parametrize(
    ("value", "want"),
    [
        (None, None),
        (True, True),
        (False, False),
        (1, 1),
        (-0.5, -0.5),
        (2**64 - 1, 2**64 - 1),
        (-(2**63), -(2**63)),
        (2**64, "18446744073709551616"),
        (-(2**63) - 1, "-9223372036854775809"),
        (float("nan"), "\x01NaN"),
        (float("inf"), "\x01Infinity"),
        (float("-inf"), "\x01-Infinity"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("NaN"), "\x01NaN"),
        (Decimal("-Infinity"), "\x01-Infinity"),
        (datetime.date(2026, 1, 5), "2026-01-05"),
        (datetime.datetime(2026, 1, 5, 10, 20), "2026-01-05T10:20:00"),
        (Stance.SUPPORTER, "supporter"),
        (Phase.GROWTH, "growth"),
        ({Phase.GROWTH: 1}, {"growth": 1}),
        ((1, [2]), [1, [2]]),
        (OrderedDict(a=1), {"a": 1}),
        ("需求 \u0000 😀", "需求 \u0000 😀"),
        (Index(), 7),
        (Column([1, 2]), [1, 2]),
        (Name("north"), "north"),
        (Account("a", Stance.SUPPORTER), {"id": "a", "stance": "supporter"}),
        (Won(datetime.date(2026, 1, 5)), {"type": "won", "on": "2026-01-05", "from": None}),
    ],
)
def test_values(value: object, want: object) -> None:
    got = encoded(value)
    assert got == want
    assert type(got) is type(want)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({1, 2}, "v"),
        ({"a": [frozenset()]}, "v.a[0]"),
        (b"bytes", "v"),
        ({"a": {1: "x"}}, "v.a"),
        ({"a": {None: "x"}}, "v.a"),
        ([0, object()], "v[1]"),
        (uuid.UUID(int=1), "v"),
        (datetime.time(1, 2), "v"),
        (datetime.timedelta(1), "v"),
        (Account, "v"),
        (iter([1]), "v"),
        (1j, "v"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_its_path(value: object, path: str) -> None:
    with pytest.raises(KeyaccountTypeError) as caught:
        encoded(value)
    assert caught.value.code == "unsupported_type"
    assert caught.value.path == path


def test_an_object_that_contains_itself_is_refused() -> None:
    account: dict[str, object] = {}
    account["parent"] = account
    with pytest.raises(KeyaccountError) as caught:
        encoded(account)
    assert caught.value.code == "invalid_json"


def test_a_number_of_endless_digits_is_refused() -> None:
    with pytest.raises(KeyaccountError) as caught:
        encoded(10**5000)
    assert (caught.value.code, caught.value.path) == ("number_out_of_range", "v")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(KeyaccountError) as caught:
        encoded("\ud800")
    assert caught.value.code == "invalid_json"


def test_a_book_that_is_text_is_passed_on_to_the_letter() -> None:
    text = '{ "n": 1.10, "n": 9007199254740993, "big": 1e400 }'
    for source in (text, text.encode(), bytearray(text.encode())):
        request = json.loads(_encode.request_text({"book": _encode.book(source)}))
        assert request == {"book": text}


@pytest.mark.parametrize("text", ["", "{", '{},"as_of":"2020-01-01"', "not json", b"\xff", "{}{}"])
def test_a_book_that_is_not_json_cannot_change_the_request(text: str | bytes) -> None:
    with pytest.raises(KeyaccountError) as caught:
        keyaccount.check_book(text)
    assert caught.value.code == "invalid_json"
    assert caught.value.path == "book"


def test_playbooks(tmp_path: Path) -> None:
    toml = tmp_path / "mine.toml"
    toml.write_text("name = 'mine'", encoding="utf-8")
    assert _encode.playbook(None) is None
    assert _encode.playbook("eight_step") == {"type": "preset", "name": "eight_step"}
    assert _encode.playbook(toml) == {"type": "toml", "text": "name = 'mine'"}
    assert _encode.playbook({"name": "x"}) == {"type": "inline", "playbook": {"name": "x"}}
    with pytest.raises(KeyaccountError):
        _encode.playbook(tmp_path / "mine.yaml")


@pytest.mark.parametrize(
    ("by", "path"),
    [
        ("2026-09-30", "by"),
        (datetime.date(2026, 9, 30), "by"),
        (["2026-09-30", datetime.datetime(2026, 9, 30, 8)], "by[1]"),
        ([None], "by[0]"),
        ({"2026-09-30"}, "by"),
    ],
)
def test_days_that_are_none_are_refused_by_name(by: Any, path: str) -> None:
    with pytest.raises(keyaccount.KeyaccountTypeError) as caught:
        keyaccount.win_timing({}, as_of="2026-06-30", by=by)
    assert caught.value.path == path


@pytest.mark.parametrize("wrong", [7, "np-director", {"np-director": 1}])
def test_lists_of_people_are_lists(wrong: Any) -> None:
    with pytest.raises(KeyaccountTypeError) as targets:
        keyaccount.decision_chain({}, "press-line", as_of="2026-06-30", targets=wrong)
    assert targets.value.path == "targets"
    with pytest.raises(KeyaccountTypeError) as erasures:
        keyaccount.erase_personal_fields({}, wrong)
    assert erasures.value.path == "erasures"
