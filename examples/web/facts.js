// What the book says about the facts that verdicts name by their identifiers. Only for reading: nothing is judged
// here, and a row that is not as expected is shown by its identifier alone.

const TABLES = {
  account: "accounts", opportunity: "opportunities", opportunity_event: "opportunity_events",
  stakeholder: "stakeholders", interaction: "interactions", proposal: "proposals", purchase: "purchases",
  survey: "surveys", complaint: "complaints", team_change: "team_changes",
  contribution: "contributions", relationship: "relationships", information_record: "information_records",
  opportunity_competitor: "opportunity_competitors", task: "tasks", breakthrough_plan: "breakthrough_plans", expense: "expenses",
  wallet_estimate: "wallet_estimates", switching_cost: "switching_costs", key_account_judgement: "key_account_judgements",
};

/** An index of the book's rows by kind and identifier. */
export function factIndex(bookText) {
  let book = null;
  try {
    book = JSON.parse(bookText);
  } catch {
    // The review has said so already.
  }
  const rows = new Map();
  const lists = new Map();
  for (const [kind, table] of Object.entries(TABLES)) {
    const list = Array.isArray(book?.[table]) ? book[table] : [];
    lists.set(kind, list.map((row, position) => ({ row, position })).filter(({ row }) => row !== null && typeof row === "object"));
    list.forEach((row, position) => {
      if (row === null || typeof row !== "object") return;
      rows.set(`${kind} ${row.id ?? `${table}[${position}]`}`, row);
    });
  }
  return {
    row: (kind, id) => rows.get(`${kind} ${id}`) ?? null,
    /** All rows of a kind, each with its `position` in the book. */
    list: (kind) => lists.get(kind),
    name: (kind, id) => text(rows.get(`${kind} ${id}`)?.name) ?? id,
  };
}

/** One line about a fact. */
export function describe({ kind, id }, index, { words, format }) {
  const row = index.row(kind, id);
  if (row === null) return null;
  const day = (value) => (text(value) === null ? null : format.dateText(text(value).slice(0, 10)));
  const word = (vocabulary, value) => (text(value) === null ? null : words.word(vocabulary, value));
  const people = (list) => (Array.isArray(list) ? list.map((person) => index.name("stakeholder", person)).join(", ") : null);
  const money = (amount) => (text(amount?.currency) === null ? null : format.moneyText(amount.amount, amount.currency));
  const each = (vocabulary, list) => (Array.isArray(list) ? list.map((value) => word(vocabulary, value)).join(", ") : null);
  const parts = {
    account: () => [text(row.name), text(row.industry), text(row.territory)],
    opportunity: () => [text(row.name), text(row.product_line)],
    opportunity_event: () => [day(row.at), changeOf(row.change, words), text(row.by)],
    stakeholder: () => [text(row.name), text(row.title)],
    interaction: () => [day(row.on), word("channel", row.channel), word("direction", row.direction), people(row.stakeholders), each("topic", row.topics)],
    proposal: () => [day(row.on), text(row.template)],
    purchase: () => [day(row.on), supplierName(row.supplier, words), text(row.product) ?? text(row.category), money(row.amount)],
    survey: () => [day(row.on), text(row.score)],
    complaint: () => [day(row.on), word("complaint_kind", row.kind)],
    contribution: () => [day(row.on), people([row.stakeholder]), word("contribution", row.kind)],
    relationship: () => [people([row.from]), word("relationship", row.kind), people([row.to]), word("relationship_strength", row.strength)],
    information_record: () => [day(row.on), word("information_point", row.point), word("information_state", row.state)],
    opportunity_competitor: () => [day(row.on), text(row.competitor), word("competitor_standing", row.standing)],
    task: () => [text(row.title), text(row.owner), day(row.due_on)],
    breakthrough_plan: () => [day(row.on), text(row.goal)],
    expense: () => [day(row.on), word("expense_kind", row.kind), money(row.amount)],
    team_change: () => [day(row.on), text(row.member), word("team_function", row.function), word("team_move", row.change), text(row.territory)],
  };
  return parts[kind]?.().filter(Boolean).join(" · ") ?? null;
}

export function supplierName(supplier, words) {
  if (supplier?.type === "us") return words.t("us");
  return text(supplier?.name);
}

function changeOf(change, words) {
  if (change === null || typeof change !== "object") return null;
  const target = text(change.to) ?? text(change.stage);
  return [words.anyWord(String(change.type)), target].filter(Boolean).join(" → ");
}

function text(value) {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
