// Compiled, never run: how a program in TypeScript uses the package.
import { KeyaccountError, type ReviewRequest, init, labels, review } from "keyaccount";
import type { Book, Request, ReviewResponse } from "keyaccount";

export async function main(book: Book, text: string): Promise<void> {
  await init();
  const typed: ReviewResponse = review({ book, as_of: new Date("2026-01-31") });
  const fromText: ReviewResponse = review({ book: text, as_of: "2026-01-31", playbook: { type: "preset", name: "eight_step" } });
  labels({ language: "zh" });
  console.log(typed, fromText);

  // @ts-expect-error: a review needs a day
  const withoutDay: Request<ReviewRequest> = { book };
  // @ts-expect-error: there is no such playbook source
  const wrongPlaybook: Request<ReviewRequest> = { book, as_of: "2026-01-31", playbook: { type: "yaml", text: "" } };
  console.log(withoutDay, wrongPlaybook);
}

export function explain(error: unknown): string {
  if (!(error instanceof KeyaccountError)) throw error;
  const [first] = error.problems;
  return `${error.code} at ${error.path ?? "?"}: ${first?.message ?? error.message}`;
}
