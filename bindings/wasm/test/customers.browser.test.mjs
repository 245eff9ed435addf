// The customers as a whole, and one account's purchases, on the example page in headless Chromium.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  aliveHistory, classifyKeyAccounts, crossSell, judgeLifetimeValue, judgeLoyalty, labels, lifecycleHistory, lifecycleTransitions,
  purchaseTrajectory, retentionWhatIf, scoreRfm, validatePurchaseModels, valueConcentration,
} from "keyaccount";
import { asked, badLabels, chooseFile, opened, playbook, sideways } from "./browser.mjs";

const CARDS = ["segments", "concentration", "flow", "tiers", "lifetime", "validation", "retention", "cross-sell"];
const CHARTS = "#customers svg:not(.key), #account :is([data-verdict=trajectory], [data-verdict=loyalty], [data-verdict=lifecycle], [data-verdict=alive]) svg:not(.key)";
const ACCOUNT = "acc-ferrante";
const about = { ...asked, account: ACCOUNT };
const { as_of: today, ...undated } = asked;

/** Waits until nothing is being judged any more. */
const settled = (page) => page.waitForFunction(() => document.querySelectorAll("[aria-busy]").length === 0 && document.querySelectorAll("#errors section").length === 0);

/** Opens the page on an account, with the section open whatever the width. */
async function customers({ width = 1440, hash = `#account/${ACCOUNT}` } = {}) {
  const { page, wrong } = await opened({ width, hash });
  await page.evaluate(() => { document.querySelector("#customers > details").open = true; });
  await page.locator("#cross-sell").waitFor();
  await settled(page);
  return { page, wrong };
}

async function setBook(page, facts, name) {
  await chooseFile(page, "book.json", JSON.stringify(facts));
  await page.locator("#account-title", { hasText: name }).waitFor();
  await page.evaluate(() => { document.querySelector("#customers > details").open = true; });
  await page.locator("#cross-sell").waitFor();
  await settled(page);
}

const attributes = (page, selector, name) => page.locator(selector).evaluateAll((list, key) => list.map((one) => one.dataset[key]), name);
const rows = (page, table) => page.locator(`${table} > tbody > tr`).evaluateAll((list) => list.map((row) => [...row.cells].map((cell) => cell.textContent)));
const values = (page, selector) => page.locator(`${selector} data`).evaluateAll((list) => list.map((one) => one.value));

/** A portfolio that is large enough for models: `count` accounts that buy every month or two, some of them no longer. */
function portfolioOf(count) {
  const ids = Array.from({ length: count }, (_, place) => `a${String(place).padStart(3, "0")}`);
  const day = (number) => new Date(Date.UTC(2024, 0, 8) + number * 86_400_000).toISOString().slice(0, 10);
  const purchases = ids.flatMap((account, place) => {
    const pitch = 20 + ((place * 7) % 50);
    const orders = Math.min(2 + ((place * 5) % 17), Math.floor((870 - place) / pitch));
    return Array.from({ length: orders }, (_, number) => ({
      id: `${account}-${number}`, account, on: day(place + number * pitch + ((place * number * 3) % 11)), supplier: { type: "us" },
      category: place % 3 === 0 ? "oil" : "filters", amount: { amount: String(400 + ((place * 37 + number * 13) % 900)), currency: "EUR" },
    }));
  });
  return { accounts: ids.map((id) => ({ id, name: `Company ${id}`, industry: "paper" })), purchases };
}

describe("the customers on the example page", () => {
  test("shows the segments that the library gives, each with its accounts", async () => {
    const { page, wrong } = await customers();
    const { verdict } = scoreRfm({ ...asked, method: "fixed_bands", recency: "since_last_order" });
    const { words } = labels({ playbook, language: "en" });
    const full = verdict.segments.filter(({ accounts }) => accounts > 0);
    const told = await rows(page, "#segments .segments-table");
    assert.deepEqual(told.map(([segment]) => segment), full.map(({ segment }) => words.rfm_segment[segment]));
    assert.deepEqual(await attributes(page, "#segments .members", "segment"), full.map(({ segment }) => segment));
    for (const { segment } of full) {
      const links = await page.locator(`#segments [data-segment="${segment}"] li > a`).evaluateAll((list) => list.map((one) => decodeURIComponent(one.hash.split("/")[1])));
      assert.deepEqual(links, verdict.accounts.filter((row) => row.segment === segment).map(({ account }) => account));
    }
    const first = page.locator("#segments .members").first();
    await first.locator("> summary").focus();
    await page.keyboard.press("Enter");
    await first.locator("li > a").first().click();
    const chosen = verdict.accounts.find((row) => row.segment === full[0].segment).account;
    await page.waitForFunction((id) => document.querySelector("#accounts [aria-current]")?.dataset.account === id, chosen);
    await page.selectOption("#segments-method", "quantiles");
    await settled(page);
    const again = scoreRfm({ ...asked, method: "quantiles", recency: "since_last_order" }).verdict;
    assert.deepEqual(await attributes(page, "#segments .members", "segment"), again.segments.filter(({ accounts }) => accounts > 0).map(({ segment }) => segment));
    assert.deepEqual(wrong, []);
  });

  test("draws the Lorenz curve with what the largest hold, and lists who holds it", async () => {
    const { page, wrong } = await customers();
    const { verdict } = valueConcentration({ ...asked, by: "account" });
    assert.equal(await page.locator("#concentration path.curve").getAttribute("data-points"), String(verdict.curve.length));
    assert.deepEqual((await attributes(page, "#concentration [data-mark]", "mark")).toSorted(), ["reach", "top"]);
    const shown = await page.locator("#concentration").innerText();
    assert.ok(shown.includes(Number(verdict.gini).toFixed(3)), shown);
    await page.evaluate(() => document.querySelectorAll("#concentration details").forEach((one) => { one.open = true; }));
    assert.deepEqual((await values(page, "#concentration table")).slice(0, 10), verdict.holders.slice(0, 10).map(({ money }) => money.amount));
    assert.deepEqual(wrong, []);
  });

  test("draws every account in each column of the flow, and the same in its tables", async () => {
    const { page, wrong } = await customers();
    const { verdict } = lifecycleTransitions({ ...undated, from: await page.inputValue("#flow-from"), to: today, step: "quarter" });
    const drawn = await page.locator("#flow svg [data-on]").evaluateAll((columns) => columns.map((column) =>
      [column.dataset.on, Object.fromEntries([...column.querySelectorAll("[data-phase]")].map((node) => [node.dataset.phase, Number(node.dataset.accounts)]))]));
    assert.deepEqual(drawn, verdict.columns.map(({ on, nodes }) => [on, Object.fromEntries(nodes.filter(({ accounts }) => accounts > 0).map(({ phase, accounts }) => [phase, accounts]))]).map(([on, nodes]) => [on, nodes]));
    const bands = (await attributes(page, "#flow svg .flow-band[data-accounts]", "accounts")).reduce((sum, count) => sum + Number(count), 0);
    assert.equal(bands, verdict.periods.flatMap(({ links }) => links).reduce((sum, { accounts }) => sum + accounts, 0));
    const matrix = await rows(page, "#flow .matrix");
    assert.equal(matrix.reduce((sum, row) => sum + Number(row.at(-1)), 0), verdict.accounts);
    await page.selectOption("#flow-step", "year");
    await settled(page);
    const years = lifecycleTransitions({ ...undated, from: await page.inputValue("#flow-from"), to: today, step: "year" }).verdict;
    assert.equal(await page.locator("#flow svg [data-on]").count(), years.columns.length);
    assert.deepEqual(wrong, []);
  });

  test("shows key accounts with their tiers, what is unknown as unknown", async () => {
    const { page, wrong } = await customers();
    const { verdict } = classifyKeyAccounts(asked);
    const { words } = labels({ playbook, language: "en" });
    assert.deepEqual((await rows(page, "#tiers .tier-sums")).map(([, count]) => Number(count)), verdict.tiers.map(({ accounts }) => accounts));
    const told = await rows(page, "#tiers .tier-table");
    verdict.accounts.slice(0, told.length).forEach((account, place) => {
      const [name, tier, standing, kinds, value, potential] = told[place];
      assert.equal(name, account.name);
      assert.ok(tier.startsWith(account.tier ?? "unknown"), tier);
      assert.ok(standing.startsWith(words.key_standing[account.standing]), standing);
      if (account.primary_kind !== null) assert.ok(kinds.startsWith(words.key_account_kind[account.primary_kind]), kinds);
      assert.equal(value.startsWith("unknown"), account.value === null);
      assert.equal(potential.startsWith("unknown"), account.potential === null);
    });
    assert.deepEqual(await attributes(page, "#tier-reasons [data-account]", "account"), verdict.accounts.map(({ account }) => account));
    assert.deepEqual(wrong, []);
  });

  test("says what to do where too few accounts have ordered for a model", async () => {
    const { page, wrong } = await customers();
    const { verdict } = judgeLifetimeValue(asked);
    assert.equal(verdict.parameters, null, "the example's book is small");
    const shown = await page.locator("#lifetime").innerText();
    for (const { message } of verdict.reasons) assert.ok(shown.includes(message.slice(0, 60)), message);
    const told = await rows(page, "#lifetime .lifetime-table");
    assert.deepEqual(told.map((row) => row.slice(-2)), verdict.accounts.map(() => ["unknown", "unknown"]));
    assert.deepEqual(await attributes(page, "#lifetime .model", "status"), ["none", verdict.spend_fit?.found.status ?? "none"]);
    const { methods } = validatePurchaseModels({ ...asked, calibration_end: await page.inputValue("#validation-end") }).verdict;
    const scores = await rows(page, "#validation table.wide");
    assert.equal(scores.length >= methods.length, true);
    methods.forEach((method, place) => assert.equal(scores[place][1].startsWith("–"), method.scores === null, method.method));
    assert.deepEqual(wrong, []);
  });

  test("shows what the models say of a larger portfolio", async () => {
    const { page, wrong } = await opened();
    const book = JSON.stringify(portfolioOf(60));
    await setBook(page, portfolioOf(60), "Company");
    const of = { book, playbook, as_of: today };
    const { verdict } = judgeLifetimeValue(of);
    assert.notEqual(verdict.parameters, null);
    const worth = ({ prediction }) => Number(prediction.lifetime_value?.amount ?? -Infinity);
    const best = verdict.accounts.toSorted((a, b) => worth(b) - worth(a) || (a.account < b.account ? -1 : 1));
    const told = await rows(page, "#lifetime .lifetime-table");
    told.forEach(([name], place) => assert.equal(name, `Company ${best[place].account}`));
    assert.ok(told[0][2].includes("%"));
    assert.deepEqual(await attributes(page, "#lifetime .model", "status"), [verdict.fit.found.status, verdict.spend_fit.found.status]);
    const { methods } = validatePurchaseModels({ ...of, calibration_end: await page.inputValue("#validation-end") }).verdict;
    assert.deepEqual(await attributes(page, "#validation svg [data-method]", "method"), methods.filter(({ expected_cumulative: sums }) => sums.length > 0).map(({ method }) => method));
    const account = await page.evaluate(() => document.querySelector("#accounts [aria-current]").dataset.account);
    const alive = aliveHistory({ ...of, account, step_days: 7 }).verdict;
    assert.equal(await page.locator("[data-verdict=alive] path.curve").getAttribute("data-points"), String(alive.points.length));
    const { effect } = retentionWhatIf({ ...of, change: { type: "points", points: "0.05" } }).verdict;
    if (effect.value !== null) assert.ok((await values(page, "#retention .retention-table")).includes(effect.value.amount));
    const sold = crossSell({ ...of, basis: "industry" }).verdict;
    assert.equal((await rows(page, "#cross-sell table.wide")).length, Math.min(15, sold.accounts.flatMap(({ suggestions }) => suggestions).length));
    assert.deepEqual(await badLabels(page, CHARTS), []);
    assert.ok(!/undefined|NaN|\[object/.test(await page.locator("#verdicts").innerText()));
    assert.deepEqual(wrong, []);
  });

  test("computes what keeping more customers would change, from figures of one's own", async () => {
    const { page, wrong } = await customers();
    await page.selectOption("#retention-start", "given_figures");
    await page.fill("#retention-retention", "80");
    await page.fill("#retention-points", "5");
    await page.keyboard.press("Tab");
    await settled(page);
    const { verdict } = retentionWhatIf({
      playbook, as_of: today, change: { type: "points", points: "0.05" },
      figures: { accounts: 100, retention: "0.8", annual_margin: { amount: "1000", currency: "EUR" } },
    });
    const shown = await values(page, "#retention .retention-table");
    assert.deepEqual(shown, [verdict.base, verdict.changed, verdict.effect].flatMap(({ value, value_per_account: one }) => [value.amount, one.amount]));
    assert.deepEqual(wrong, []);
  });

  test("draws an account's orders with those expected next, and tells its rhythm", async () => {
    const { page, wrong } = await customers();
    const { verdict } = purchaseTrajectory(about);
    const bought = JSON.parse(asked.book).purchases.filter(({ account, on }) => account === ACCOUNT && on <= today);
    assert.deepEqual((await attributes(page, "[data-verdict=trajectory] svg [data-order]", "order")).toSorted(), bought.map(({ id }) => id).toSorted());
    assert.deepEqual(await attributes(page, "[data-verdict=trajectory] svg [data-next]", "next"), verdict.next_orders.orders.map(({ number }) => String(number)));
    const { words } = labels({ playbook, language: "en" });
    const shown = await page.locator("[data-verdict=trajectory]").innerText();
    for (const word of [words.season_state[verdict.season.state], words.silence_state[verdict.silence.state], words.regularity[verdict.regularity.kind]]) assert.ok(shown.includes(word), word);
    for (const { message } of verdict.reasons) assert.ok(shown.includes(message.slice(0, 40)), message);
    assert.equal((await rows(page, "[data-verdict=trajectory] .stopped-table")).length, Math.min(8, verdict.stopped_products.length + verdict.stopped_categories.length));
    assert.deepEqual(wrong, []);
  });

  test("draws the phases of a whole life", async () => {
    const { page, wrong } = await customers();
    const { spans } = lifecycleHistory(about).verdict;
    const drawn = await page.locator("[data-verdict=lifecycle] svg.phases [data-phase]").evaluateAll((list) => list.map((one) => [one.dataset.phase, one.dataset.from, one.dataset.to]));
    assert.deepEqual(drawn, spans.map(({ phase, from, to }) => [phase, from, to]));
    assert.deepEqual(wrong, []);
  });

  test("shows the share of wallet by period, satisfaction and every kind of switching cost", async () => {
    const { page, wrong } = await customers();
    const { verdict } = judgeLoyalty(about);
    const { words } = labels({ playbook, language: "en" });
    const { purchases } = verdict.wallet;
    const shares = purchases.periods.map((period) => (purchases.by_money ? period.share_of_money : period.share_of_orders) ?? "unknown");
    assert.deepEqual(await attributes(page, ".wallet svg [data-share]", "share"), shares);
    const drawn = ["recent", "latest", "before"].filter((name) => verdict.satisfaction[name] !== null);
    assert.deepEqual(await attributes(page, ".satisfaction svg [data-answers]", "answers"), drawn);
    const kinds = await rows(page, ".switching-table");
    assert.deepEqual(kinds.map(([kind]) => kind), verdict.switching_costs.kinds.map(({ kind }) => words.switching_cost[kind]));
    kinds.forEach(([, level], place) => assert.equal(level.startsWith("unknown"), verdict.switching_costs.kinds[place].level === null));
    assert.deepEqual(wrong, []);
  });

  test("every word that the page looks up has a label of the library", async () => {
    const { page } = await customers();
    const known = labels({ playbook, language: "en" }).words;
    const vocabularies = await page.evaluate(async (files) => {
      const texts = await Promise.all(files.map(async (file) => (await fetch(`/examples/web/${file}`)).text()));
      return texts.flatMap((text) => [...text.matchAll(/words\.word\("(\w+)"|list\("[\w-]+", "\w+", "(\w+)"/g)].map(([, name, listed]) => name ?? listed));
    }, ["alive.js", "concentration.js", "crosssell.js", "customers.js", "flow.js", "flowchart.js", "history.js", "lifetime.js", "retention.js", "satisfaction.js", "segments.js", "stopped.js", "tiers.js", "trajectory.js", "validation.js", "wallet.js"]);
    assert.deepEqual([...new Set(vocabularies)].filter((name) => !(name in known)), []);
  });

  for (const width of [375, 768, 1440]) {
    test(`can be read at ${width} pixels in both languages`, async () => {
      const { page, wrong } = await customers({ width });
      for (const language of ["en", "zh_hans"]) {
        await page.selectOption("#language", language);
        await settled(page);
        for (const id of CARDS) assert.ok((await page.locator(`#${id}`).innerText()).length > 40, `${id} in ${language}`);
        assert.deepEqual(await badLabels(page, CHARTS), [], language);
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
        assert.equal(await sideways(page), 0);
        assert.ok(!/undefined|NaN|\[object/.test(await page.locator("#verdicts").innerText()), language);
        for (const svg of await page.locator(CHARTS).all()) assert.notEqual(await svg.getAttribute("aria-label"), null);
      }
      assert.match(await page.locator("#segments h3").innerText(), /客户分群/);
      assert.deepEqual(wrong, []);
    });
  }

  test("what is chosen stays in another language", async () => {
    const { page } = await customers();
    await page.selectOption("#concentration-by", "group");
    await page.selectOption("#cross-sell-basis", "baskets");
    await settled(page);
    await page.selectOption("#language", "zh_hans");
    await settled(page);
    assert.equal(await page.inputValue("#concentration-by"), "group");
    assert.equal(await page.inputValue("#cross-sell-basis"), "baskets");
    assert.equal(await page.locator("[aria-busy]").count(), 0, "what was answered is not asked again");
  });

  test("says so where a book has no purchases, and where it has no accounts", async () => {
    const { page, wrong } = await opened();
    await setBook(page, { accounts: [{ id: "a", name: "Quiet Ltd" }] }, "Quiet Ltd");
    assert.match(await page.locator("#segments").innerText(), /no account has ordered/);
    assert.match(await page.locator("#concentration").innerText(), /no money is known/);
    assert.match(await page.locator("#flow svg.flow").innerHTML(), /prospect/);
    assert.match(await page.locator("#validation").innerText(), /no account had ordered/);
    assert.match(await page.locator("[data-verdict=trajectory]").innerText(), /No purchase is known/);
    assert.match(await page.locator("[data-verdict=alive]").innerText(), /has not ordered yet/);
    assert.match(await page.locator(".satisfaction").innerText(), /Unknown: nobody has answered/);
    assert.equal((await rows(page, ".switching-table")).filter(([, level]) => level === "unknown").length, 5);
    assert.ok(!/undefined|NaN|\[object/.test(await page.locator("#verdicts").innerText()));
    await chooseFile(page, "empty.json", '{"accounts":[]}');
    await page.locator("#accounts", { hasText: "no account that could be used" }).waitFor();
    await page.evaluate(() => { document.querySelector("#customers > details").open = true; });
    await settled(page);
    assert.ok(!/undefined|NaN|\[object/.test(await page.locator("#verdicts").innerText()));
    assert.deepEqual(wrong, []);
  });

  test("draws no purchase that the library left out", async () => {
    const { page, wrong } = await opened();
    const order = (id, on, amount) => ({ id, account: "a", on, supplier: { type: "us" }, amount: { amount, currency: "EUR" } });
    await setBook(page, {
      accounts: [{ id: "a", name: "Odd Ltd" }],
      purchases: [order("good", "2026-01-12", "100"), order("bad-day", "2026-02-31", "100"), { ...order("bad-amount", "2026-03-12", "x") }, order("returned", "2026-04-02", "-40"), { ...order("unpriced", "2026-05-02", "1"), amount: null }, order("later", "2026-08-01", "5")],
    }, "Odd Ltd");
    assert.deepEqual((await attributes(page, "[data-verdict=trajectory] svg [data-order]", "order")).toSorted(), ["good", "returned", "unpriced"]);
    assert.deepEqual(await badLabels(page, CHARTS), []);
    assert.deepEqual(wrong, []);
  });

  test("a refusal stays in the card that asked", async () => {
    const { page, wrong } = await customers();
    await page.fill("#validation-end", today);
    await page.locator("#validation [data-code]").waitFor();
    assert.equal(await page.locator("#errors section").count(), 0);
    assert.equal(await page.locator("#segments table").count() > 0, true);
    await page.selectOption("#language", "zh_hans");
    await page.locator("#validation [data-code]").waitFor();
    assert.deepEqual(wrong, []);
  });
});
