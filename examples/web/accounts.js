// The list of accounts, most urgent first.
import { capped, el } from "./dom.js";
import { severityCount } from "./reasons.js";

const SEVERITIES = ["critical", "high", "medium", "low"];
const SHOWN = 100;

export function accountsView(ui, chosen) {
  const { words, review } = ui;
  const holder = el("div");
  const count = el("p", { class: "quiet count", role: "status" });
  const show = (wanted) => {
    const found = review.accounts.filter((account) => matches(account, wanted));
    count.textContent = found.length === review.accounts.length ? "" : words.t("shown", { shown: found.length, all: review.accounts.length });
    const list = el("ol", { class: "accounts" });
    holder.replaceChildren(found.length === 0
      ? el("p", { class: "quiet" }, words.t(review.accounts.length === 0 ? "noAccounts" : "noMatch"))
      : capped(list, found, SHOWN, (accounts) => accounts.map((account) => item(account, ui, chosen())), (left) => words.t("showMore", { count: left })));
  };
  show("");
  const filter = el("input", { type: "search", placeholder: words.t("filter"), "aria-label": words.t("filter"), oninput: () => show(filter.value) });
  return [
    el("h2", { id: "accounts-title" }, words.t("accounts")),
    review.accounts.length > 5 ? el("div", { class: "filter" }, filter, count) : null,
    holder,
  ];
}

function matches(account, wanted) {
  const words = wanted.trim().toLowerCase();
  return [account.name, account.account, account.owner ?? ""].some((text) => text.toLowerCase().includes(words));
}

function item(account, ui, chosen) {
  const { words, format } = ui;
  const { open } = account.forecast.summary.amounts;
  const counted = SEVERITIES.map((severity) => [severity, account.findings.filter((finding) => finding.severity === severity).length]);
  const found = counted.filter(([, count]) => count > 0);
  return el("li", {},
    el("a", { href: `#account/${encodeURIComponent(account.account)}`, "aria-current": account.account === chosen ? "true" : null, "data-account": account.account },
      el("span", { class: "name" }, account.name),
      el("span", { class: "badges" }, found.length > 0 ? found.map(([severity, count]) => severityCount(severity, count, ui)) : el("span", { class: "badge calm" }, "✓ ", words.t("nothingFound"))),
      el("span", { class: "facets" },
        el("span", {}, words.word("lifecycle_phase", account.lifecycle.phase), " · ", words.word("loyalty_pattern", account.loyalty.overall.pattern)),
        open.deals > 0 ? el("span", {}, format.money(open.weighted, account.forecast.summary.reporting_currency, { whole: true }), " ", words.t("weighted")) : null)));
}
