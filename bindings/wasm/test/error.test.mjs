import assert from "node:assert/strict";
import { test } from "node:test";
import { KeyaccountError, presetPlaybook, review } from "keyaccount";

function caught(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("wrong input throws a real Error with code, path and problems", () => {
  const error = caught(() => review({ book: {}, as_of: "2026-02-31" }));
  assert.ok(error instanceof KeyaccountError);
  assert.ok(error instanceof Error);
  assert.equal(error.name, "KeyaccountError");
  assert.match(error.code, /^[a-z][a-z0-9_]*$/);
  assert.ok(error.message.length > 0);
  assert.ok(error.problems.length > 0);
  assert.equal(error.path, "as_of");
  assert.deepEqual(error.details, { code: error.code, message: error.message, problems: error.problems });
  assert.match(error.stack, /KeyaccountError/);
});

test("NaN reaches the library and is refused there, with its path", () => {
  const error = caught(() => review({ book: {}, as_of: NaN }));
  assert.ok(error instanceof KeyaccountError);
  assert.equal(error.path, "as_of");
});

test("a request that is no object is refused", () => {
  for (const request of [undefined, null, 7, "text", []]) {
    const error = caught(() => review(request));
    assert.ok(error instanceof KeyaccountError);
    assert.equal(error.code, "invalid_json");
  }
});

test("a playbook that is wrong is refused with every problem and its path", () => {
  const preset = caught(() => review({ book: {}, as_of: "2026-01-05", playbook: "seven_step" }));
  assert.deepEqual([preset.code, preset.path], ["unknown_value", "playbook.name"]);
  const playbook = presetPlaybook({ name: "six_stage" });
  playbook.calendar.fiscal_year_start_month = 13;
  playbook.pipelines[0].stages[0].win_probability = "5";
  const inline = caught(() => review({ book: {}, as_of: "2026-01-05", playbook }));
  assert.ok(inline.problems.length > 1, inline.message);
  assert.ok(inline.problems.every((problem) => problem.path.startsWith("playbook.playbook")), inline.message);
});
