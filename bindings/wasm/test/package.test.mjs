// The package as a program in Node sees it: by its name, ready without `init`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as keyaccount from "keyaccount";

const OPERATIONS = [
  "applyEvent",
  "planEvent",
  "replayHistory",
  "analyseFunnel",
  "pipelineMovement",
  "opportunityCohorts",
  "weightedForecast",
  "rollUpForecast",
  "learnWinRates",
  "winTiming",
  "learnMarketCorrelation",
  "bookDistribution",
  "forecastBookings",
  "whatIf",
  "backtestForecast",
  "checkCoverage",
  "supportBase",
  "decisionChain",
  "checkGates",
  "diagnoseOpportunity",
  "committeeMap",
  "erasePersonalFields",
  "judgeLoyalty",
  "judgeLifecycle",
  "scoreRfm",
  "valueConcentration",
  "purchaseTrajectory",
  "crossSell",
  "lifecycleHistory",
  "lifecycleTransitions",
  "classifyKeyAccounts",
  "summarisePurchases",
  "fitPurchaseModel",
  "scorePurchaseModel",
  "purchaseModelGrid",
  "fitRoundModel",
  "scoreRoundModel",
  "fitSpendModel",
  "scoreSpendModel",
  "judgeLifetimeValue",
  "validatePurchaseModels",
  "aliveHistory",
  "retentionWhatIf",
  "detectSignals",
  "review",
  "checkPlaybook",
  "checkBook",
  "presetPlaybook",
  "labels",
];

test("exports one function for each operation", () => {
  for (const name of OPERATIONS) assert.equal(typeof keyaccount[name], "function", name);
});

test("an operation returns the parsed result", () => {
  const answer = keyaccount.labels({ playbook: null, language: "en" });
  assert.equal(typeof answer, "object");
  assert.deepEqual(keyaccount.labels({ language: "en" }), answer, "a missing playbook is the default one");
});

test("a playbook by a preset's name, in full or as a source is the same playbook", () => {
  const byName = keyaccount.checkPlaybook({ playbook: "eight_step" });
  const inFull = keyaccount.checkPlaybook({ playbook: keyaccount.presetPlaybook({ name: "eight_step" }) });
  const asSource = keyaccount.checkPlaybook({ playbook: { type: "preset", name: "eight_step" } });
  assert.equal(byName.fingerprint, asSource.fingerprint);
  assert.deepEqual(inFull, byName);
});

test("init may be called in Node too, twice", async () => {
  await keyaccount.init();
  await keyaccount.init();
});

test("call takes and returns text", () => {
  const envelope = JSON.parse(keyaccount.call("labels", '{"playbook":null,"language":"en"}'));
  assert.equal(envelope.schema_version, 1);
  assert.equal(envelope.error, null);
});

test("schema is a JSON Schema with definitions", () => {
  assert.ok(Object.keys(JSON.parse(keyaccount.schema()).$defs).length > 0);
});

test("an unknown operation is an answer, not an exception", () => {
  const envelope = JSON.parse(keyaccount.call("no_such_operation", "{}"));
  assert.equal(envelope.ok, null);
  assert.equal(typeof envelope.error.code, "string");
});

test("without init, the browser's entry says what to do", async () => {
  const index = new URL("../src/index.js", import.meta.url);
  const program = `
    const { call, KeyaccountError } = await import(${JSON.stringify(index.href)});
    try { call("labels", "{}") } catch (error) {
      console.log(error instanceof KeyaccountError, error.code, error.message);
    }`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  assert.equal(output.trim(), "true not_loaded call `await init()` first");
});

test("the browser's entry takes the module's bytes", async () => {
  const index = new URL("../src/index.js", import.meta.url);
  const wasm = fileURLToPath(new URL("../dist/keyaccount_wasm_bg.wasm", import.meta.url));
  const program = `
    import { readFileSync } from "node:fs";
    const { init, labels } = await import(${JSON.stringify(index.href)});
    await init(readFileSync(${JSON.stringify(wasm)}));
    console.log(typeof labels({ language: "en" }));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  assert.equal(output.trim(), "object");
});
