// The package and the example page in headless Chromium, from a static server.
import assert from "node:assert/strict";
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PAGE = "/examples/web/index.html";
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let server;
let origin;
let context;
let profile;

/** Serves the project's files; `/blank` is an empty page. */
function serve(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (path === "/favicon.ico") return response.writeHead(204).end();
  if (path === "/blank") return response.setHeader("content-type", TYPES[".html"]).end("<!doctype html>");
  let file = resolve(join(ROOT, path));
  if (file.startsWith(resolve(ROOT) + sep) && existsSync(file)) {
    if (statSync(file).isDirectory()) file = join(file, "index.html");
    if (existsSync(file)) {
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      return createReadStream(file).pipe(response);
    }
  }
  return response.writeHead(404).end();
}

/** Opens a page of ours and collects what goes wrong in it. */
async function open(path) {
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("response", (answer) => answer.status() >= 400 && wrong.push(`${answer.status()} ${answer.url()}`));
  await page.goto(origin + path);
  return { page, wrong };
}

before(async () => {
  server = createServer(serve).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  profile = mkdtempSync(join(tmpdir(), "keyaccount-chromium-"));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
  });
});

after(async () => {
  await context?.close();
  server?.close();
  if (profile) rmSync(profile, { recursive: true, force: true });
});

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

describe("the example page", { skip: existsSync(join(ROOT, PAGE)) ? false : `there is no ${PAGE}` }, () => {
  test("loads without an error", async () => {
    const { page, wrong } = await open(PAGE);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(wrong, []);
  });
});
