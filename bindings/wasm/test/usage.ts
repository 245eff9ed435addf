// Compiled, never run: how a program in TypeScript uses the package.
import { KeyaccountError, type ReviewRequest, init, labels, presetPlaybook, review } from "keyaccount";
import type { Facts, Playbook, PlaybookDraft, Request, ReviewResponse } from "keyaccount";

export async function main(book: Facts, text: string): Promise<void> {
  await init();
  const typed: ReviewResponse = review({ book, as_of: new Date("2026-01-31") });
  const fromText: ReviewResponse = review({ book: text, as_of: "2026-01-31", playbook: { type: "preset", name: "eight_step" } });
  const own: PlaybookDraft = presetPlaybook({ name: "six_stage" });
  const playbooks: Playbook[] = ["eight_step", own, { type: "toml", text: "" }];
  for (const playbook of playbooks) review({ book, playbook, as_of: "2026-01-31" });
  labels({ language: "zh_hans", playbook: null });
  console.log(typed, fromText);

  // @ts-expect-error: a review needs a day
  const withoutDay: Request<ReviewRequest> = { book };
  // @ts-expect-error: there is no such playbook source
  const wrongPlaybook: Request<ReviewRequest> = { book, as_of: "2026-01-31", playbook: { type: "yaml", text: "" } };
  // @ts-expect-error: there is no such preset
  const wrongPreset: Request<ReviewRequest> = { book, as_of: "2026-01-31", playbook: "seven_step" };
  console.log(withoutDay, wrongPlaybook, wrongPreset);
}

export function explain(error: unknown): string {
  if (!(error instanceof KeyaccountError)) throw error;
  const [first] = error.problems;
  return `${error.code} at ${error.path ?? "?"}: ${first?.message ?? error.message}`;
}
