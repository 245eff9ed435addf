// What each JavaScript value becomes on the wire.
import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeRequest } from "../src/encode.js";
import { KeyaccountError } from "../src/error.js";
import { checkBook } from "../src/node.js";

const encoded = (request) => JSON.parse(encodeRequest(request));

function refused(request) {
  try {
    encodeRequest(request);
  } catch (error) {
    assert.ok(error instanceof KeyaccountError, String(error));
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("plain data stays as it is", () => {
  const request = { a: [1, -0.5, "text", true, null, {}], b: { c: "需求" } };
  assert.deepEqual(encoded(request), request);
});

test("numbers that JSON cannot write become text, for the library to refuse", () => {
  assert.deepEqual(encoded({ a: NaN, b: [Infinity, -Infinity] }), { a: "\u0001NaN", b: ["\u0001Infinity", "\u0001-Infinity"] });
});

test("a BigInt is decimal text", () => {
  assert.deepEqual(encoded({ a: 12345678901234567890n }), { a: "12345678901234567890" });
});

test("a Date at UTC midnight is a day, any other a moment", () => {
  assert.deepEqual(encoded({ as_of: new Date("2026-01-05") }), { as_of: "2026-01-05" });
  assert.deepEqual(encoded({ at: new Date("2026-01-05T10:20:30Z") }), { at: "2026-01-05T10:20:30.000Z" });
  assert.deepEqual(encoded({ at: new Date(NaN) }), { at: "Invalid Date" });
});

test("undefined is null", () => {
  assert.equal(encodeRequest({ a: undefined, b: [undefined] }), '{"a":null,"b":[null]}');
});

test("toJSON is respected, as decimals and calendar dates of libraries have it", () => {
  assert.deepEqual(encoded({ amount: { toJSON: () => "12.50" } }), { amount: "12.50" });
});

test("what would be dropped or emptied is refused with its path", () => {
  const cases = [
    [{ book: { accounts: [{ name: () => "x" }] } }, "book.accounts[0].name"],
    [{ a: Symbol("x") }, "a"],
    [{ a: { b: new Map([["k", 1]]) } }, "a.b"],
    [{ a: [1, new Set([1])] }, "a[1]"],
    [{ a: new Uint8Array(2) }, "a"],
  ];
  for (const [request, path] of cases) {
    const error = refused(request);
    assert.equal(error.code, "unsupported_type");
    assert.equal(error.path, path);
  }
});

test("an object that contains itself is refused", () => {
  const account = { id: "a" };
  account.parent = account;
  assert.equal(refused({ book: { accounts: [account] } }).code, "invalid_json");
});

test("a book that is text is passed on to the letter", () => {
  const book = '{ "accounts": [], "n": 1.10, "n": 9007199254740993 }';
  assert.deepEqual(encoded({ as_of: "2026-01-05", book }), { as_of: "2026-01-05", book });
});

test("a book that is not JSON text cannot change the rest of the request", () => {
  for (const book of ["", "{", '{},"accounts":[]', "not json"]) {
    assert.throws(() => checkBook({ book }), { code: "invalid_json", path: "book" });
  }
});

test("a playbook may be a preset's name or a playbook itself", () => {
  assert.deepEqual(encoded({ playbook: "eight_step" }), { playbook: { type: "preset", name: "eight_step" } });
  const playbook = { name: "ours", pipelines: [], default_pipeline: "sales" };
  assert.deepEqual(encoded({ playbook }), { playbook: { type: "inline", playbook } });
  assert.deepEqual(encoded({ playbook: {} }), { playbook: { type: "inline", playbook: {} } });
  assert.deepEqual(encoded({ playbook, book: "{}" }), { playbook: { type: "inline", playbook }, book: "{}" });
});

test("a playbook's source that says its type is passed on, and so is what is no playbook", () => {
  for (const playbook of [{ type: "toml", text: "name = 1" }, { type: "yaml" }, null, 7, []]) {
    assert.deepEqual(encoded({ playbook }), { playbook });
  }
  assert.deepEqual(encoded({ language: "en" }), { language: "en" }, "none is added");
  assert.deepEqual(encoded({ playbook: undefined }), { playbook: null });
});

test("a request is not changed by being sent", () => {
  const request = { playbook: "six_stage", book: "{}" };
  encodeRequest(request);
  assert.deepEqual(request, { playbook: "six_stage", book: "{}" });
});
