// What is known of a person of a buying committee, in words: for the map, its table and the lists of roles.
import { el } from "./dom.js";
import { LETTERS, stanceKey } from "./marks.js";

/** The words between the items of a list. */
export function listed(items, words) {
  return items.join(words.language === "en" ? ", " : "、");
}

/** A person's name where it is known, or the identifier. */
export function personName(id, { index }) {
  return index.name("stakeholder", id);
}

/** Where a person stands, with why they are not for us. */
export function stanceText(person, words) {
  if (person.stance === null) return words.t("stanceUnknown");
  const kind = person.non_supporter === null ? "" : ` (${words.word("non_supporter", person.non_supporter)})`;
  return words.word("stance", person.stance) + kind;
}

/** A role with its letter. */
export function roleText(role, words) {
  return `${LETTERS[role] ?? "?"} ${words.word("buying_role", role)}`;
}

export function rolesText(roles, words) {
  return roles.length === 0 ? words.t("noRole") : listed(roles.map((role) => roleText(role, words)), words);
}

export function contactText(person, { words, format }) {
  if (person.last_contact === null) return words.t("never");
  return `${format.dateText(person.last_contact)} (${words.t("daysAgo", { count: person.days_since_contact })})`;
}

/** Everything known of a person, as pairs of terms and texts; what is not known and needs no saying is left out. */
export function personFacts(person, ui) {
  const { words, format } = ui;
  const day = (value) => (value === null ? null : format.dateText(value));
  const each = (vocabulary, list) => (list.length === 0 ? null : listed(list.map((word) => words.word(vocabulary, word)), words));
  return [
    [words.t("role"), rolesText(person.roles, words)],
    [words.t("formalRole"), person.formal_roles.length === 0 ? null : listed(person.formal_roles, words)],
    [words.t("stance"), stanceText(person, words)],
    [words.t("influenceHead"), person.influence === null ? words.t("unknown") : format.number(person.influence)],
    [words.t("contactDepth"), words.word("contact_depth", person.contact_depth)],
    [words.t("lastContactHead"), contactText(person, ui)],
    [words.t("lastMet"), day(person.last_met) ?? words.t("never")],
    [words.t("lastContribution"), day(person.last_contribution)],
    [words.t("level"), words.word("coverage_level", person.level)],
    [words.t("coachSits"), person.coach_position === null ? null : words.word("coach_position", person.coach_position)],
    [words.t("informsCompetitor"), person.informs_competitor === null ? null : words.t(person.informs_competitor ? "yes" : "no")],
    [words.t("driver"), each("driver", person.drivers)],
    [words.t("style"), person.communication_style === null ? null : words.word("communication_style", person.communication_style)],
    [words.t("leftCustomer"), day(person.left_on)],
  ].filter(([, text]) => text !== null);
}

/** A name with the mark of a stance before it. */
export function markedName(id, stance, ui) {
  return el("span", { class: "marked" }, stanceKey(stance), personName(id, ui));
}
