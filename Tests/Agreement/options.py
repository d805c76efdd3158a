"""Tells what no test has used: options.py FERRY RECORD.

FERRY is the program, which is asked for its commands and their options; RECORD is what the tests have
kept in the file that FERRY_TEST_RECORD names. Prints a line for each option of each command, and each
exit status, that no test has used or reached, and fails when there is one.
"""

import json
import subprocess
import sys

STATUSES = {0, 1, 3, 64, 69, 75, 77}
# The parser's own.
OWN = {"help", "version"}
# Commands that are about one kind of service, or none: once is enough for them.
ONE_KIND = {"group", "sync", "history", "profiles", "doctor", "serve", "demo", "dashboard", "verify"}

program, record = sys.argv[1:]
dump = json.loads(subprocess.check_output([program, "--experimental-dump-help"]))


def commands(command, path):
    """Each command that people type, by its words, with its options."""
    if not command["shouldDisplay"] or command["commandName"] == "help":
        return
    options = {
        name["name"]
        for argument in command.get("arguments", [])
        for name in argument.get("names", [])
        if name["kind"] == "long" and name["name"] not in OWN
    }
    yield path, options
    for child in command.get("subcommands", []):
        yield from commands(child, (*path, child["commandName"]))


known = dict(commands(dump["command"], ()))
used, reached = set(), set()
with open(record, encoding="utf-8") as lines:
    for line in lines:
        entry = json.loads(line)
        words = entry["words"]
        path = ()
        while len(path) < len(words) and (*path, words[len(path)]) in known:
            path = (*path, words[len(path)])
        if path == () or known[path] == set():
            path = path or ("dashboard",)
        reached.add(entry.get("status"))
        # What was refused for its form has shown no option at work.
        if entry.get("status") == 64:
            continue
        for word in words:
            name = word.removeprefix("--").split("=")[0]
            if word.startswith("--") and name in known[path]:
                used.add((path, name, entry["service"]))

gaps = []
for path, options in known.items():
    for name in sorted(options):
        kinds = {kind for kind in ("local", "v2") if (path, name, kind) in used}
        words = " ".join(("ferry", *path))
        if not kinds:
            gaps.append(f"{words} --{name}: no test uses it")
        elif path[:1] and path[0] not in ONE_KIND and len(kinds) == 1:
            missing = ({"local", "v2"} - kinds).pop()
            gaps.append(f"{words} --{name}: no test uses it on the service {missing}")
gaps += [f"exit status {status}: no test reaches it" for status in sorted(STATUSES - reached)]
print("\n".join(gaps), end="\n" if gaps else "")
sys.exit(bool(gaps))
