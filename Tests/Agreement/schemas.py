"""Holds JSON against the schemas of a folder: schemas.py FOLDER.

Reads a claim a line from standard input, {"schema": NAME, "origin": WORDS, "output": TEXT}, and prints a
line for each output that is not as its schema says; nothing when all are.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource

schemas = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in pathlib.Path(sys.argv[1]).glob("*.schema.json")
}
for schema in schemas.values():
    Draft202012Validator.check_schema(schema)
registry = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in schemas.items()
)
for line in sys.stdin:
    claim = json.loads(line)
    validator = Draft202012Validator(
        {"$ref": f"{claim['schema']}.schema.json"}, registry=registry
    )
    error = best_match(validator.iter_errors(json.loads(claim["output"])))
    if error is not None:
        print(f"{claim['origin']}: {error.json_path}: {error.message}")
