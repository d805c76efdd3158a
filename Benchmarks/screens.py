"""The screen of a release build beside programs of its kind: the same keys in the same emulator, one after
the other in one run. A program that is not installed is named and left out."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile

import tuibench

HERE = os.path.dirname(os.path.abspath(__file__))
SIZE = "120x40"

# figure, its place in what the scenarios tell, goal
FIGURES = [
    ("first byte, ms", "startup first_byte_ms p50", "<= 10"),
    ("rows on the screen, ms", "startup ready_ms p50", "<= 40"),
    ("all of them known, ms", "startup full_paint_ms p50", "<= 1,500 for 100k"),
    ("a key to its paint, ms", "scroll move_in_page latency_ms p50", "<= 0.3"),
    ("a key to its paint, 99 of 100, ms", "scroll move_in_page latency_ms p99", "<= 1"),
    ("bytes of a move", "scroll move_in_page bytes p50", "<= 100"),
    ("bytes of a line scrolled", "scroll scroll_line bytes p50", "<= 200"),
    ("page down, ms", "scroll page_down latency_ms p50", "<= 0.6"),
    ("page down, bytes", "scroll page_down bytes p50", "<= 1.1 x the text"),
    ("page down, bytes of text", "scroll page_down bytes_by_class_mean text", ""),
    ("CPU of a key held at 30 Hz, ms", "hold cpu_ms_per_key", "<= 0.3"),
    ("idle: bytes a minute", "idle bytes_per_min", "0"),
    ("idle: CPU, s a minute", "idle cpu_s_per_min", "<= 0.1"),
    ("idle: memory, kB", "idle rss_kb", "<= 50,000 for 100k, 200,000 for 1M"),
    ("slow line: start, ms", "slow start_full_paint_ms", "<= 800"),
    ("slow line: lag of a held key, ms", "slow hold lag_after_release_ms", "<= 320"),
    ("slow line: bytes that wait", "slow hold max_queue_bytes", "<= 2,000"),
    ("20 that run: bytes a refresh", "moving bytes_per_refresh p50", "<= 600"),
    ("filter by a letter, to its paint, ms", "arranged filter p50", "<= 30 for 100k, 300 for 1M"),
    ("another order, to its paint, ms", "arranged order p50", "<= 30 for 100k, 300 for 1M"),
    ("left as it was found, of 5 endings", "restored", "5"),
]


def program(argv, quit, **more):
    return tuibench.options_for(argv, size=SIZE, quit=list(quit), **more)


def peers(python, data):
    """What is installed of the programs that people compare with, by name."""
    subprocess.run([sys.executable, os.path.join(HERE, "tuibench", "peers", "make_data.py"), data],
                   check=True, stdout=subprocess.DEVNULL)
    table = os.path.join(data, "tasks100k.csv")
    visidata = os.path.join(os.path.dirname(python), "vd")
    textual = os.path.join(HERE, "tuibench", "peers", "textual_table.py")
    programs = {
        "htop": (["htop"], dict(pages=6)),
        "tig 100k": (["tig"], dict(cwd=os.path.join(data, "repo"), ready="commit 1 of 100001")),
        "visidata 100k": ([visidata, table], dict(key=["home=gg", "end=G"], ready="100,?000 +rows",
                                                  home=os.path.join(data, "vdhome"), quiet_ms=120)),
        "Textual 100k": ([python, textual, table], dict(key=["home=\\x1b[1;5H", "end=\\x1b[1;5F"],
                                                        ready="100000 rows")),
        "less 1M": (["less", "-S", os.path.join(data, "lines1m.txt")], dict(key=["home=g", "end=G"])),
    }
    for name, (argv, more) in programs.items():
        if shutil.which(argv[0]) is None:
            print(f"{name} is not installed and not measured", flush=True)
            continue
        yield name, program(argv, "q", **more)


def dashboard(ferry, address, project):
    """Ferry on a service that answers from memory, with all that has succeeded unfolded."""
    return program(
        [ferry, "--endpoint", address, "--project-id", project, "--api", "v2"], "q",
        env=["HUAWEICLOUD_SDK_AK=EXAMPLE", "HUAWEICLOUD_SDK_SK=example"],
        ready="LIVE", init=["end", "F", "home"])


def arranged(options, rounds):
    """From a key that has all rows filtered or put into another order to the last byte of its paint."""
    session = tuibench.open_session(options)
    try:
        tuibench.settle(session, options)
        filters, orders = [], []
        for _ in range(rounds):
            session.key("/")
            for letter in "arc":
                filters.append(session.key(letter, quiet=0.5)[1])
            for key in ("esc", ">", ">"):
                last = session.key(key, quiet=0.5)[1]
                if key == ">":
                    orders.append(last)
        return {name: tuibench.summ([second * 1e3 for second in values if second])
                for name, values in (("filter", filters), ("order", orders))}
    finally:
        session.kill(signal.SIGTERM)
        session.close()


def measured(options, quick, is_ferry):
    options.repeat, options.n = (2, 40) if quick else (5, 200)
    options.idle, options.hold = (5, 3) if quick else (60, 10)
    found = tuibench.measure(options, ["startup", "scroll", "hold", "idle", "slow", "signals"])
    # `hangup` closes the terminal, so that nobody can see how it was left: there the end counts.
    found["restored"] = sum(1 for how in found["signals"].values()
                            if isinstance(how, dict) and how.get("exited") and how.get("restored", True))
    if is_ferry:
        found["arranged"] = arranged(options, 2 if quick else 5)
    return found


def moving(core, ferry, project, quick):
    """The bytes of a refresh while twenty tasks on the screen move on."""
    with served(core, 1_000, "--moving") as address:
        options = dashboard(ferry, address, project)
        options.init, options.idle = [], 10 if quick else 60
        return tuibench.measure(options, ["idle"])["idle"]


class served:
    """A service that answers from memory with so many tasks, and its address."""

    def __init__(self, core, tasks, *options):
        self.command = [core, "serve", "--tasks", str(tasks), *options]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        return self.process.stdout.readline().strip()

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def figure(found, path):
    for step in path.split():
        found = found.get(step) if isinstance(found, dict) else None
    if found is None:
        return "-"
    return f"{found:,.0f}" if abs(found) >= 100 else f"{found:.3g}"


def screens(core, ferry, python, project, quick):
    """Measures all programs and prints one table, a line a figure."""
    found = {}
    counts = {"100k": 100_000} if quick else {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1M": 1_000_000}
    with tempfile.TemporaryDirectory() as data:
        programs = {} if quick else dict(peers(python, data))
        if quick:
            programs = {"htop": program(["htop"], "q", pages=6)} if shutil.which("htop") else {}
        for name, options in programs.items():
            found[name] = measured(options, quick, is_ferry=False)
    for name, count in counts.items():
        with served(core, count) as address:
            found[f"ferry {name}"] = measured(dashboard(ferry, address, project), quick, is_ferry=True)
    found["ferry 1k" if not quick else "ferry 100k"]["moving"] = moving(core, ferry, project, quick)
    rows = [["the screen, " + SIZE, *found, "goal"]]
    rows += [[label, *(figure(each, path) for each in found.values()), goal]
             for label, path, goal in FIGURES]
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join(cell.ljust(width) if place in (0, len(row) - 1) else cell.rjust(width)
                        for place, (cell, width) in enumerate(zip(row, widths))).rstrip(), flush=True)
    for name, each in found.items():
        for scenario, told in each.items():
            if isinstance(told, dict) and "error" in told:
                print(f"{name}, {scenario}: {told['error']}")
