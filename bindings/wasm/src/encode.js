// From JavaScript values to JSON text that loses nothing silently. What JSON cannot say is sent as
// text for the library to refuse with a code and a path (NaN), or refused here (functions, Maps).
import { KeyaccountError } from "./error.js";

const UTC_MIDNIGHT = /T00:00:00\.000Z$/;

/**
 * The JSON text of a request. A `book` that is a string is JSON text, which the library reads; a `playbook`
 * may be a preset's name or a playbook itself.
 */
export function encodeRequest(request) {
  if (request === null || typeof request !== "object" || Array.isArray(request)) {
    throw refusal("invalid_json", null, request, "a request is an object");
  }
  const tagged = "playbook" in request ? { ...request, playbook: playbookSource(request.playbook) } : request;
  return stringify(tagged);
}

/**
 * A playbook as the wire takes it. Text is a preset's name; an object that does not say its `type` is a playbook
 * itself. Everything else is sent as it is, for the library to read or refuse.
 */
function playbookSource(playbook) {
  if (typeof playbook === "string") return { type: "preset", name: playbook };
  const isObject = typeof playbook === "object" && playbook !== null && !Array.isArray(playbook);
  return isObject && !("type" in playbook) ? { type: "inline", playbook } : playbook;
}

function stringify(request) {
  try {
    return JSON.stringify(request, encodeValue);
  } catch (cause) {
    if (cause instanceof Unsupported) {
      const path = pathOf(request, cause.holder, cause.key);
      throw refusal("unsupported_type", path, cause.kind, `a ${cause.kind} cannot be sent as JSON`);
    }
    throw refusal("invalid_json", null, null, `the request cannot be written as JSON: ${cause.message}`);
  }
}

/** A replacer for JSON.stringify; `this` holds the value as it was before any `toJSON`. */
function encodeValue(key, value) {
  const original = this[key];
  if (original instanceof Date) return encodeDate(original);
  switch (typeof value) {
    case "number":
      // With a control character, which no text field takes, so that NaN never passes for a name.
      return Number.isFinite(value) ? value : `\u0001${value}`;
    case "bigint":
      return value.toString();
    case "undefined":
      return null;
    case "function":
    case "symbol":
      throw new Unsupported(this, key, typeof value);
    case "object":
      if (losesItsContent(value)) throw new Unsupported(this, key, value.constructor.name);
      return value;
    default:
      return value;
  }
}

function encodeDate(date) {
  if (Number.isNaN(date.getTime())) return "Invalid Date";
  const text = date.toISOString();
  return UTC_MIDNIGHT.test(text) ? text.slice(0, -"T00:00:00.000Z".length) : text;
}

/** JSON.stringify writes these as `{}` or as an object of indices. */
function losesItsContent(value) {
  return (
    value instanceof Map ||
    value instanceof Set ||
    value instanceof WeakMap ||
    value instanceof WeakSet ||
    value instanceof Promise ||
    value instanceof RegExp ||
    value instanceof Error ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value)
  );
}

class Unsupported {
  constructor(holder, key, kind) {
    this.holder = holder;
    this.key = key;
    this.kind = kind;
  }
}

function refusal(code, path, value, message) {
  const shown = value === null || typeof value === "string" ? value : typeof value;
  return new KeyaccountError({ code, message, problems: [{ code, path, value: shown, allowed: null, message }] });
}

/** Where `holder[key]` is, such as `book.accounts[0].id`; only asked for after a failure. */
function pathOf(root, holder, key) {
  const pending = [[root, ""]];
  const seen = new Set();
  while (pending.length > 0) {
    const [value, path] = pending.pop();
    if (value === holder) return join(value, path, key);
    if (value === null || typeof value !== "object" || seen.has(value)) continue;
    seen.add(value);
    for (const name of Object.keys(value)) pending.push([value[name], join(value, path, name)]);
  }
  return key;
}

function join(holder, path, key) {
  if (Array.isArray(holder)) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}
