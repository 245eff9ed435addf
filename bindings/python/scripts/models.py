"""Generates keyaccount/models.py from the JSON Schema: python models.py <schema.json> <models.py>

The generator (datamodel-code-generator) knows tagged unions and enumerations only in OpenAPI's
spelling, so the schema is respelled first; then the operations' types are named.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HEADER = '''"""What the library takes and returns, as msgspec Structs.

Generated from schema/keyaccount.schema.json by `cargo xtask schema`; do not edit.
"""
'''


def main(schema_file: str, models_file: str) -> None:
    document = json.loads(Path(schema_file).read_text(encoding="utf-8"))
    definitions: dict[str, Any] = document.get("$defs", {})
    names = {op: result_type(document, op) for op in document["x-ops"]}
    respelled = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": plainly(respell(definitions)),
    }
    code = decimals_in_lists(optional_is_none(said_once(generate(respelled)))) + results(names)
    Path(models_file).write_text(formatted(code), encoding="utf-8")


def result_type(document: dict[str, Any], op: str) -> str:
    """`x-ops` may name the type of an operation's result; else it is `ReviewResponse` and so on."""
    conventional = pascal(op) + "Response"
    operation = document.get("x-ops", {}).get(op, {})
    name = str(operation.get("response", conventional)).removeprefix("#/$defs/")
    if name not in document.get("$defs", {}):
        sys.exit(f"the schema has no $defs.{name} for the response of {op}")
    return name


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def respell(definitions: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, schema in definitions.items():
        variants = schema.get("oneOf") if isinstance(schema, dict) else None
        if variants and all(is_constant(variant) for variant in variants):
            values = [value for variant in variants for value in constants(variant)]
            result[name] = described(schema, {"type": "string", "enum": values})
        elif variants and all(tag(variant) is not None for variant in variants):
            mapping = {}
            for variant in variants:
                own_name = name + pascal(str(tag(variant)))
                while own_name in definitions:
                    own_name += "Variant"
                result[own_name] = variant
                mapping[str(tag(variant))] = f"#/$defs/{own_name}"
            result[name] = described(
                schema,
                {
                    "oneOf": [{"$ref": reference} for reference in mapping.values()],
                    "discriminator": {"propertyName": "type", "mapping": mapping},
                },
            )
        else:
            result[name] = schema
    return result


RANGES = {"minimum", "maximum", "pattern", "minLength", "maxLength", "minItems", "maxItems"}


def plainly(schema: Any) -> Any:
    """Says what things are and leaves ranges to the library, which checks what it takes."""
    if isinstance(schema, list):
        return [plainly(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    dropped = set() if "prefixItems" in schema else set(RANGES)
    types = schema.get("type")
    if {"integer", "number"}.intersection([types] if isinstance(types, str) else types or []):
        dropped.add("format")
    kept = {
        key: plainly(value)
        for key, value in schema.items()
        if key not in dropped or isinstance(value, dict)
    }
    return nullable_container(kept)


def nullable_container(schema: dict[str, Any]) -> dict[str, Any]:
    """`"type": ["object", "null"]` would lose what the object holds."""
    types = schema.get("type")
    if not isinstance(types, list) or not {"object", "array"}.intersection(types):
        return schema
    (container,) = (name for name in types if name != "null")
    about = {key: schema[key] for key in ("description", "default") if key in schema}
    content = {key: value for key, value in schema.items() if key not in about}
    return about | {"anyOf": [content | {"type": container}, {"type": "null"}]}


def described(schema: dict[str, Any], respelled: dict[str, Any]) -> dict[str, Any]:
    if "description" in schema:
        respelled["description"] = schema["description"]
    return respelled


def is_constant(variant: dict[str, Any]) -> bool:
    return variant.get("type") == "string" and ("const" in variant or "enum" in variant)


def constants(variant: dict[str, Any]) -> list[str]:
    return [variant["const"]] if "const" in variant else list(variant["enum"])


def tag(variant: dict[str, Any]) -> str | None:
    value = variant.get("properties", {}).get("type", {}).get("const")
    return value if isinstance(value, str) else None


def generate(schema: dict[str, Any]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "schema.json"), Path(folder, "models.py")
        source.write_text(json.dumps(schema), encoding="utf-8")
        subprocess.run(
            [
                Path(sys.executable).with_name("datamodel-codegen"),
                *("--input", source, "--input-file-type", "jsonschema"),
                *("--output", output, "--output-model-type", "msgspec.Struct"),
                *("--target-python-version", "3.10"),
                *("--formatters", "ruff-format"),
                "--disable-timestamp",
                "--use-union-operator",
                "--use-standard-collections",
                "--use-schema-description",
                "--use-field-description",
                "--keyword-only",
                *("--deserialize-default-values", "decimal"),
                "--output-datetime-class",
                "datetime",
                "--enum-field-as-literal",
                "all",
                "--custom-file-header",
                HEADER,
            ],
            check=True,
        )
        return output.read_text(encoding="utf-8")


class _Tidy(ast.NodeTransformer):
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.generic_visit(node)
        for docstring in node.body[1:]:
            if isinstance(docstring, ast.Expr) and isinstance(docstring.value, ast.Constant):
                docstring.value.value = " ".join(str(docstring.value.value).split())
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        is_annotated = isinstance(node.value, ast.Name) and node.value.id == "Annotated"
        if is_annotated and isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == 2:
            meta = node.slice.elts[1]
            if isinstance(meta, ast.Call) and [word.arg for word in meta.keywords] == [
                "description"
            ]:
                return node.slice.elts[0]
        return node


def said_once(code: str) -> str:
    """Every field has a docstring, so that the same text as `Meta` would only slow the import."""
    code = ast.unparse(_Tidy().visit(ast.parse(code)))
    if "Annotated[" not in code:
        code = code.replace("import Annotated, ", "import ")
    if "Meta(" not in code:
        code = code.replace("import Meta, ", "import ")
    return code + "\n"


def decimals_in_lists(code: str) -> str:
    """The generator makes decimals of the defaults of fields, but not of those of lists."""
    defaults = re.compile(r"(: list\[Decimal\] = field\(default_factory=lambda: )(\[[^\]]*\])\)")
    whole = re.compile(r"""["']([-\d.]+)["']""")
    return defaults.sub(lambda at: at[1] + whole.sub(r'Decimal("\1")', at[2]) + ")", code)


def optional_is_none(code: str) -> str:
    """An optional field is None when nothing is known: the library sends and takes null for it."""
    code = re.sub(r"\s*\|\s*UnsetType\b", "", code)
    code = re.sub(r"=\s*\(\s*UNSET\s*\)|=\s*UNSET\b|default=UNSET\b", _none, code)
    code = re.sub(r"\b(UNSET|UnsetType),\s*|,\s*(UNSET|UnsetType)\b", "", code)
    if re.search(r"UNSET|UnsetType", code):
        sys.exit("models.py still speaks of UNSET: teach optional_is_none the new spelling")
    return re.sub(r"Model: TypeAlias = Any\n+", "", code)


def _none(match: re.Match[str]) -> str:
    return "default=None" if match.group().startswith("default") else "= None"


def results(names: dict[str, str]) -> str:
    """The aliases `ReviewResponse = …` where the schema names a type otherwise."""
    aliases = [(pascal(op) + "Response", name) for op, name in names.items()]
    return "".join(f"\n{alias} = {name}\n" for alias, name in aliases if alias != name)


def formatted(code: str) -> str:
    ruff = str(Path(sys.executable).with_name("ruff"))
    return subprocess.run(
        [ruff, "format", "--isolated", "--line-length", "100", "-"],
        input=code,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


if __name__ == "__main__":
    main(*sys.argv[1:])
