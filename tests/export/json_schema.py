"""Holds a value against a JSON Schema, in the few words of it that our description uses. Stricter than the standard:
a field that is not described is a mistake, and so is a word of JSON Schema that this does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

KNOWN = {
    *("type", "description", "enum", "const", "format", "minimum", "items", "prefixItems", "minItems", "maxItems"),
    *("properties", "required", "additionalProperties", "$ref"),
}

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


def mistakes(value: Any, schema: dict[str, Any], shapes: dict[str, Any], place: str = "") -> Iterator[str]:
    """Everything in which the value is not as the schema says."""
    if "$ref" in schema:
        yield from mistakes(value, shapes[schema["$ref"].removeprefix("#/components/schemas/")], shapes, place)
        return
    yield from (f"{place}: the schema says {word}" for word in schema.keys() - KNOWN)
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(_is(value, name) for name in types):
        yield f"{place}: {value!r} is not {types}"
        return
    if value is not None:
        yield from _bounds(value, schema, place)
        yield from _inside(value, schema, shapes, place)


def _is(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _bounds(value: Any, schema: dict[str, Any], place: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is not among {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r} is not {schema['const']!r}"
    if value < schema["minimum"] if "minimum" in schema else False:
        yield f"{place}: {value!r} is too low"
    if schema.get("format") == "date" and not (re.fullmatch(r"\d{4}-\d\d-\d\d", value) and date.fromisoformat(value)):
        yield f"{place}: {value!r} is not a day"
    if isinstance(value, list) and not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{place}: {len(value)} items"


def _inside(value: Any, schema: dict[str, Any], shapes: dict[str, Any], place: str) -> Iterator[str]:
    if isinstance(value, list):
        first = schema.get("prefixItems", [])
        for number, item in enumerate(value):
            shape = first[number] if number < len(first) else schema["items"]
            yield from mistakes(item, shape, shapes, f"{place}[{number}]")
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{place}: {name} is missing" for name in schema.get("required", []) if name not in value)
        for name, item in value.items():
            if name in properties or "additionalProperties" in schema:
                shape = properties.get(name) or schema["additionalProperties"]
                yield from mistakes(item, shape, shapes, f"{place}.{name}")
            else:
                yield f"{place}: {name} is not described"
