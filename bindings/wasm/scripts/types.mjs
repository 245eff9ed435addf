// Generates types.d.ts from the JSON Schema: node types.mjs <schema.json> <types.d.ts>
import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const [schemaFile, typesFile] = process.argv.slice(2);
const document = JSON.parse(readFileSync(schemaFile, "utf8"));
const definitions = document.$defs ?? {};
const OPS = Object.keys(document["x-ops"]);

/** The document's `x-ops` may name an operation's types; else they are `ReviewRequest`, `ReviewResponse`. */
function typeOf(op, part) {
  const conventional = op.split("_").map((word) => word[0].toUpperCase() + word.slice(1)).join("") + (part === "request" ? "Request" : "Response");
  const named = document["x-ops"]?.[op]?.[part]?.replace("#/$defs/", "") ?? conventional;
  if (!(named in definitions)) throw new Error(`the schema has no $defs.${named} for the ${part} of ${op}`);
  return { conventional, named };
}

/**
 * What the generator needs otherwise: no titles (a type is named by its key in `$defs`), tuples in
 * the older spelling, no limits on lists (it spells out every length), and objects that extend
 * another one as one object.
 */
function prepared(schema) {
  if (Array.isArray(schema)) return schema.map(prepared);
  if (schema === null || typeof schema !== "object") return schema;
  const { title, minItems, maxItems, prefixItems, ...rest } = extended(schema);
  const named = title !== null && typeof title === "object" ? { title } : {};
  const tuple = prefixItems ? { items: prefixItems, minItems, maxItems } : {};
  const entries = Object.entries({ ...rest, ...named, ...tuple });
  return Object.fromEntries(entries.map(([key, value]) => [key, prepared(value)]));
}

/** A variant that holds a whole type has `$ref` beside its own properties. */
function extended(schema) {
  if (typeof schema.$ref !== "string" || !schema.properties) return schema;
  const { $ref, ...own } = schema;
  const base = definitions[$ref.replace("#/$defs/", "")];
  return {
    ...base,
    ...own,
    properties: { ...own.properties, ...base.properties },
    required: [...(own.required ?? []), ...(base.required ?? [])],
  };
}

const everyDefinition = {
  title: "Everything",
  type: "object",
  additionalProperties: false,
  $defs: Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, prepared(schema)])),
};

let types = await compile(everyDefinition, "Everything", {
  bannerComment: "// Generated from schema/keyaccount.schema.json by `cargo xtask schema`; do not edit.",
  additionalProperties: false,
  unreachableDefinitions: true,
  strictIndexSignatures: false,
  format: true,
  style: { printWidth: 110 },
});
types = types
  .replace(/export interface Everything \{\}\n?/, "")
  .replace(/ \*\n \* This interface was referenced by [^\n]*\n \* via the [^\n]*\n/g, "")
  .replace(/\/\*\*\n \* This interface was referenced by [^\n]*\n \* via the [^\n]*\n \*\/\n/g, "");

for (const op of OPS) {
  for (const part of ["request", "response"]) {
    const { conventional, named } = typeOf(op, part);
    if (conventional !== named) types += `export type ${conventional} = ${named};\n`;
  }
}
writeFileSync(typesFile, types);
