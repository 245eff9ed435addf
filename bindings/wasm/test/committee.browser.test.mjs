// The committee map and the diagnosis of an opportunity on the example page, in headless Chromium.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { committeeMap, diagnoseOpportunity, labels, review } from "keyaccount";
import { asked, badLabels, chooseFile, opened, playbook, sideways } from "./browser.mjs";

const OPEN = ".opportunity[open]";

/** A book with one open opportunity and a committee of every kind: `count` people, each reporting to somebody. */
function bookOf(count) {
  const id = (place) => `p-${String(place).padStart(2, "0")}`;
  const people = Array.from({ length: count }, (_, place) => place);
  const stances = ["neutral", "hostile", "insider", "supporter", "ally", null];
  const roles = [["economic_decision_maker"], ["technical_gatekeeper"], ["coach", "user"], ["user"], ["user"], []];
  const names = ["Henrik Sandqvist", "Maria Castellanos-Oyelaran", "王海燕", "Li Wei", "Bo Ek"];
  return {
    accounts: [{ id: "north", name: "North Plant Ltd" }],
    opportunities: [{ id: "press-line", account: "north", name: "Press line" }],
    opportunity_events: [{ opportunity: "press-line", at: "2026-02-02", change: { type: "created", stage: "comparison", amount: { amount: "1000", currency: "EUR" }, close_date: "2026-09-30" } }],
    stakeholders: people.map((place) => ({ id: id(place), account: "north", name: place % 7 === 6 ? null : names[place % 5], reports_to: place === 0 || place > count - 4 ? null : id(Math.floor((place - 1) / 5)) })),
    committee_seats: people.map((place) => ({ opportunity: "press-line", stakeholder: id(place), roles: roles[place % 6], stance: stances[place % 6], influence: place % 6 === 5 ? null : String(90 - place) })),
    stakeholder_changes: [{ stakeholder: id(3), opportunity: null, on: "2026-05-20", change: { type: "left" } }],
    relationships: [
      { from: id(2), to: id(0), kind: "influences", strength: "close" },
      { from: id(1), to: id(2), kind: "conflicts_with" },
      { from: id(2), to: id(4), kind: "knows" },
    ],
    interactions: [
      { id: "i1", account: "north", on: "2026-06-01", channel: "visit", direction: "both", stakeholders: [id(2)], members: ["m-clara"] },
      { id: "i2", account: "north", on: "2026-06-12", channel: "email", direction: "from_customer", stakeholders: [id(4), id(1)], members: ["m-otto"] },
    ],
    expenses: [{ id: "e1", account: "north", on: "2026-06-10", kind: "gift", opportunity: "press-line", stakeholder: id(4) }],
  };
}

describe("the committee on the example page", () => {
  /** Opens the page on a book of `count` people. */
  async function committeeOf(count, options = {}) {
    const { page, wrong } = await opened(options);
    await page.selectOption("#playbook", "preset:six_stage");
    const book = JSON.stringify(bookOf(count));
    await chooseFile(page, "book.json", book);
    await page.locator("#account-title", { hasText: "North Plant Ltd" }).waitFor();
    await page.locator("svg.committee-map").waitFor();
    return { page, wrong, asked: { book, playbook: "six_stage", as_of: "2026-06-30", opportunity: "press-line" } };
  }

  const rows = (page, table) => page.locator(`${table} tbody tr`).evaluateAll((list) => list.map((row) => [...row.cells].map((cell) => cell.textContent)));

  test("draws everybody of the library's map, and says the same in a table", async () => {
    const { page, wrong } = await opened();
    const { account, opportunities } = review(asked).accounts[0];
    const opportunity = await page.locator(OPEN).getAttribute("data-opportunity");
    assert.ok(opportunities.some(({ history }) => history.opportunity === opportunity), account);
    const { verdict: map } = committeeMap({ ...asked, opportunity });
    await page.locator(`${OPEN} svg.committee-map`).waitFor();
    const drawn = await page.locator(`${OPEN} [data-person]`).evaluateAll((list) => list.map((one) => one.dataset.person));
    assert.deepEqual(drawn, map.people.map(({ person }) => person.stakeholder));
    assert.equal(await page.locator(`${OPEN} svg.committee-map .member`).count(), map.members.length);
    assert.equal(await page.locator(`${OPEN} svg.committee-map .link:not(.contact)`).count(), map.links.length);
    const told = await rows(page, `${OPEN} .committee-table`);
    assert.equal(told.length, map.people.length);
    for (const { name, person } of map.people) assert.ok(told.some(([head]) => head.startsWith(name ?? person.stakeholder)), person.stakeholder);
    assert.deepEqual(wrong, []);
  });

  test("a stance is a shape, unknown is dashed, and who left is struck", async () => {
    const { page, wrong, asked: about } = await committeeOf(8);
    const { verdict: map } = committeeMap(about);
    const shapes = new Map();
    for (const { person } of map.people) {
      const mark = page.locator(`[data-person="${person.stakeholder}"] .mark-shape`);
      const corners = ((await mark.getAttribute("d")).match(/[ML]/g) ?? []).length;
      const dashes = await mark.evaluate((shape) => getComputedStyle(shape).strokeDasharray);
      assert.equal(dashes !== "none", person.stance === null || person.influence === null, person.stakeholder);
      shapes.set(person.stance, (await mark.getAttribute("d")).includes("a") ? "round" : corners);
    }
    assert.deepEqual([...shapes].sort(([a], [b]) => String(a).localeCompare(String(b))),
      [["ally", 3], ["hostile", 4], ["insider", 10], ["neutral", 4], [null, "round"], ["supporter", "round"]]);
    const box = (id) => page.locator(`[data-person="${id}"] .mark-shape`).evaluate((shape) => shape.getAttribute("d").match(/M([\d.]+),([\d.]+) L([\d.]+),([\d.]+)/).slice(1).map(Number));
    const [x, , toX] = await box("p-01");
    assert.ok(Math.abs(toX - x) > 3, "hostile stands on a corner");
    const [, y, , toY] = await box("p-00");
    assert.ok(Math.abs(toY - y) < 60 && (await box("p-00"))[0] === (await box("p-00"))[2], "neutral stands on a side");
    assert.equal(await page.locator('[data-person="p-03"].gone .struck').count() > 0, true);
    assert.match(await page.locator('[data-person="p-02"] .letter-mark').textContent(), /^CU$/);
    assert.match(await page.locator('[data-person="p-01"] title').textContent(), /Maria Castellanos-Oyelaran\n[^]*technical gatekeeper[^]*hostile[^]*conflicts with: 王海燕/);
    assert.deepEqual(wrong, []);
  });

  test("is walked through by keyboard, and tells about who is chosen", async () => {
    const { page } = await committeeOf(8);
    assert.equal(await page.locator("svg.committee-map [tabindex='0']").count(), 1, "one stop for the Tab key");
    await page.locator('[data-person="p-00"]').focus();
    assert.match(await page.locator(".chosen-person").innerText(), /Henrik Sandqvist[^]*economic decision maker/);
    await page.keyboard.press("ArrowDown");
    const next = await page.evaluate(() => document.activeElement.dataset.person);
    assert.notEqual(next, "p-00");
    assert.equal(await page.locator("svg.committee-map.looking").count(), 1);
    assert.equal(await page.locator(`[data-person="${next}"].near`).count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("svg.committee-map.looking").count(), 0);
    await page.keyboard.press("End");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.person), "p-07");
  });

  test("lines can be left out, and stay so in another language", async () => {
    const { page } = await committeeOf(8);
    const visible = () => page.locator("svg.committee-map .link.knows").first().evaluate((line) => getComputedStyle(line).display !== "none");
    assert.equal(await visible(), true);
    await page.locator('[data-line="knows"]').uncheck();
    assert.equal(await visible(), false);
    await page.selectOption("#language", "zh_hans");
    await page.locator("svg.committee-map").waitFor();
    assert.equal(await visible(), false);
    assert.equal(await page.locator('[data-line="knows"]').isChecked(), false);
  });

  test("the score stands with its parts, which add up", async () => {
    const { page, wrong, asked: about } = await committeeOf(8);
    const { score } = diagnoseOpportunity(about).verdict.coverage;
    assert.equal(await page.locator(".score").getAttribute("data-score"), score.value);
    const parts = await rows(page, ".score-parts");
    assert.equal(parts.length, score.parts.length);
    const sum = parts.reduce((total, row) => total + Number.parseFloat(row[3]), 0);
    assert.ok(Math.abs(sum - Number(score.uncapped)) < 0.001, `${sum} is ${score.uncapped}`);
    assert.equal(await page.locator(".score .warn").count(), score.cap === null ? 0 : 1);
    assert.deepEqual(wrong, []);
  });

  test("shows the diagnosis as the library gives it, in both languages", async () => {
    const { page, wrong, asked: about } = await committeeOf(8);
    const { verdict } = diagnoseOpportunity(about);
    for (const language of ["en", "zh_hans"]) {
      await page.selectOption("#language", language);
      await page.locator("svg.committee-map").waitFor();
      const { words } = labels({ playbook: "six_stage", language });
      const attributes = (selector, name) => page.locator(selector).evaluateAll((list, key) => list.map((one) => one.dataset[key]), name);
      assert.deepEqual(await attributes(".diagnosis-step", "step"), verdict.steps.map(({ step }) => step));
      assert.deepEqual(await attributes(".diagnosis-step[aria-current]", "step"), verdict.stuck_at === null ? [] : [verdict.stuck_at]);
      assert.deepEqual(await attributes(".gate", "gate"), verdict.gates.gates.map(({ gate }) => gate));
      assert.deepEqual(await attributes(".point", "point"), verdict.gates.information.map(({ point }) => point));
      assert.deepEqual(await attributes(".gaps .finding", "gap"), verdict.coverage.gaps.map(({ kind }) => kind));
      await page.locator(".moves + .more").click({ timeout: 300 }).catch(() => {});
      assert.deepEqual(await page.locator(".move-text").allTextContents(), verdict.next_moves.map(({ text }) => text[language]));
      assert.deepEqual(await attributes(".compliance .finding", "compliance"), verdict.compliance.map(({ kind }) => kind));
      assert.deepEqual(await attributes(".approaches > li", "target"), verdict.chain.approaches.slice(0, 6).map(({ target }) => target));
      const shown = await page.locator(".judged").innerText();
      for (const { step } of verdict.steps) assert.ok(shown.includes(words.diagnosis_step[step]), step);
      assert.ok(!/undefined|NaN|\[object/.test(shown));
    }
    assert.ok(verdict.compliance.length > 0, "a gift is recorded");
    assert.deepEqual(wrong, []);
  });

  test("every word that the page looks up has a label of the library", async () => {
    const { page } = await committeeOf(8);
    const { words } = labels({ playbook, language: "en" });
    const vocabularies = await page.evaluate(async (files) => {
      const texts = await Promise.all(files.map(async (file) => (await fetch(`/examples/web/${file}`)).text()));
      return texts.flatMap((text) => [...text.matchAll(/words\.word\("(\w+)"/g)].map(([, name]) => name));
    }, ["committee.js", "coverage.js", "diagnosis.js", "gates.js", "map.js", "people.js", "support.js"]);
    assert.deepEqual([...new Set(vocabularies)].filter((name) => !(name in words)), []);
  });

  for (const width of [375, 768, 1440]) {
    test(`sixty people can be read at ${width} pixels`, async () => {
      const { page, wrong } = await committeeOf(60, { width });
      for (const language of ["en", "zh_hans"]) {
        await page.selectOption("#language", language);
        await page.locator("svg.committee-map").waitFor();
        assert.equal(await page.locator("[data-person]").count(), 60);
        assert.deepEqual(await badLabels(page, "svg:is(.committee-map, .support)"), [], language);
        await page.evaluate(() => document.querySelectorAll(".judged details").forEach((details) => { details.open = true; }));
        assert.equal(await sideways(page), 0);
      }
      assert.deepEqual(wrong, []);
    });
  }

  test("an opportunity whose people are not known says so", async () => {
    const { page, wrong } = await opened();
    const { committee_seats: _, relationships: __, expenses: ___, stakeholder_changes: ____, stakeholders: _____, interactions: ______, ...rest } = bookOf(1);
    await chooseFile(page, "book.json", JSON.stringify(rest));
    await page.locator("#account-title", { hasText: "North Plant Ltd" }).waitFor();
    assert.match(await page.locator('[data-part="committeeMap"]').innerText(), /Nobody of the buying committee is known/);
    assert.equal(await page.locator(".diagnosis-step").count(), 6);
    assert.ok(!/undefined|NaN/.test(await page.locator(".judged").innerText()));
    assert.deepEqual(wrong, []);
  });
});
