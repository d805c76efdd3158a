#!/usr/bin/env python3
"""Measures a release build side by side with its peers and prints one table.

    bench.py BINARIES PYTHON [--tasks 100000] [--rounds 5] [--quick] [--core | --screen]

BINARIES is the folder with `ferry` and `core-bench`, PYTHON an interpreter that has the packages of
peers/requirements.txt. Every figure of a pair is taken in turn, so that other work on the machine
falls on both; the table gives the median and, in brackets, the smallest and the largest value.
With --quick there are fewer rounds and no list of a million tasks; --core leaves out what needs
the program `ferry` and a terminal, and --screen all but that.
"""
import argparse
import http.server
import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "tuibench"))
from moving import moving  # noqa: E402
from screens import screens  # noqa: E402
RCLONE = os.environ.get("FERRY_RCLONE") or os.path.join(HERE, "..", ".tools", "rclone", "rclone")
PROJECT = "0f0e0d0c0b0a09080706050403020100"


def page(version):
    """The body of a list of 100 tasks, every one different."""
    name = {"v1": "show-2-running", "v2": "task-show-2-running"}[version]
    vectors = os.path.join(HERE, "..", "Tests", "Vectors")
    with open(os.path.join(vectors, version, name + ".json")) as file:
        task = json.load(file)["response"]["body"]
    tasks = [dict(task, id=task["id"] + n, name=f"{task['name']}_{n}") for n in range(100)]
    body = tasks if version == "v1" else {"tasks": tasks, "count": len(tasks)}
    return json.dumps(body, separators=(",", ":")).encode()


class Table:
    """Rows of figures, printed as they come."""

    def __init__(self):
        print(f"{'figure':<46} {'ferry':>24} {'peer':>24} {'ratio':>7}  goal")

    def row(self, figure, ours, unit, goal, peer=(), peer_name=""):
        ratio = f"{statistics.median(ours) / statistics.median(peer):.2f}" if peer else ""
        name = f"{figure} / {peer_name}" if peer_name else figure
        print(f"{name:<46} {spread(ours, unit):>24} {spread(peer, unit):>24} {ratio:>7}  {goal}",
              flush=True)


def spread(values, unit):
    if not values:
        return "-"
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.3g} {unit} [{low:.3g}..{high:.3g}]"


def figures(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def decoding(table, core, python, rounds):
    with tempfile.TemporaryDirectory() as folder:
        for version in ("v1", "v2"):
            file = os.path.join(folder, version)
            with open(file, "wb") as out:
                out.write(page(version))
            ours, plain, models = [], [], []
            for _ in range(rounds):
                ours += figures(core, "decode", version, file, "200")["ms"]
                theirs = figures(python, os.path.join(HERE, "peers", "decode.py"), version, file,
                                 "200")
                plain += theirs["json"]
                models += theirs.get("models", [])
            what = f"read a page of 100 tasks, {version}"
            table.row(what, ours, "ms", "ratio <= 2", plain, "orjson")
            if models:
                table.row(what, ours, "ms", "ratio < 1", models, "SDK models")


def signing(table, core, rounds):
    micro = [ms * 1000 for _ in range(rounds) for ms in figures(core, "sign", "2000")["ms"]]
    table.row("sign a request", micro, "us", "<= 15 us")


class OnePage(http.server.BaseHTTPRequestHandler):
    """A service whose list is always the same page of 100 tasks."""

    protocol_version = "HTTP/1.1"
    body = page("v2")
    delay = 0.0

    def do_GET(self):
        time.sleep(self.delay)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_):
        pass


class SlowPage(OnePage):
    """The same service at the end of a line: it answers in 5 ms."""

    delay = 0.005


class Canned:
    """A service in a process of its own that answers from memory, and counts what it is asked."""

    def __init__(self, core, tasks):
        self.process = subprocess.Popen([core, "serve", "--tasks", str(tasks)],
                                        stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def counts(self):
        with urllib.request.urlopen(self.address + "/counts") as answer:
            return json.load(answer)


def client_loading(table, core, tasks, rounds):
    """The client's side of reading a long list: the service's costs next to nothing."""
    what = f"{tasks:,} tasks from memory"
    with Canned(core, tasks) as service:
        loads = {1: [], 4: []}
        for _ in range(rounds):
            for at_once in loads:
                loads[at_once].append(
                    figures(core, "load", service.address, "--at-once", str(at_once)))
        table.row(f"{what}, 4 pages at once", [run["all_ms"][0] for run in loads[4]], "ms",
                  "<= 1000 ms for 100,000", [run["all_ms"][0] for run in loads[1]], "one")
        refreshing(table, core, service, tasks)


def refreshing(table, core, service, tasks, seconds=10):
    """What knowing all tasks costs once they are known and nothing changes."""
    with subprocess.Popen([core, "refresh", service.address, "--seconds", str(seconds)],
                          stdout=subprocess.PIPE, text=True) as watcher:
        loaded = json.loads(watcher.stdout.readline())
        before = service.counts()
        end = json.loads(watcher.stdout.readline())
        after = service.counts()
    what = f"{tasks:,} tasks watched, 20 running"
    table.row(f"{what}: all known", loaded["ms"], "ms", "<= 1500 ms for 100,000")
    table.row(f"{what}: requests a refresh",
              [(after["requests"] - before["requests"]) / seconds], "", "<= 5")
    table.row(f"{what}: kB a refresh",
              [(after["bytes"] - before["bytes"]) / seconds / 1000], "kB", "<= 20 kB")
    table.row(f"{what}: memory", end["resident_mb"], "MB", "<= 50 MB for 100,000")
    table.row(f"{what}: peak", end["peak_mb"], "MB", "ratio <= 1.2", end["resident_mb"], "end")


def memory(table, core, counts, rounds):
    for tasks in counts:
        for holder in ("list", "watch"):
            runs = [figures(core, "memory", "--tasks", str(tasks), "--holder", holder)
                    for _ in range(rounds)]
            assert all(run["tasks"][0] == tasks for run in runs), runs
            goal = "<= 200 MB for 1,000,000" if tasks > 100_000 else "<= 50 MB for 100,000"
            table.row(f"{tasks:,} tasks in a {holder}: memory",
                      [run["resident_mb"][0] for run in runs], "MB", goal)
            table.row(f"{tasks:,} tasks in a {holder}: each",
                      [run["bytes_each"][0] for run in runs], "B", "")


def run(command, **options):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    return (time.perf_counter() - start) * 1000


def serving(handler):
    """A server that answers so on this machine, and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def start_up(table, ferry, python, rounds):
    server, endpoint = serving(OnePage)
    slow_server, slow_endpoint = serving(SlowPage)
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HOME": home, "PATH": os.environ["PATH"],
            "HUAWEICLOUD_SDK_AK": "EXAMPLE", "HUAWEICLOUD_SDK_SK": "example"}
        list_ours = [ferry, "list", "--endpoint", endpoint, "--project-id", PROJECT, "--api", "v2"]
        list_theirs = [python, os.path.join(HERE, "peers", "list_tasks.py"), endpoint, PROJECT]
        typed = ["ferry", "show", "--endpoint", slow_endpoint, "--project-id", PROJECT, "--api",
                 "v2", ""]
        tab = [ferry, "---completion", "show", "--", "positional@0", str(len(typed) - 1), "0", *typed]
        ours, theirs, bare, completed = [], [], [], []
        for number in range(rounds + 1):
            times = (run(list_ours, env=environment), run(list_theirs, env=environment),
                     run([ferry, "--version"], env=environment),
                     run(tab, env=dict(environment, SAP_SHELL="bash")))
            if number:  # the first round warms the file cache
                for kept, value in zip((ours, theirs, bare, completed), times):
                    kept.append(value)
    server.shutdown()
    slow_server.shutdown()
    table.row("ferry --version, start to exit", bare, "ms", "")
    table.row("list 100 tasks, start to exit", ours, "ms", "<= 40 ms, ratio < 0.33", theirs,
              "SDK script")
    table.row("a Tab, the service answers in 5 ms", completed, "ms", "<= 60 ms")


class Service:
    """`ferry serve` with many finished tasks in its store."""

    def __init__(self, ferry, folder, *options):
        self.ferry, self.folder, self.options = ferry, folder, options
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=folder, XDG_STATE_HOME=folder,
                                XDG_CONFIG_HOME=folder, HOME=folder)
        self.socket = os.path.join(folder, "ferry", "ferry.sock")
        self.process = None

    def __enter__(self):
        self.process = subprocess.Popen([self.ferry, "serve", *self.options], env=self.environment,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while subprocess.run(["curl", "-sf", "--unix-socket", self.socket,
                              "http://localhost/healthz"], capture_output=True).returncode:
            if self.process.poll() is not None:
                sys.exit("the service did not start: " + self.process.stderr.read().decode())
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def port(self):
        """The port on this machine that it says it listens at."""
        for line in self.process.stdout:
            if found := re.search(rb"127\.0\.0\.1:(\d+)", line):
                return found.group(1).decode()
        sys.exit("the service named no port")

    def cli(self, *words):
        return subprocess.run([self.ferry, *words], env=self.environment, check=True,
                              capture_output=True, text=True).stdout.strip()


def seed(ferry, folder, tasks):
    """Makes one real task and copies its row, so that there are `tasks` of them."""
    os.makedirs(os.path.join(folder, "source"))
    with open(os.path.join(folder, "source", "object"), "w") as file:
        file.write("content")
    with Service(ferry, folder) as service:
        made = service.cli("create", "--from", f"local:{folder}/source", "--to",
                           f"local:{folder}/destination", "--description", "bench")
        service.cli("wait", made, "--timeout", "60s")
    store = sqlite3.connect(os.path.join(folder, "ferry", "service.db"))
    columns = [row[1] for row in store.execute("PRAGMA table_info(task)") if row[1] not in ("id", "name")]
    names = ", ".join(columns)
    name, project = store.execute("SELECT name, project FROM task").fetchone()
    numbers = """WITH RECURSIVE number(n) AS (
        SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :more)"""
    values = {"more": tasks - 1, "made": int(made), "name": name}
    store.execute(f"""{numbers}
        INSERT INTO task (id, name, {names})
        SELECT id + n, 'photos-archive-2026-' || n, {names} FROM task, number WHERE id = :made""",
                  values)
    def copied(answer):
        return f"""CAST(replace(replace(CAST({answer} AS TEXT), :made, task + n), :name,
            'photos-archive-2026-' || n) AS BLOB)"""
    store.execute(f"""{numbers}
        INSERT INTO answer (task, v1, v2)
        SELECT task + n, {copied("v1")}, {copied("v2")} FROM answer, number WHERE task = :made""", values)
    store.commit()
    store.close()
    return project


def pages(table, core, ferry, folder, project, tasks):
    """How many pages of the list are handed out over TCP to many who ask at once."""
    keys = os.path.join(folder, "access-keys")
    with open(os.open(keys, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(f"EXAMPLE:{os.urandom(16).hex()}:{project}\n")
    with Service(ferry, folder, "--listen", "127.0.0.1:0", "--access-keys", keys) as service:
        port = service.port()
        for what, options in (("any offset", []), ("in one state", ["--state", "5"]),
                              ("unchanged", ["--known"])):
            run = figures(core, "pages", port, "--access-keys", keys, "--tasks", str(tasks), *options)
            name = f"{tasks:,} tasks, 50 clients, {what}"
            table.row(f"{name}: pages a second", run["pages_per_second"], "", ">= 3000")
            slowest = run["ms"][len(run["ms"]) * 99 // 100]
            table.row(f"{name}: 99 of 100 within", [slowest], "ms", "<= 20 ms")


def loading(table, core, ferry, tasks, rounds):
    with tempfile.TemporaryDirectory() as folder:
        project = seed(ferry, folder, tasks)
        pages(table, core, ferry, folder, project, tasks)
        loads = {1: [], 4: []}
        with Service(ferry, folder) as service:
            for _ in range(rounds):
                for at_once in loads:
                    loads[at_once].append(
                        figures(core, "load", service.socket, "--at-once", str(at_once)))

    def of(at_once, name):
        return [run[name][0] for run in loads[at_once]]

    assert all(count == tasks for count in of(4, "tasks")), of(4, "tasks")
    what = f"{tasks:,} tasks"
    table.row(f"load {what}: first page", of(4, "first_ms"), "ms", "")
    table.row(f"load {what}, 4 pages at once", of(4, "all_ms"), "ms",
              "<= 4000 ms for 100,000", of(1, "all_ms"), "one")
    table.row(f"{what} in memory", of(4, "resident_mb"), "MB", "<= 60 MB for 100,000")
    table.row(f"{what}: peak while loading", of(4, "peak_mb"), "MB", "ratio <= 1.5",
              of(4, "resident_mb"), "end")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binaries")
    parser.add_argument("python")
    parser.add_argument("--tasks", type=int, default=100_000)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--core", action="store_true")
    parser.add_argument("--screen", action="store_true")
    arguments = parser.parse_args()
    ferry = os.path.abspath(os.path.join(arguments.binaries, "ferry"))
    core = os.path.abspath(os.path.join(arguments.binaries, "core-bench"))
    python = os.path.abspath(arguments.python)
    rounds = arguments.rounds or (2 if arguments.quick else 5)
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f}; {rounds} rounds; "
          "median [smallest..largest]")
    if arguments.screen:
        return screens(core, ferry, python, PROJECT, arguments.quick)
    table = Table()
    decoding(table, core, python, rounds)
    signing(table, core, rounds)
    client_loading(table, core, arguments.tasks, rounds)
    memory(table, core, [100_000] if arguments.quick else [100_000, 1_000_000], min(rounds, 3))
    if arguments.core:
        return
    start_up(table, ferry, python, 4 * rounds)
    screens(core, ferry, python, PROJECT, arguments.quick)
    loading(table, core, ferry, arguments.tasks, rounds)
    with tempfile.TemporaryDirectory() as folder, Service(ferry, folder) as service:
        moving(table, service.socket, RCLONE, rounds, arguments.quick)


if __name__ == "__main__":
    main()
