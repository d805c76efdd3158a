"""How fast the local service moves objects, beside the same rclone alone, and how soon it does what it is
told. Every time is from the answer that accepts something to the first answer that shows it done."""

import contextlib
import glob
import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time


class Connection(http.client.HTTPConnection):
    """HTTP to the service's socket, as the service's owner."""

    def __init__(self, path):
        super().__init__("localhost")
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)

    def ask(self, method, path, body=None):
        self.request(method, "/v1/local/objectstorage/task" + path,
                     json.dumps(body) if body else None, {"Content-Type": "application/json"})
        answer = self.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text) if text else {}

    def create(self, source, destination):
        def node(directory, **more):
            return {"cloud_type": "Local", "bucket": directory, **more}
        return self.ask("POST", "", {
            "thread_num": 4, "enableKMS": False, "task_type": "object",
            "src_node": node(source, object_key=""), "dst_node": node(destination, object_key="")})["id"]

    def until(self, task, state, pause=0.005):
        """The seconds until the task is in a state, by looking again and again. Each look costs the copy beside it
        some of the processors, so that a long one is looked at less often."""
        began = time.monotonic()
        while self.ask("GET", f"/{task}")["status"] != state:
            if time.monotonic() - began > 600:
                raise SystemExit(f"task {task} is not in state {state}")
            time.sleep(pause)
        return time.monotonic() - began


RUNNING, STOPPED, SUCCEEDED = 2, 3, 5
# Bytes a second.
LIMIT = 5 << 20


def fill(directory, count, size):
    content = os.urandom(size)
    for number in range(count):
        folder = os.path.join(directory, f"{number // 1000:03}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"object-{number}"), "wb") as file:
            file.write(content)


@contextlib.contextmanager
def directory():
    path = tempfile.mkdtemp(dir=os.environ.get("BENCH_DIR"))
    try:
        yield path
    finally:
        shutil.rmtree(path)


# What the service's own runs say to rclone, which logs each object so that it can be counted.
COPY = ("--transfers", "4", "--checkers", "8", "--no-unicode-normalization", "--update", "--log-level", "INFO",
        "--use-json-log", "--combined", "-", "--stats", "0", "--partial-suffix", ".ferry-part", "--use-server-modtime")


def copy_alone(rclone, source, target):
    """The seconds that the same rclone takes for itself."""
    with tempfile.TemporaryFile() as lines, tempfile.TemporaryFile() as log:
        began = time.monotonic()
        subprocess.run([rclone, "copy", source, target, *COPY], stdout=lines, stderr=log,
                       env=dict(os.environ, RCLONE_CONFIG=""), check=True)
        return time.monotonic() - began


def throughput(table, connection, rclone, count, size, name, rounds):
    """Pairs of the same copy, by a task and by rclone with the service's own options. Each is first in every other
    pair, and nothing that the one left to be written is in the way of the other."""
    ours, theirs = [], []
    with directory() as place:
        source, target = os.path.join(place, "source"), os.path.join(place, "target")
        fill(source, count, size)

        def timed(times, copy):
            os.sync()
            times.append(copy() * 1000)
            shutil.rmtree(target)

        pair = [(ours, lambda: connection.until(connection.create(source, target), SUCCEEDED, pause=0.02)),
                (theirs, lambda: copy_alone(rclone, source, target))]
        for number in range(rounds):
            for times, copy in pair if number % 2 else reversed(pair):
                timed(times, copy)
    table.row(f"copy {name}, accepted to succeeded", ours, "ms", "ratio <= 1.03", theirs, "rclone")


def until_limited(connection, rate):
    """The seconds until the rclone that runs says that it keeps to `rate` bytes a second."""
    began = time.monotonic()
    control, = glob.glob(os.path.join(os.path.dirname(connection.path), "**", "copy-*.sock"), recursive=True)
    while True:
        asked = Connection(control)
        asked.request("POST", "/core/bwlimit", "{}", {"Content-Type": "application/json"})
        if json.loads(asked.getresponse().read())["bytesPerSecond"] == rate:
            return time.monotonic() - began
        time.sleep(0.005)


def obedience(table, connection, rounds):
    """How soon a task runs, keeps to another limit, and stops."""
    running, limited, stopped = [], [], []
    with directory() as place:
        source = os.path.join(place, "source")
        fill(source, 200, 1 << 20)
        for number in range(rounds):
            task = connection.create(source, os.path.join(place, f"target-{number}"))
            running.append(connection.until(task, RUNNING) * 1000)
            # In the middle of it, where there is something to end.
            time.sleep(0.2)
            connection.ask("PUT", f"/{task}", {"operation": "change_bandwidthpolicy", "bandwidth_policy": [
                {"start": "00:00", "end": "23:59", "max_bandwidth": LIMIT}]})
            limited.append(until_limited(connection, LIMIT) * 1000)
            connection.ask("PUT", f"/{task}", {"operation": "stop"})
            stopped.append(connection.until(task, STOPPED) * 1000)
    table.row("create accepted to running", running, "ms", "<= 150 ms")
    table.row("limit accepted to in effect", limited, "ms", "<= 1000 ms")
    table.row("stop accepted to stopped", stopped, "ms", "<= 1000 ms")


def moving(table, socket_path, rclone, rounds, quick):
    """All rows of a service that listens at `socket_path`."""
    connection = Connection(socket_path)
    obedience(table, connection, rounds)
    scale = 10 if quick else 1
    for count, size, name in ((20_000 // scale, 4096, "objects of 4 KiB"),
                              (1000 // scale, 1 << 20, "objects of 1 MiB"),
                              (1, (2 << 30) // scale, "object")):
        title = f"{count:,} {name}" if count > 1 else f"1 object of {size >> 20:,} MiB"
        throughput(table, connection, rclone, count, size, title, rounds)
