# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Creates JSON Schemas from OpenAPI 2.0 and 3.0 files and finds the one that an answer of the service must satisfy."""

import json
import pathlib
import re

import jsonschema


def formats():
    """Returns a format checker for dates and times only."""
    checker = jsonschema.FormatChecker(formats=())

    @checker.checks("date-time", raises=ValueError)
    def is_time(value):
        import datetime
        if isinstance(value, str):
            datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        return True

    return checker


class Specifications:
    """All OpenAPI files below a folder: their operations, and their definitions as JSON Schema."""

    def __init__(self, folder):
        self.documents = {}
        self.operations = []
        self.definitions = {}
        self.children = {}
        for file in sorted(pathlib.Path(folder).rglob("*.json")):
            document = json.loads(file.read_text())
            if "swagger" not in document and "openapi" not in document:
                continue
            self.documents[file.resolve()] = document
            base = document.get("basePath", "").rstrip("/")
            for path, methods in document.get("paths", {}).items():
                for method, operation in methods.items():
                    if method in ("get", "put", "post", "patch", "delete", "head"):
                        self.operations.append((method.upper(), self._pattern(base + path), file.resolve(), operation))
        # Paths with more fixed words are first, so that a parameter never matches a fixed word.
        self.operations.sort(key=lambda one: -len(re.sub(r"\(\[\^/\]\+\)", "", one[1].pattern)))
        for file, document in self.documents.items():
            for name, schema in self._named(document).items():
                for part in schema.get("allOf", []):
                    if "$ref" in part:
                        self.children.setdefault(self._target(file, part["$ref"]), []).append((file, name))

    @staticmethod
    def _pattern(path):
        parts = re.split(r"\{[^}]+\}", path)
        return re.compile("^" + "([^/]+)".join(re.escape(part) for part in parts) + "/?$", re.I)

    @staticmethod
    def _named(document):
        return document.get("definitions") or document.get("components", {}).get("schemas", {})

    @staticmethod
    def _target(file, reference):
        where, _, inside = reference.partition("#")
        return ((file.parent / where).resolve() if where else file, inside.rsplit("/", 1)[-1])

    def schema_of(self, method, path, status):
        """Returns the schema of an answer: None if no operation matches, {} if the operation declares no body."""
        for known, pattern, file, operation in self.operations:
            if known != method or not pattern.match(path):
                continue
            responses = operation["responses"]
            response = responses.get(str(status)) or responses.get("default")
            if response is None:
                raise AssertionError(f"{method} {path}: the status {status} is not one the operation may answer")
            schema = response.get("schema")
            for kind, content in response.get("content", {}).items():
                if "json" in kind:
                    schema = content.get("schema")
            if schema is None:
                return {}
            return {**self._convert(file, schema), "$defs": self.definitions}
        return None

    def _reference(self, target):
        key = f"{target[0].stem}.{target[1]}"
        if key not in self.definitions:
            self.definitions[key] = {}  # set before its content is resolved, since definitions may contain themselves
            self.definitions[key] = self._definition(*target)
        return {"$ref": f"#/$defs/{key}"}

    def _definition(self, file, name):
        schema = self._named(self.documents[file])[name]
        whole = self._flat(file, schema)
        discriminator = schema.get("discriminator")
        if isinstance(discriminator, dict):
            discriminator = discriminator.get("propertyName")
        if not discriminator:
            return whole
        cases = []
        for child_file, child in self.children.get((file, name), []):
            value = self._named(self.documents[child_file])[child].get("x-ms-discriminator-value", child)
            cases.append({"if": {"properties": {discriminator: {"const": value}}, "required": [discriminator]},
                          "then": self._reference((child_file, child))})
        whole.pop("additionalProperties", None)
        return {"allOf": [whole] + cases}

    def _flat(self, file, schema):
        """Copies inherited members of allOf into the object; otherwise a closed object would reject its parents'
        members."""
        parents = []
        for part in schema.get("allOf", []):
            if "$ref" in part:
                target = self._target(file, part["$ref"])
                parents.append(self._flat(target[0], self._named(self.documents[target[0]])[target[1]]))
            else:
                parents.append(self._flat(file, part))
        own = self._convert(file, {key: value for key, value in schema.items() if key != "allOf"})
        for parent in parents:
            own.setdefault("properties", {})
            own["properties"] = {**parent.get("properties", {}), **own["properties"]}
            own["required"] = sorted(set(parent.get("required", [])) | set(own.get("required", [])))
            if own.get("type") is None and parent.get("type"):
                own["type"] = parent["type"]
        return own

    def _convert(self, file, schema):
        if "$ref" in schema:
            made = self._reference(self._target(file, schema["$ref"]))
        elif "allOf" in schema:
            made = self._flat(file, schema)
        else:
            made = self._plain(file, schema)
        if schema.get("x-nullable") or schema.get("nullable"):
            return {"anyOf": [made, {"type": "null"}]}
        return made

    def _plain(self, file, schema):
        made = {key: schema[key] for key in ("type", "pattern", "format", "required", "minLength", "maxLength")
                if key in schema}
        # Open enumerations receive new values with new versions of the service; closed ones do not.
        if "enum" in schema and not schema.get("x-ms-enum", {}).get("modelAsString"):
            made["enum"] = schema["enum"]
        if "properties" in schema:
            made["properties"] = {name: self._convert(file, one) for name, one in schema["properties"].items()}
        if "items" in schema:
            made["items"] = self._convert(file, schema["items"])
        if "additionalProperties" in schema:
            more = schema["additionalProperties"]
            made["additionalProperties"] = self._convert(file, more) if isinstance(more, dict) else more
        # "additionalProperties: false" beside an enum of strings describes the string, not an object.
        if "additionalProperties" in made and made.get("type") == "string":
            del made["additionalProperties"]
        return made
