// Key accounts: which they are, of which kind, and in which tier by what they bring and could bring.
import { el, longTable, table } from "./dom.js";
import { accountLink, plainSum, share, why } from "./parts.js";
import { reasonView, reasonsView } from "./reasons.js";

const SHOWN = 12;
const MARKS = { met: "✓", not_met: "✕", unknown: "?" };

export function tiersView(verdict, ui) {
  const { words, format } = ui;
  const { accounts, tiers, currency } = verdict;
  if (accounts.length === 0) return el("p", { class: "quiet nothing" }, words.t("noAccounts"));
  return [
    verdict.top_fifth_share === null ? null : el("p", { class: "note" }, words.t("topFifth", { count: format.number(verdict.top_fifth_accounts), share: format.percentTenth(verdict.top_fifth_share) })),
    el("div", { class: "tiers" },
      table(words.t("tierSums"), [
        { label: words.t("tier"), cell: (row) => row.tier ?? words.t("noTier") },
        { label: words.t("accountsShort"), number: true, cell: (row) => format.number(row.accounts) },
        { label: words.t("amountIn", { currency }), number: true, cell: (row) => format.amount(row.value) },
        { label: words.t("shareHead"), number: true, cell: (row) => share(row.share_of_value, ui) },
      ], tiers, { class: "tier-sums" }),
      el("div", {}, accountsTable(accounts, currency, ui))),
    el("details", { id: "tier-reasons" }, el("summary", {}, words.t("whyEach")), el("ul", { class: "reasons" }, accounts.map((account) => whyOf(account, ui)))),
    why(verdict.reasons, ui),
  ];
}

function accountsTable(accounts, currency, ui) {
  const { words } = ui;
  return longTable(words.t("tiers"), [
    { label: words.t("account"), cell: (row) => accountLink(row.account, ui) },
    { label: words.t("tier"), cell: (row) => [el("b", {}, row.tier ?? words.t("unknown")), row.is_judged ? el("span", { class: "line quiet" }, words.t("judgedByPerson")) : null] },
    { label: words.t("standingHead"), cell: (row) => [words.word("key_standing", row.standing), criteria(row, ui)] },
    { label: words.t("kind"), cell: (row) => kinds(row, ui) },
    { label: `${words.t("valueHead")}, ${currency}`, number: true, cell: (row) => [row.value_at_least && row.value !== null ? "≥ " : "", plainSum(row.value, ui), level(row.value_level, ui)] },
    { label: `${words.t("potential")}, ${currency}`, number: true, cell: (row) => [plainSum(row.potential, ui),
      row.potential === null ? null : el("span", { class: "line quiet" }, words.word("potential_basis", row.potential_basis), row.potential_level === "unknown" ? null : ` · ${words.word("account_level", row.potential_level)}`)] },
  ], accounts, SHOWN, (count) => words.t("showMore", { count }), { class: "wide tier-table" });
}

function level(name, { words }) {
  return name === "unknown" ? null : el("span", { class: "line quiet" }, words.word("account_level", name));
}

function criteria({ criteria: list }, { words }) {
  return el("span", { class: "criteria" }, list.map(({ criterion, state }) => el("span", { class: `line quiet criterion ${state}` },
    el("span", { class: "mark", "aria-hidden": "true" }, `${MARKS[state]} `), words.word("key_criterion", criterion),
    el("span", { class: "hidden" }, `: ${words.word("key_finding_state", state)}`))));
}

/** The kinds it is of, its primary one first; the kinds that the facts do not tell are said, too. */
function kinds({ kinds: list, primary_kind: primary }, { words }) {
  const name = (kind) => words.word("key_account_kind", kind);
  const others = list.filter(({ kind, state }) => state === "met" && kind !== primary).map(({ kind }) => kind);
  const untold = list.filter(({ state }) => state === "unknown").map(({ kind }) => kind);
  const between = words.language === "en" ? ", " : "、";
  return [
    primary === null ? (others.length === 0 ? el("span", { class: "quiet" }, words.t("noneKnown")) : null) : el("b", {}, name(primary)),
    others.length === 0 ? null : [primary === null ? null : between, others.map(name).join(between)],
    untold.length === 0 ? null : el("span", { class: "line quiet" }, `? ${untold.map(name).join(between)}`)];
}

function whyOf(account, ui) {
  const { words } = ui;
  const states = (list, vocabulary, name) => list.map((finding) => el("li", {},
    el("strong", {}, `${words.word(vocabulary, finding[name])}: ${words.word("key_finding_state", finding.state)}`),
    finding.reason === undefined ? reasonsView(finding.reasons, ui) : reasonView(finding.reason, ui)));
  return el("li", {}, el("details", { "data-account": account.account }, el("summary", {}, account.name),
    reasonsView(account.reasons, ui),
    el("ul", { class: "reasons" }, states(account.criteria, "key_criterion", "criterion"), states(account.kinds, "key_account_kind", "kind"))));
}
