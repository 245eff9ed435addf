/** An input that cannot mean anything: what, where, and what would have been allowed. */
export class KeyaccountError extends Error {
  constructor(details, options) {
    super(details.message, options);
    this.name = "KeyaccountError";
    /** Stable name of the error. */
    this.code = details.code;
    /** Every problem found: code, path, value, allowed, message. */
    this.problems = details.problems ?? [];
    /** Where the first problem is, such as `book.accounts[0].id`; null if it is nowhere in particular. */
    this.path = this.problems[0]?.path ?? null;
    /** The whole error as the library sent it. */
    this.details = { code: this.code, message: details.message, problems: this.problems };
  }
}
