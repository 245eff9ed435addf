// The package and the example page in headless Chromium.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  analyseFunnel, backtestForecast, forecastBookings, labels, opportunityCohorts, pipelineMovement, review, weightedForecast, whatIf,
} from "keyaccount";
import { asked, badLabels, book, chooseFile, open, opened, playbook, sideways } from "./browser.mjs";

describe("the package in a browser", () => {
  test("loads its module by URL and answers", async () => {
    const { page, wrong } = await open("/blank");
    const seen = await page.evaluate(async () => {
      const keyaccount = await import("/bindings/wasm/src/index.js");
      await keyaccount.init();
      const envelope = JSON.parse(keyaccount.call("no_such_operation", "{}"));
      let thrown;
      try {
        keyaccount.review({ book: {}, as_of: "2026-02-31" });
      } catch (error) {
        thrown = { name: error.name, path: error.path, isError: error instanceof Error };
      }
      return { ok: envelope.ok, thrown, labels: typeof keyaccount.labels({ language: "en" }) };
    });
    assert.deepEqual(seen, {
      ok: null,
      thrown: { name: "KeyaccountError", path: "as_of", isError: true },
      labels: "object",
    });
    assert.deepEqual(wrong, []);
  });

  test("init with a wrong address fails with a KeyaccountError and can be repeated", async () => {
    const { page } = await open("/blank");
    const seen = await page.evaluate(async () => {
      const { init, labels } = await import("/bindings/wasm/src/index.js");
      const code = await init(new URL("/no-such.wasm", location.href)).catch((error) => error.code);
      await init();
      return [code, typeof labels({ language: "en" })];
    });
    assert.deepEqual(seen, ["not_loaded", "object"]);
  });
});

describe("the example page", () => {
  const texts = (page, selector) => page.locator(selector).allInnerTexts();
  const amount = (page, selector) => page.locator(`${selector} data`).first().getAttribute("value");

  test("loads without an error and shows the forecast that the library gives", async () => {
    const { page, wrong } = await opened();
    const { open: openDeals, booked, realised } = weightedForecast(asked).verdict.summary.amounts;
    assert.equal(await amount(page, "#tile-open"), openDeals.weighted);
    const written = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2 }).format(openDeals.weighted);
    assert.match(await page.locator("#tile-open .figure").innerText(), new RegExp(`^EUR\\s${written}\\b`));
    assert.equal(await amount(page, "#tile-booked"), booked.total);
    assert.equal(await amount(page, "#tile-realised"), realised.total);
    assert.ok((await page.locator("#portfolio svg .column.weighted").count()) > 1, "the chart has bars");
    assert.deepEqual(wrong, []);
  });

  test("lists the accounts most urgent first, with what each has to see to", async () => {
    const { page } = await opened();
    const { accounts } = review(asked);
    assert.equal(accounts.length, 12);
    assert.deepEqual(await texts(page, "#accounts li .name"), accounts.map(({ name }) => name));
    const counts = await texts(page, "#accounts li:first-child .badge.critical");
    assert.deepEqual(counts.map((text) => Number.parseInt(text.replace(/^\D+/, ""), 10)), [accounts[0].findings.filter(({ severity }) => severity === "critical").length]);
  });

  test("choosing an account shows its sections, and every finding, deal and signal in them", async () => {
    const { page, wrong } = await opened();
    const chosen = review(asked).accounts.find(({ account }) => account === "acc-jiangwan");
    await page.locator('#accounts a[data-account="acc-jiangwan"]').click();
    await page.locator("#account-title", { hasText: chosen.name }).waitFor();
    const sections = await page.locator("#account > section").evaluateAll((list) => list.map((section) => section.dataset.verdict));
    assert.deepEqual(sections, ["findings", "opportunities", "trajectory", "loyalty", "lifecycle", "alive", "signals"]);
    assert.equal(await page.locator('[data-verdict="findings"] .finding').count(), chosen.findings.length);
    assert.equal(await page.locator(".opportunity").count(), chosen.opportunities.length);
    assert.equal(await page.locator(".opportunity[open] .role").count(), 4);
    assert.equal(await page.locator(".opportunity[open] svg .visit").count(), 6);
    assert.match(await page.locator(".opportunity[open] svg").first().textContent(), /reopened 25 Feb 2026/);
    assert.equal(await page.locator('[data-verdict="loyalty"] .letters[role="img"]').getAttribute("aria-label"), chosen.loyalty.overall.sequence);
    assert.equal(await page.locator('[data-signal="pre_sales_team_leaving"].muted').count(), 1);
    assert.equal(await page.locator("#accounts [aria-current]").getAttribute("data-account"), "acc-jiangwan");
    assert.deepEqual(wrong, []);
  });

  test("a finding leads to its opportunity by keyboard", async () => {
    const { page } = await opened();
    const link = page.locator("[data-shows]").last();
    const id = await link.getAttribute("data-shows");
    await link.focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[data-opportunity]")?.dataset.opportunity), id);
    assert.equal(await page.locator(`[data-opportunity="${id}"]`).getAttribute("open"), "");
  });

  test("is read in Chinese", async () => {
    const { page, wrong } = await opened();
    const { words } = labels({ playbook, language: "zh_hans" });
    await page.selectOption("#language", "zh_hans");
    const shown = await page.locator("#account").innerText();
    for (const word of [words.buying_role.coach, words.coverage_gap.decision_maker_never_met, words.next_move.meet_decision_maker, words.signal.training_declined]) {
      assert.ok(shown.includes(word), word);
    }
    assert.equal(words.buying_role.coach, "教练");
    assert.equal(await page.locator("#accounts-title").innerText(), "客户（紧急者在前）");
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
    assert.ok(!(await page.locator("body").innerText()).includes("undefined"));
    assert.deepEqual(wrong, []);
  });

  test("shows what was left out of a damaged book, and judges the rest", async () => {
    const { page, wrong } = await opened();
    const name = "Alpha <img src=x onerror=alert(1)>";
    await chooseFile(page, "damaged.json", JSON.stringify({
      accounts: [{ id: "a", name }, { id: "b" }],
      opportunities: [{ id: "o", account: "nobody" }, { id: "p", account: "a" }],
      opportunity_events: [{ opportunity: "p", at: "2026-01-05", change: { type: "stage_changed", to: "warp" } }],
    }));
    await page.locator("#notices .notice").waitFor();
    assert.deepEqual(await texts(page, "#accounts li .name"), [name]);
    const rows = await texts(page, "#left-out .problems tbody tr");
    assert.equal(rows.length, 2);
    assert.match(rows[0], /missing_field[^]*accounts\[1\]/);
    assert.match(rows[1], /dangling_reference[^]*opportunities\[0\]\.account/);
    assert.match(await page.locator("#anomalies").innerText(), /missing creation[^]*opportunity_events\[0\]/);
    assert.deepEqual(wrong, [], "a name is text, whatever it looks like");
  });

  test("says what is wrong with a file that is no JSON, and keeps what it shows", async () => {
    const { page, wrong } = await opened();
    await chooseFile(page, "notes.txt", "not a book");
    assert.equal(await page.locator("#errors section").getAttribute("data-code"), "invalid_json");
    assert.match(await page.locator("#errors").innerText(), /notes\.txt[^]*invalid_json/);
    assert.equal(await page.locator("#accounts li").count(), 12);
    await chooseFile(page, "book.json", book);
    await page.locator("#errors section").waitFor({ state: "detached" });
    assert.deepEqual(wrong, []);
  });

  test("lists every problem of a playbook", async () => {
    const { page } = await opened();
    const text = playbook.text.replace("fiscal_year_start_month = 4", "fiscal_year_start_month = 14").replace('win_probability = "0.5"', 'win_probability = "5"');
    await page.selectOption("#playbook", "choose");
    await page.setInputFiles("#playbook-file", { name: "mine.toml", mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.locator("#errors section").waitFor();
    assert.deepEqual((await texts(page, "#errors tbody td:nth-child(2)")).sort(), ["playbook.text.calendar.fiscal_year_start_month", "playbook.text.pipelines[0].stages[4].win_probability"]);
    assert.equal(await page.locator("#playbook").inputValue(), "example");
  });

  test("judges as of another day and by another playbook", async () => {
    const { page, wrong } = await opened();
    await page.fill("#as-of", "2026-03-31");
    const then = weightedForecast({ ...asked, as_of: "2026-03-31" }).verdict.summary.amounts.open.weighted;
    await page.locator(`#tile-open data[value="${then}"]`).waitFor();
    await page.selectOption("#playbook", "preset:eight_step");
    await page.locator("#standing", { hasText: review({ ...asked, playbook: "eight_step" }).playbook }).waitFor();
    assert.deepEqual(wrong, []);
  });

  test("shows the funnel, the times in stage and what came of the opportunities, as the library gives them", async () => {
    const { page, wrong } = await opened();
    const [funnel] = analyseFunnel(asked).verdict.pipelines;
    const cells = (rows, columns) => rows.map((row) => columns.map((column) => row[column]));
    const tableOf = (card) => page.locator(`${card} table`).first().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
    const count = (value) => (value === null ? "–" : String(value));

    const stages = funnel.stages.map(({ stage }) => stage);
    const drawn = (card) => page.locator(`${card} svg [data-stage]`).evaluateAll((groups) => groups.map((group) => group.dataset.stage));
    await page.locator("#dwell svg.rows").waitFor();
    assert.deepEqual(await drawn("#funnel"), stages);
    assert.deepEqual(cells(await tableOf("#funnel"), [1, 4, 5]), funnel.stages.map(({ time, conversion }) =>
      [count(time.opportunities), count(time.still_in_it), conversion === null ? "–" : count(conversion.advance.reached)]));

    assert.deepEqual(await drawn("#dwell"), stages);
    const days = (value) => (value === null ? "not reached yet" : String(value));
    assert.deepEqual(cells(await tableOf("#dwell"), [4, 5, 6, 9]), funnel.stages.map(({ time }) =>
      [days(time.lower_quartile_days), days(time.median_days), days(time.upper_quartile_days), count(time.stall_after_days)]));

    const { won, lost } = funnel.win_rate;
    assert.match(await page.locator("#outcomes").innerText(), new RegExp(`${won} won of ${won + lost} decided`));
    assert.equal(await page.locator("#stalled li").count(), funnel.stalled.length);
    const { conforming, opportunities } = funnel.conformance;
    assert.match(await page.locator("#conformance").innerText(), new RegExp(`${conforming} of ${opportunities} opportunities`));
    for (const { message } of funnel.bottlenecks.reasons) assert.ok((await page.locator("#bottlenecks").innerText()).includes(message), message);
    const { cohorts } = opportunityCohorts(asked).verdict;
    assert.deepEqual((await tableOf("#cohorts")).map((row) => Number(row[1])), cohorts.slice(-18).map((cohort) => cohort.opportunities));
    assert.deepEqual(wrong, []);
  });

  test("every chart has a name and a table that says the same", async () => {
    const { page } = await opened();
    for (const card of ["#funnel", "#dwell", "#movement"]) {
      assert.notEqual(await page.locator(`${card} svg[role="img"]`).first().getAttribute("aria-label"), "");
      assert.notEqual(await page.locator(`${card} details table caption`).first().textContent(), "");
    }
  });

  /** The bars of the waterfall as they are named, signed and drawn. */
  async function bars(page) {
    await page.locator('#movement svg [data-line="closing"]').waitFor();
    return page.locator("#movement svg [data-line]").evaluateAll((groups) => groups.map((group) => ({
      line: group.dataset.line, amount: group.dataset.amount, said: group.querySelector("title").textContent,
    })));
  }
  const cents = (amount) => BigInt(amount.replace(".", ""));
  const change = ({ said, amount }) => (said.includes(": +") ? cents(amount) : said.includes(": −") ? -cents(amount) : 0n);

  test("the bars of the movement add up to its closing, in every currency", async () => {
    const { page, wrong } = await opened();
    const { currencies } = pipelineMovement({ book, playbook, from: "2026-03-31", to: "2026-06-30" }).verdict;
    assert.equal(await page.locator("#movement-from").inputValue(), "2026-03-31", "the fiscal quarter, up to the day of the verdict");
    assert.ok(currencies.length > 1);
    for (const { currency, total } of currencies) {
      await page.selectOption("#movement-currency", currency);
      const drawn = await bars(page);
      const [opening, closing] = [drawn.at(0), drawn.at(-1)];
      assert.deepEqual([opening.line, opening.amount, closing.line, closing.amount], ["opening", total.opening.amount, "closing", total.closing.amount]);
      assert.equal(drawn.slice(1, -1).reduce((sum, bar) => sum + change(bar), cents(opening.amount)), cents(closing.amount), currency);
      const happened = Object.entries(total).filter(([line, { count }]) => count > 0 || line === "opening" || line === "closing");
      assert.deepEqual(drawn.map(({ line }) => line).toSorted(), happened.map(([line]) => line).toSorted());
    }
    assert.deepEqual(wrong, []);
  });

  test("other days and a period give another movement, and days in the wrong order say so", async () => {
    const { page, wrong } = await opened();
    await page.selectOption("#movement-currency", "EUR");
    const expected = (request) => {
      const { total } = pipelineMovement({ book, playbook, ...request }).verdict.currencies.find(({ currency }) => currency === "EUR");
      return [total.opening.amount, total.closing.amount];
    };
    const ends = async () => {
      const drawn = await bars(page);
      return [drawn.at(0).amount, drawn.at(-1).amount];
    };
    const before = await ends();
    await page.fill("#movement-from", "2025-09-30");
    assert.deepEqual(await ends(), expected({ from: "2025-09-30", to: "2026-06-30" }));
    assert.notDeepEqual(await ends(), before);
    await page.check("#movement-quarter");
    const period = { first: "2026-04-01", last: "2026-06-30" };
    assert.deepEqual(await ends(), expected({ from: "2025-09-30", to: "2026-06-30", period }));
    await page.selectOption("#language", "zh_hans");
    assert.deepEqual(await ends(), expected({ from: "2025-09-30", to: "2026-06-30", period }), "what was chosen stays");
    await page.fill("#movement-to", "2025-06-30");
    assert.equal(await page.locator("#movement [data-code]").count(), 1);
    assert.equal(await page.locator("#errors section").count(), 0);
    await page.fill("#movement-to", "2026-06-30");
    assert.deepEqual(await ends(), expected({ from: "2025-09-30", to: "2026-06-30", period }));
    assert.deepEqual(wrong, []);
  });

  test("the pipeline is read in Chinese", async () => {
    const { page, wrong } = await opened();
    await page.selectOption("#language", "zh_hans");
    const { stages, words } = labels({ playbook, language: "zh_hans" });
    const drawn = await page.locator("#funnel svg.rows").textContent();
    for (const stage of Object.values(stages.six_stage)) assert.ok(drawn.includes(stage), stage);
    const bars = await page.locator("#movement svg.rows").textContent();
    for (const line of [words.movement.created, words.movement.won, "期初", "期末"]) assert.ok(bars.includes(line), line);
    assert.ok((await page.locator("#losses").innerText()).includes(words.loss_reason.price));
    assert.equal(await page.locator("#pipeline-title").innerText(), "销售漏斗");
    assert.deepEqual(wrong, []);
  });

  /** What the page asks of the library when nothing is chosen yet. */
  const fresh = { ...asked, basis: "stage_default", period_unit: "quarter", period_count: 4, quota: null };
  const quota = { amount: "1500000", currency: "EUR" };
  const whole = (amount) => Math.round(Number(amount)).toLocaleString("en-GB");
  const rowsOf = (page, table) => page.locator(`${table} tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

  /** Opens the page with its forecast. */
  async function forecast(options = {}) {
    const { page, wrong } = await opened(options);
    await page.evaluate(() => { document.querySelector("#forecast > details").open = true; });
    await page.locator("#reliability svg.plane").waitFor();
    const setQuota = async (value) => {
      await page.fill("#forecast-quota", value);
      await page.locator("#forecast-quota").blur();
    };
    return { page, wrong, setQuota };
  }

  /** The columns of the bookings' table that are there with and without a quota. */
  const bookingRows = ({ periods }) => periods.map(({ booked, open: some, bookings: sum }) => {
    const level = (wanted) => whole(sum.quantiles.find(({ probability }) => Number(probability) === wanted).amount.amount);
    return [whole(booked.total.amount), String(some.deals), whole(some.total), whole(sum.mean.amount), level(0.1), level(0.5), level(0.9)];
  });

  test("shows the bookings of each period as bars and as a table, as the library gives them", async () => {
    const { page, wrong } = await forecast();
    const { periods, left_out: leftOut } = forecastBookings(fresh).verdict;
    const drawn = await page.locator("#bookings svg [data-period]").evaluateAll((groups) => groups.map((group) => group.dataset.period));
    assert.deepEqual(drawn, periods.map(({ period }) => period.first));
    const shown = await rowsOf(page, "#bookings");
    assert.deepEqual(shown.map(([name]) => name), ["Apr – Jun 2026", "Jul – Sept 2026", "Oct – Dec 2026", "Jan – Mar 2027"]);
    assert.deepEqual(shown.map(([, ...cells]) => cells), bookingRows({ periods }));
    assert.equal(await page.locator("#bookings .quota").count(), 0);
    assert.equal(await page.locator("#bookings [data-period]").first().locator(".band").count(), 0, "what is certain has no band");
    assert.equal(leftOut.length > 0, true);
    assert.equal(await page.locator("#forecast-left-out li").count(), leftOut.length);
    assert.deepEqual(wrong, []);
  });

  test("answers by the basis, the periods and the quota that are chosen", async () => {
    const { page, wrong, setQuota } = await forecast();
    const shown = async () => (await rowsOf(page, "#bookings")).map((row) => row.slice(1, 8));
    await page.selectOption("#forecast-basis", "timing");
    assert.deepEqual(await shown(), bookingRows(forecastBookings({ ...fresh, basis: "timing" }).verdict));
    await page.selectOption("#forecast-unit", "month");
    const months = { ...fresh, basis: "timing", period_unit: "month", period_count: 6 };
    assert.deepEqual(await shown(), bookingRows(forecastBookings(months).verdict));
    await page.locator("#reliability svg.plane").waitFor();
    const { points } = backtestForecast({ ...asked, period_unit: "month" }).verdict;
    assert.equal((await page.locator("#reliability table").last().locator("tbody tr").count()), points.length);
    await setQuota(quota.amount);
    const { periods } = forecastBookings({ ...months, quota }).verdict;
    assert.deepEqual((await rowsOf(page, "#bookings")).map((row) => row.at(-1)), periods.map((row) => whole(row.quota.expected_shortfall.amount)));
    await page.selectOption("#language", "zh_hans");
    assert.deepEqual([await page.inputValue("#forecast-basis"), await page.inputValue("#forecast-quota")], ["timing", "1500000"], "what was chosen stays");
    assert.deepEqual(wrong, []);
  });

  test("says the odds of a quota in a sentence, on the curve and in what is still needed", async () => {
    const { page, wrong, setQuota } = await forecast();
    const [first, next] = forecastBookings({ ...fresh, quota }).verdict.periods;
    const low = next.bookings.quantiles.find(({ probability }) => Number(probability) === 0.1).amount.amount;
    assert.match(await page.locator("#odds-sentence").innerText(), new RegExp(`^Jul – Sept 2026: at least EUR\\s${whole(low)} with 90%`));
    assert.equal(await page.locator("#standing-of-quota").isVisible(), false);
    await setQuota(quota.amount);
    const percent = Math.round(next.quota.probability * 100);
    assert.match(await page.locator("#odds-sentence").innerText(),
      new RegExp(`^${percent}% likely to reach EUR\\s1,500,000 in Jul – Sept 2026; EUR\\s${whole(next.quota.expected_shortfall.amount)} short`));
    assert.equal(await page.locator("#odds [data-quota]").count(), 1);
    const marks = await page.locator("#odds [data-percentile]").evaluateAll((list) => list.map((mark) => mark.textContent.split(" ")[0]));
    assert.deepEqual(marks, ["P10", "P50", "P90"]);
    const standing = await page.locator("#standing-of-quota").innerText();
    const { deals, probability } = next.quota.pipeline_needed;
    for (const said of ["0% (EUR\\s0 booked)", `× ${Math.round(next.quota.coverage_ratio * 10) / 10}`, `${deals} more like the average open deal`, `then ${Math.round(probability * 100)}%`]) {
      assert.match(standing, new RegExp(said.replace(/[()]/g, "\\$&")));
    }
    await page.selectOption("#odds-period", "2026-04-01");
    assert.match(await page.locator("#standing-of-quota").innerText(), new RegExp(`52\\.81% \\(EUR\\s${whole(first.quota.booked.amount)} booked\\)`));
    assert.equal(await page.locator("#odds [data-percentile]").count(), 0, "nothing is open, so nothing is uncertain");
    assert.deepEqual(wrong, []);
  });

  test("asks what if by keyboard, and shows the difference and what could not be done", async () => {
    const { page, wrong, setQuota } = await forecast();
    const changed = () => page.locator("#scenario svg [data-change]").evaluateAll((groups) => groups.map((group) => group.dataset.change));
    const expected = (...changes) => whatIf({ ...fresh, changes }).verdict.differences.map(({ mean }) => mean.amount);
    const outcome = page.locator('#scenario select[data-opportunity="opp-alder-5"]');
    await outcome.focus();
    await page.keyboard.press("ArrowDown");
    const win = { type: "win", opportunity: "opp-alder-5" };
    await page.locator("#scenario svg [data-change]").first().waitFor();
    assert.deepEqual(await changed(), expected(win));
    await page.selectOption('#scenario select[data-opportunity="opp-jiangwan-3"]', "slip");
    await page.locator("#scenario input[type=date]:visible").fill("2026-11-16");
    const slip = { type: "slip", opportunity: "opp-jiangwan-3", close_date: "2026-11-16" };
    assert.deepEqual(await changed(), expected(win, slip));
    const [now] = whatIf({ ...fresh, changes: [win, slip] }).verdict.differences;
    const [first] = await rowsOf(page, "#scenario-result");
    assert.deepEqual([first[0], first[2], first[3]], ["Apr – Jun 2026", `+${whole(now.mean.amount)}`, `+${whole(now.booked.amount)}`], "won today is booked today");
    assert.match(await page.locator("#forecast [role=status]").first().innerText(), /Jul – Sept 2026 −/);
    await page.selectOption("#language", "zh_hans");
    assert.equal(await page.locator("#scenario svg [data-change]").count(), 4, "what was supposed stays");
    await page.selectOption("#language", "en");
    await page.locator("#scenario input[type=date]:visible").fill("2025-11-16");
    assert.match(await page.locator("#scenario-result .notice").innerText(), /Could not be done: .+ – /);
    assert.deepEqual(await changed(), expected(win), "the rest is done");
    await page.click("#scenario-reset");
    assert.equal(await page.locator("#scenario svg").count(), 0);
    assert.equal(await outcome.inputValue(), "as_is");
    await setQuota("1e40");
    assert.equal(await page.locator("#forecast [data-code]").count(), 1, "a refusal stays where it was asked");
    assert.equal(await page.locator("#errors section").count(), 0);
    await setQuota("");
    assert.equal(await page.locator("#bookings svg.rows").count(), 1);
    assert.deepEqual(wrong, []);
  });

  test("draws how reliable the chances were, and says which method was best", async () => {
    const { page, wrong } = await forecast();
    const { methods, best } = backtestForecast({ ...asked, period_unit: "quarter" }).verdict;
    const { words } = labels({ playbook, language: "en" });
    const said = await page.locator("#best-method").innerText();
    assert.ok(said.includes(words.forecast_basis[best.basis]) && said.includes(whole(best.margin.amount)), said);
    assert.equal(said.includes("not clearly so"), !best.distinguishable);
    const drawn = await page.locator("#reliability svg [data-basis]").evaluateAll((groups) => groups.map((group) =>
      [group.dataset.basis, [...group.querySelectorAll("[data-deals]")].map((bin) => Number(bin.dataset.deals))]));
    assert.deepEqual(drawn, methods.map(({ basis, reliability }) => [basis, reliability.map(({ deals }) => deals).filter((deals) => deals > 0)]));
    assert.equal(await page.locator("#reliability table").first().locator("tbody tr").count(), 3);
    assert.match(await page.locator("#reliability table").first().innerText(), /★/);
    assert.deepEqual(wrong, []);
  });

  test("adds up what a deal may bring over the periods it may close in", async () => {
    const { page } = await forecast();
    await page.selectOption("#forecast-basis", "timing");
    const { periods } = forecastBookings({ ...fresh, basis: "timing" }).verdict;
    const chances = periods.flatMap(({ deals }) => deals).filter(({ opportunity }) => opportunity === "opp-jiangwan-3").map(({ chance }) => Number(chance));
    assert.ok(chances.length > 1);
    const row = page.locator("#scenario tr", { has: page.locator('[data-opportunity="opp-jiangwan-3"]') });
    const shown = Number.parseFloat(await row.locator("td.number").nth(1).innerText());
    assert.ok(Math.abs(shown / 100 - chances.reduce((sum, chance) => sum + chance, 0)) < 0.0001, String(shown));
  });

  test("says so where a book has no deals, or no period to look back on", async () => {
    const { page, wrong } = await forecast();
    await setBook(page, { accounts: [{ id: "a", name: "Quiet Ltd" }] }, "Quiet Ltd");
    assert.match(await page.locator("#bookings").innerText(), /no deal is signed or expected/);
    assert.match(await page.locator("#scenario").innerText(), /No open deal is expected/);
    await page.locator("#reliability", { hasText: "no period with a forecast is over yet" }).waitFor();
    await setBook(page, {
      accounts: [{ id: "a", name: "New Ltd" }], opportunities: [{ id: "o", account: "a", name: "First" }],
      opportunity_events: [{ opportunity: "o", at: "2026-06-01", change: { type: "created", stage: "interest", amount: { amount: "1000", currency: "EUR" }, close_date: "2026-08-01" } }],
    }, "New Ltd");
    for (const basis of ["stage_default", "learned", "timing"]) {
      await page.selectOption("#forecast-basis", basis);
      await page.locator("#bookings svg [data-period]").nth(3).waitFor({ state: "attached" });
      assert.equal(await page.locator("#bookings svg [data-period]").count(), 4);
    }
    assert.equal(await page.locator("#scenario select[data-opportunity]").count(), 1);
    await page.locator("#reliability", { hasText: "no period with a forecast is over yet" }).waitFor();
    assert.deepEqual(wrong, []);
  });

  test("does not look back on a large book unasked", async () => {
    const { page, wrong } = await forecast();
    const ids = Array.from({ length: 301 }, (_, place) => `o${place}`);
    await setBook(page, {
      accounts: [{ id: "a", name: "Large Ltd" }], opportunities: ids.map((id) => ({ id, account: "a" })),
      opportunity_events: ids.map((opportunity) => ({ opportunity, at: "2026-01-01", change: { type: "created", stage: "interest", amount: { amount: "1000", currency: "EUR" }, close_date: "2026-08-01" } })),
    }, "Large Ltd");
    await page.locator("#look-back").waitFor();
    assert.equal(await page.locator("#reliability svg").count(), 0);
    await page.click("#look-back");
    await page.locator("#reliability svg.plane").waitFor();
    assert.equal(await page.locator("#look-back").count(), 0);
    assert.deepEqual(wrong, []);
  });

  async function setBook(page, facts, name) {
    await chooseFile(page, "book.json", JSON.stringify(facts));
    await page.locator("#account-title", { hasText: name }).waitFor();
  }

  for (const width of [375, 768, 1440]) {
    test(`no label of the forecast's charts is cut off or in another's way at ${width} pixels`, async () => {
      const { page, setQuota } = await forecast({ width });
      await setQuota("1500000");
      await page.selectOption('#scenario select[data-opportunity="opp-alder-5"]', "win");
      for (const language of ["en", "zh_hans"]) {
        await page.selectOption("#language", language);
        await page.evaluate(() => document.querySelectorAll("#forecast details").forEach((details) => { details.open = true; }));
        for (const chart of ["#bookings svg.rows", "#odds svg.plane", "#scenario svg.rows", "#reliability svg.plane"]) {
          await page.locator(chart).waitFor();
          assert.notEqual(await page.locator(chart).getAttribute("aria-label"), "");
          assert.ok(await page.locator(`${chart.split(" ")[0]} table caption`).count(), `${chart} has a table`);
        }
        assert.deepEqual(await badLabels(page, "#forecast svg:is(.rows, .plane)"), [], language);
        assert.equal(await sideways(page), 0);
        assert.ok(!/undefined|NaN/.test(await page.locator("#forecast").innerText()));
      }
    });
  }

  test("a book without opportunities has nothing to show in its pipeline", async () => {
    const { page, wrong } = await opened();
    await chooseFile(page, "empty.json", '{"accounts":[{"id":"a","name":"Quiet Ltd"}]}');
    await page.locator("#account-title", { hasText: "Quiet Ltd" }).waitFor();
    assert.match(await page.locator("#pipeline").innerText(), /Nothing to show/);
    await page.selectOption("#language", "zh_hans");
    assert.match(await page.locator("#pipeline").innerText(), /暂无内容/);
    assert.deepEqual(wrong, []);
  });

  for (const width of [375, 768, 1440]) {
    test(`no label of the pipeline's charts is cut off or in another's way at ${width} pixels`, async () => {
      const { page } = await opened({ width });
      for (const language of ["en", "zh_hans"]) {
        await page.selectOption("#language", language);
        await page.evaluate(() => document.querySelectorAll("#pipeline details").forEach((details) => { details.open = true; }));
        await page.locator("#cohorts table").waitFor();
        await page.locator("#funnel svg.rows").waitFor();
        assert.deepEqual(await badLabels(page, "#pipeline svg.rows"), [], language);
      }
    });
  }

  test("takes a dropped file", async () => {
    const { page } = await opened();
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['{"accounts":[{"id":"a","name":"Dropped Ltd"}]}'], "dropped.json"));
      return transfer;
    });
    await page.dispatchEvent("main", "drop", { dataTransfer: files });
    await page.locator("#account-title", { hasText: "Dropped Ltd" }).waitFor();
  });

  for (const width of [375, 768, 1440]) {
    test(`does not scroll sideways at ${width} pixels`, async () => {
      const { page } = await opened({ width, hash: "#account/acc-jiangwan" });
      assert.equal(await page.locator("#account-title").innerText(), "Jiangwan Polysilicon Co., Ltd.");
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      assert.equal(await sideways(page), 0);
      await page.selectOption("#language", "zh_hans");
      assert.equal(await sideways(page), 0);
    });
  }
});
