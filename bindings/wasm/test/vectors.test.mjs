// The golden vectors: the same files that Rust and Python run.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { after, describe, test } from "node:test";
import { call } from "keyaccount";

const FOLDER = new URL("../../../tests/vectors/", import.meta.url);
const FEWEST_VECTORS = 10;

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")).sort() : [];
const ran = new Map();

/** JSON text with sorted keys and no spaces: the form in which all languages must agree to the byte. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(",")}}`;
}

if (files.length === 0) {
  test("golden vectors", { skip: "there are no files in tests/vectors" }, () => {});
}

for (const file of files) {
  const { op, vectors } = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
  describe(`${file}: ${op}`, () => {
    for (const { name, request, request_text: requestText, want } of vectors) {
      test(name, () => {
        const answer = JSON.parse(call(op, requestText ?? JSON.stringify(request)));
        assert.deepEqual(answer, want);
        assert.equal(canonical(answer), canonical(want));
        ran.set(file, (ran.get(file) ?? 0) + 1);
      });
    }
    after(() => {
      assert.ok(vectors.length >= FEWEST_VECTORS, `${file} has ${vectors.length} vectors`);
      assert.equal(ran.get(file), vectors.length, `${file}: not every vector ran and passed`);
    });
  });
}
