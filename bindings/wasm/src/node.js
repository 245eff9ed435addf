// Node's entry: reads the module from the package, so that nothing has to be awaited.
import { readFileSync } from "node:fs";
import { initSync } from "../dist/keyaccount_wasm.js";
import { markLoaded } from "./index.js";

initSync({ module: readFileSync(new URL("../dist/keyaccount_wasm_bg.wasm", import.meta.url)) });
markLoaded();

export * from "./index.js";
