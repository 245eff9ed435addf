// Prints the size of the WebAssembly module and fails when it is over its budget.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/**
 * What a visitor of a page downloads, in bytes after gzip -9. An eighth is the time zones; a fifth reads facts: one
 * reader for each table, which finds every problem and names it by its path.
 */
const GZIP_BUDGET = 1_950_000;

const module = readFileSync(new URL("../dist/keyaccount_wasm_bg.wasm", import.meta.url));
const gzipped = gzipSync(module, { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

console.log(`raw ${kilobytes(module.length)}, gzipped ${kilobytes(gzipped)}, budget ${kilobytes(GZIP_BUDGET)} gzipped`);
if (gzipped > GZIP_BUDGET) {
  console.error("the module is over its budget");
  process.exit(1);
}
