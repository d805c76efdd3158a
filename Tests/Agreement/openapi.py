"""Asks the local service for everything that its OpenAPI document has; OpenAPIAnswerTests.swift runs it.

    openapi.py SOCKET DOCUMENT ROOT SEED   sends requests that follow the document, and ones that do so
                                           but for one thing, about places below ROOT alone; prints how
                                           many, and a line for each answer that the document does not
                                           allow
"""

import copy
import http.client
import json
import pathlib
import random
import socket
import sys
from urllib.parse import quote

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

path, document, root, seed = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4]
draw = random.Random(int(seed))
api = json.loads(pathlib.Path(document).read_text(encoding="utf-8"))
registry = Registry().with_resource("api", Resource(contents=api, specification=DRAFT202012))
# So many rounds, and on where nothing was made that later requests could be about, but not for ever.
ROUNDS, MOST_ROUNDS = 20, 200
# What the service has made so far, which later requests are about.
known = {"task": [], "group": []}
# Most windows should be ones, as whatever else is drawn counts for nothing else.
WINDOW = {"start": "07:30", "end": "08:00", "max_bandwidth": 20_971_520}
PLACES = {
    "Local": {"bucket": [f"{root}/from", f"{root}/to", f"{root}/to", f"{root}/none"]},
    "S3": {"bucket": ["b"], "region": ["http://127.0.0.1:1", "nowhere"]},
    "Foo": {"bucket": ["b"]},
}


def resolved(schema):
    while "$ref" in schema:
        target = api
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        schema = target
    return schema


def mostly_first(choices, is_bound):
    """One of several; of those that have to fit another member mostly the first, so that they often do."""
    return choices[0] if is_bound and draw.random() < 0.7 else draw.choice(choices)


def made(schema, name=""):
    """A value that the schema allows."""
    schema = resolved(schema)
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return made(mostly_first(schema[choice], name == "src_node"), name)
    if name in WINDOW and draw.random() < 0.9:
        return WINDOW[name]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return mostly_first(schema["enum"], name == "task_type")
    kind = schema["type"]
    if kind == "object":
        required = schema.get("required", [])
        value = {
            key: made(part, key)
            for key, part in schema["properties"].items()
            if key in required or draw.random() < 0.15
        }
        if "cloud_type" in schema["properties"]:
            provider = draw.choice(["Local"] * 6 + ["S3", "Foo"])
            value["cloud_type"] = provider
            value |= {key: draw.choice(some) for key, some in PLACES[provider].items()}
        return value
    if kind == "array":
        return [made(schema["items"], name) for _ in range(draw.choice([0, 1, 1, 2]))]
    if kind == "integer":
        low = schema.get("minimum", 0)
        return draw.choice([low, schema.get("maximum", low + 9), low + 1, 2_000_000])
    if kind == "boolean":
        return draw.random() < 0.5
    return draw.choice(["", "a", "a/", "d0/", "d1/", "照片", "x" * 300])


def spoilt(value):
    """The same but for one thing."""
    value = copy.deepcopy(value)
    if isinstance(value, dict) and value:
        key = draw.choice(list(value))
        if draw.random() < 0.3:
            del value[key]
        else:
            value[key] = spoilt(value[key])
        return value
    return draw.choice([None, True, -1, 1e99, "\x00", "?", [], {}, [[]], {"a": 1}])


def filled(template, parameters):
    target, query = template, []
    for parameter in parameters:
        name, value = parameter["name"], made(parameter["schema"], parameter["name"])
        if parameter["in"] == "path":
            if name in known and known[name] and draw.random() < 0.8:
                value = draw.choice(known[name])
            value = "project" if name == "project" else value or "x"
            target = target.replace("{" + name + "}", quote(str(value), safe=""))
        elif parameter["required"] or draw.random() < 0.5:
            value = draw.choice([value, value, value, "?", -1])
            query.append(f"{name}={quote(str(value), safe='')}")
    return target + ("?" + "&".join(query) if query else "")


def ask(method, target, body):
    connection = http.client.HTTPConnection("localhost", timeout=120)
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect(path)
    connection.request(method, target, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, text


def fault(operation, status, text):
    responses = operation["responses"]
    allowed = resolved(responses.get(str(status), responses["default"]))
    if status >= 500 and str(status) not in responses:
        return "is a failure of the service"
    if "content" not in allowed:
        return "has a body" if text else None
    if "application/json" not in allowed["content"]:
        return None if text else "has no body"
    schema = allowed["content"]["application/json"]["schema"]
    schema = json.loads(json.dumps(schema).replace('"#/', '"api#/'))
    error = best_match(Draft202012Validator(schema, registry=registry).iter_errors(json.loads(text)))
    return f"{error.json_path}: {error.message}" if error else None


count = 0
for turn in range(MOST_ROUNDS):
    if turn >= ROUNDS and all(known.values()):
        break
    for template, methods in api["paths"].items():
        for method, operation in methods.items():
            target = filled(template, operation.get("parameters", []))
            body = None
            if "requestBody" in operation:
                value = made(operation["requestBody"]["content"]["application/json"]["schema"])
                body = json.dumps(spoilt(value) if draw.random() < 0.4 else value)
            status, text = ask(method.upper(), target, body)
            count += 1
            problem = fault(operation, status, text)
            if problem:
                print(f"{method} {target} {body}: {status} {text[:300]!r}: {problem}")
            answer = json.loads(text) if status == 200 and text[:1] in (b"{", b"[") else None
            if isinstance(answer, dict):
                known["task"] += [answer["id"]] if "task_name" in answer else []
                known["group"] += [answer["group_id"]] if list(answer) == ["group_id"] else []
print(f"{count} requests, {len(known['task'])} tasks, {len(known['group'])} groups")
