"""The golden vectors: the same files that Rust and Node run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import keyaccount
import pytest
from keyaccount import _native

FOLDER = Path(__file__).resolve().parents[3] / "tests" / "vectors"
FILES = sorted(FOLDER.glob("*.json"))
FEWEST_VECTORS = 10


def load(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def cases() -> list[Any]:
    return [
        pytest.param(document["op"], vector, id=f"{file.stem}: {vector['name']}")
        for file in FILES
        for document in [load(file)]
        for vector in document["vectors"]
    ]


def canonical(value: Any) -> str:
    """Sorted keys and no spaces: the form in which all languages must agree to the byte."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.skipif(not FILES, reason="there are no files in tests/vectors")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_has_enough_vectors(file: Path) -> None:
    vectors = load(file)["vectors"]
    assert len(vectors) >= FEWEST_VECTORS
    assert len({vector["name"] for vector in vectors}) == len(vectors), "names repeat"
    ids = {case.id for case in cases()}
    assert all(f"{file.stem}: {vector['name']}" in ids for vector in vectors)


@pytest.mark.parametrize(("op", "vector"), cases())
def test_native(op: str, vector: dict[str, Any]) -> None:
    text = vector.get("request_text")
    if text is None:
        text = json.dumps(vector["request"])
    answer = json.loads(_native.call(op, text))
    assert answer == vector["want"]
    assert canonical(answer) == canonical(vector["want"])


@pytest.mark.parametrize(("op", "vector"), cases())
def test_call(op: str, vector: dict[str, Any]) -> None:
    if vector.get("request") is None:
        pytest.skip("the request is text that no dict stands for")
    want = vector["want"]
    if want["error"] is None:
        assert canonical(keyaccount.call(op, vector["request"])) == canonical(want["ok"])
        return
    with pytest.raises(keyaccount.KeyaccountError) as caught:
        keyaccount.call(op, vector["request"])
    assert canonical(caught.value.details) == canonical(want["error"])
