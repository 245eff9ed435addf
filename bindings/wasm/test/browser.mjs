// What the tests in headless Chromium share: a static server of the project's files, the browser, the example page.
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
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
export async function open(path, size = { width: 1440, height: 900 }) {
  const page = await context.newPage();
  await page.setViewportSize(size);
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

/** The example's book and playbook, and what the page asks about them at first. */
export const playbook = { type: "toml", text: readFileSync(join(ROOT, "examples/data/playbook.toml"), "utf8") };
export const book = readFileSync(join(ROOT, "examples/data/book.json"), "utf8");
export const asked = { book, playbook, as_of: "2026-06-30" };

/** Opens the example page and waits until it shows its verdicts. */
export async function opened({ width = 1440, hash = "" } = {}) {
  const { page, wrong } = await open(PAGE + hash, { width, height: 900 });
  await page.locator("#account > section").first().waitFor();
  return { page, wrong };
}

/** How far a page can be moved sideways. */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Gives the page another book. */
export const chooseFile = (page, name, content) =>
  page.setInputFiles("#book-file", { name, mimeType: "application/json", buffer: Buffer.from(content) });

/** The labels of charts that are cut off, and pairs of them that meet. */
export function badLabels(page, charts) {
  return page.evaluate((selector) => [...document.querySelectorAll(selector)].flatMap((chart) => {
    const boxes = [...chart.querySelectorAll("text")].map((text) => ({ said: text.textContent, box: text.getBBox() }));
    const out = boxes.filter(({ box }) => box.x < -1 || box.x + box.width > chart.clientWidth + 1 || box.y + box.height > chart.clientHeight + 2);
    const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height;
    const over = boxes.flatMap((one, place) => boxes.slice(place + 1).filter((other) => meet(one.box, other.box)).map((other) => `${one.said} / ${other.said}`));
    return [...out.map(({ said }) => said), ...over];
  }), charts);
}
