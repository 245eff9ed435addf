"""The package as a user sees it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyaccount
import msgspec
import pytest
from keyaccount import _native

OPERATIONS = tuple(json.loads(_native.schema())["x-ops"])


def test_one_function_for_each_operation() -> None:
    for name in OPERATIONS:
        assert callable(getattr(keyaccount, name))
        assert name in keyaccount.__all__


def test_call_takes_and_returns_plain_data() -> None:
    answer = keyaccount.call("labels", {"playbook": None, "language": "en"})
    assert isinstance(answer, dict)


def test_a_function_returns_a_typed_object() -> None:
    result = keyaccount.labels("en")
    assert isinstance(result, msgspec.Struct)
    plain = keyaccount.call("labels", {"playbook": None, "language": "en"})
    assert keyaccount.to_dict(result) == plain


def test_schema_has_definitions() -> None:
    assert json.loads(keyaccount.schema())["$defs"]


def test_the_native_module_answers_also_to_nonsense() -> None:
    for op, request in (("no_such_operation", "{}"), ("review", ""), ("review", "[[["), ("", "")):
        answer = json.loads(_native.call(op, request))
        assert answer["ok"] is None
        assert answer["error"]["code"]


def test_threads_get_the_same_answer() -> None:
    request = '{"playbook":null,"language":"en"}'
    want = _native.call("labels", request)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: _native.call("labels", request), range(400)))
    assert answers == [want] * 400


def test_a_book_may_be_text_bytes_or_a_file(tmp_path: Path) -> None:
    file = tmp_path / "book.json"
    file.write_text("{}", encoding="utf-8")
    problems = []
    books: list[keyaccount.BookSource] = [{}, "{}", b"{}", file]
    for book in books:
        with pytest.raises(keyaccount.KeyaccountError) as caught:
            keyaccount.review(book, as_of="2026-02-31")
        problems.append(caught.value.details)
    assert all(details == problems[0] for details in problems)


def test_a_missing_file_is_an_ordinary_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        keyaccount.check_book(tmp_path / "none.json")
