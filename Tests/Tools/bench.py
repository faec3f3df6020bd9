#!/usr/bin/env python3
"""Measures holdfast beside its peers and rewrites docs/benchmarks.md.

    bench.py [--bin FOLDER] [--small] [--rounds N] [-o FILE]

Whatever is compared runs in turn, one after the other, round after round, so that a slow minute of the machine hits all
alike. A table gives medians over the rounds, and its ratios are medians of the ratios within each round. `make bench`
builds the programs first.

Nothing but the standard library is needed. lxml and openpyxl are measured if Python can import them.
"""

import argparse
import datetime
import filecmp
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent.parent
SEED = 1

# ---- Running ----------------------------------------------------------------------------------------------------

# One run: seconds, seconds of all cores together, bytes of memory at the peak, exit code.
Run = namedtuple("Run", "wall cpu peak code")

# A row of a table. `codes` are the exit codes that mean it did its work.
Program = namedtuple("Program", "name does command codes", defaults=[(0,)])


class Failure(Exception):
    """A program could not do what was to be measured; the text says which and why."""


def say(text):
    print(text, file=sys.stderr, flush=True)


def text_of(command):
    """The first line a command prints, or nothing if it fails or there is no such command."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except OSError:
        return ""
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0] if lines and done.returncode == 0 else ""


def compile_c(name, folder, *libraries):
    """Compiles one of the C or C++ programs beside this file, if it changed, and returns where it is."""
    source = next(TOOLS / f"{name}{end}" for end in (".c", ".cpp") if (TOOLS / f"{name}{end}").exists())
    program = folder / name
    if program.exists() and program.stat().st_mtime > source.stat().st_mtime:
        return program
    names = ("cc", "gcc", "clang") if source.suffix == ".c" else ("c++", "g++", "clang++")
    compiler = next((c for c in names if shutil.which(c)), None)
    if not compiler:
        raise Failure(f"there is no compiler ({', '.join(names)}) on the PATH for {source.name}")
    flags = []
    if libraries:
        flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", *libraries], text=True).split()
    subprocess.check_call([compiler, "-O2", "-o", program, source, *flags])
    return program


class Bench:
    """Knows where things are, runs programs, and gathers what becomes the report."""

    def __init__(self, options):
        self.options = options
        self.data = options.data
        self.data.mkdir(parents=True, exist_ok=True)
        self.holdfast = options.bin / "holdfast"
        self.generator = options.bin / "generate-register"
        for program in (self.holdfast, self.generator):
            if not os.access(program, os.X_OK):
                raise Failure(f"there is no program {program}; build it, or name its folder with --bin")
        self.runner = compile_c("bench_run", self.data)
        self.report = []
        self.failures = []

    def run(self, program):
        """Runs a program once, its output thrown away."""
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as errors:
            result = Path(folder) / "result"
            subprocess.run(
                [self.runner, result, *program.command], stdout=subprocess.DEVNULL, stderr=errors, check=True)
            wall, user, system, peak, code = result.read_text().split()
            run = Run(float(wall), float(user) + float(system), int(peak) * 1024, int(code))
            if run.code not in program.codes:
                errors.seek(0)
                lines = errors.read().decode(errors="replace").strip().splitlines() or ["no message"]
                raise Failure(f"{program.name}: exit code {run.code}: {lines[0][:200]}")
        say(f"    {program.name:<45} {run.wall:9.3f} s {run.cpu:9.3f} s CPU {run.peak / 1e6:9.1f} MB")
        return run

    def compare(self, programs, size):
        """Runs all programs in turn, several rounds; returns a list of runs for each that worked, by its name.

        The first program is the one the others are compared with; if it fails, all fails."""
        # A short run is disturbed more and costs less to repeat.
        rounds = self.options.rounds or (3 if size > 200e6 else 5 if size > 20e6 else 11)
        runs = {program.name: [] for program in programs}
        for number in range(rounds):
            say(f"  round {number + 1} of {rounds}")
            # Each round begins with another program, so that none always runs after the same one.
            start = number % len(programs)
            for program in programs[start:] + programs[:start]:
                if program.name not in runs:
                    continue
                try:
                    runs[program.name].append(self.run(program))
                except Failure as failure:
                    if program is programs[0]:
                        raise
                    self.note_failure(failure)
                    del runs[program.name]
        return runs

    def note_failure(self, failure):
        say(f"  FAILED: {failure}")
        self.failures.append(str(failure))

    def register(self, risks, assets, needs=0):
        """Generates a register, unless the same call has made one since the generator was built."""
        path = self.data / f"register-{risks}-risks-{assets}-assets-{needs}-needs-seed-{SEED}.xml"
        if path.exists() and path.stat().st_mtime >= self.generator.stat().st_mtime:
            say(f"  {path.name} is there: {path.stat().st_size / 1e6:.1f} MB")
        else:
            say(f"  generating {path.name}")
            part = path.with_suffix(".part")
            subprocess.check_call([
                self.generator, "--risks", str(risks), "--assets", str(assets), "--needs", str(needs),
                "--seed", str(SEED), "-o", part])
            part.replace(path)
            say(f"  {path.stat().st_size / 1e6:.1f} MB")
        # Once through, so that the first to be measured does not pay for the disk.
        with open(path, "rb") as file:
            while file.read(1 << 20):
                pass
        return path

    # ---- Writing the report -------------------------------------------------------------------------------------

    def write(self, *paragraphs):
        for paragraph in paragraphs:
            self.report += [paragraph, ""]

    def table(self, heads, rows, texts=1):
        """A table; the first columns, as many as `texts`, are text, the others numbers."""
        lines = ["| " + " | ".join(heads) + " |", "| --- " * texts + "| ---: " * (len(heads) - texts) + "|"]
        self.write("\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]))


def number(value):
    """Three significant digits, no exponent."""
    if value == 0:
        return "0"
    for limit, digits in ((100, 0), (10, 1), (1, 2), (0.1, 3)):
        if abs(value) >= limit:
            return f"{value:,.{digits}f}"
    return f"{value:.4f}"


def median(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def ratio(runs, others, field):
    """The median over the rounds of runs / others."""
    return statistics.median(getattr(a, field) / max(getattr(b, field), 1e-6) for a, b in zip(runs, others))


# ---- The workloads ----------------------------------------------------------------------------------------------

LXML_PARSE = "import sys; from lxml import etree; etree.parse(sys.argv[1], etree.XMLParser(huge_tree=True))"
LXML_ITERPARSE = """
import sys
from lxml import etree
for _, element in etree.iterparse(sys.argv[1], tag=("{*}asset", "{*}risk"), huge_tree=True):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
"""


def lxml_version():
    return text_of([sys.executable, "-c", "from lxml import etree as e; print('lxml %d.%d.%d with libxml2 %d.%d.%d'"
                    " % (e.LXML_VERSION[:3] + e.LIBXML_VERSION))"])


def memory(field):
    """A line of /proc/meminfo, in bytes."""
    for line in open("/proc/meminfo"):
        if line.startswith(field + ":"):
            return int(line.split()[1]) * 1024
    return 0


def check_large(bench, path, risks, assets):
    """Reading and checking, beside all that only parses and one that validates."""
    size = path.stat().st_size
    holdfast, file = bench.holdfast, path
    bench.write(
        f"## Reading and checking {risks:,} risks and {assets:,} assets",
        f"The register is one file of {size / 1e6:,.1f} MB. `holdfast check` reads it into a register, resolves every "
        "reference and checks every value. Only xmllint with the schema does something comparable; the others find "
        "out no more than whether the file is well-formed XML. A ratio above 1 means that holdfast took less.")

    programs = [
        Program("holdfast check", "reads, resolves, checks", [holdfast, "check", file], (0, 1)),
        Program("bench_sax2", "libxml2's SAX2 push parser, counts only",
                [compile_c("bench_sax2", bench.data, "libxml-2.0"), file]),
        Program("xmllint --stream", "parses with libxml2's reader",
                ["xmllint", "--noout", "--stream", "--huge", file]),
    ]
    schema = bench.data / "register.xsd"
    with open(schema, "wb") as out:
        if subprocess.run([holdfast, "schema"], stdout=out).returncode == 0:
            programs.append(Program(
                "xmllint --stream --schema", "parses and validates by our schema",
                ["xmllint", "--noout", "--stream", "--huge", "--schema", schema, file]))
        else:
            bench.note_failure(Failure("holdfast schema printed no schema: validation is not measured"))
    left_out = ""
    if not lxml_version():
        left_out = "lxml is left out: Python cannot import it here."
    else:
        # A tree is nine or ten times as large as its file.
        if memory("MemAvailable") > 12 * size:
            programs.append(Program(
                "lxml parse", "builds a tree, in Python", [sys.executable, "-c", LXML_PARSE, file]))
        else:
            left_out = "lxml's tree is left out: this machine has not memory enough for it."
        programs.append(Program(
            "lxml iterparse", "builds and drops a tree of each record", [sys.executable, "-c", LXML_ITERPARSE, file]))

    runs = bench.compare(programs, size)
    ours = runs[programs[0].name]
    bench.table(
        ["program", "what it does", "wall s", "CPU s", "MB/s", "peak MB", "memory / file", "wall / holdfast",
         "CPU / holdfast", "peak / holdfast"],
        [[f"`{p.name}`", p.does, number(median(r, "wall")), number(median(r, "cpu")),
          number(size / 1e6 / median(r, "wall")), number(median(r, "peak") / 1e6), number(median(r, "peak") / size),
          number(ratio(r, ours, "wall")), number(ratio(r, ours, "cpu")), number(ratio(r, ours, "peak"))]
         for p in programs if (r := runs.get(p.name))], texts=2)
    if left_out:
        bench.write(left_out)
    if any(run.code == 1 for run in ours):
        bench.write("`holdfast check` ended with exit code 1: it had findings to report.")


def write_large(bench, path):
    """Writing: the difference between reading alone and reading and writing."""
    size = path.stat().st_size
    out = bench.data / "formatted.xml"
    read = Program("holdfast check", "reads, resolves, checks", [bench.holdfast, "check", path], (0, 1))
    both = Program("holdfast format -o", "reads, writes the canonical form",
                   [bench.holdfast, "format", path, "-o", out], (0, 1))
    bench.write(
        "## Writing the same register",
        "`holdfast format` reads the file and writes it anew; `holdfast check` reads and checks it only. The last row "
        "is the median difference between the two, round by round: about what writing costs.")
    runs = bench.compare([read, both], size)
    rows = [[f"`{p.name}`", p.does, number(median(r, "wall")), number(median(r, "cpu")),
             number(median(r, "peak") / 1e6)] for p in (read, both) if (r := runs.get(p.name))]
    if both.name in runs:
        pairs = list(zip(runs[both.name], runs[read.name]))
        rows.append(["difference", "", *(number(statistics.median(getattr(a, f) - getattr(b, f) for a, b in pairs))
                                         for f in ("wall", "cpu")), ""])
    bench.table(["program", "what it does", "wall s", "CPU s", "peak MB"], rows, texts=2)
    if both.name in runs:
        same = filecmp.cmp(path, out, shallow=False)
        bench.write("What it wrote has the same bytes as the generated file." if same else
                    "What it wrote differs from the generated file, which is not in canonical form.")
        out.unlink()


def linear(bench, files):
    """Times taken inside the process, at three sizes."""
    bench.write(
        "## Inside the process",
        "`holdfast time` takes the time of each step within one process: reading the file into a register, writing "
        "the canonical form to memory or nowhere, and scoring, ordering and counting all risks. Time per risk should "
        "stay the same from the smallest register to the largest, and writing should take no longer than reading.")
    rows = []
    for risks, assets, path in files:
        size = path.stat().st_size
        rounds = bench.options.rounds or (3 if size > 200e6 else 5)
        say(f"  holdfast time, {risks} risks, {rounds} rounds")
        taken = []
        for _ in range(rounds):
            done = subprocess.run([bench.holdfast, "time", path], capture_output=True, text=True)
            if done.returncode != 0:
                raise Failure(f"holdfast time {path.name}: exit code {done.returncode}: {done.stderr.strip()[:200]}")
            taken.append(json.loads(done.stdout))
            say("    " + done.stdout.strip())
        read, write, assess = (statistics.median(t[step] for t in taken) for step in ("read", "write", "assess"))
        if taken[0]["bytes"] != size:
            bench.note_failure(Failure(f"holdfast time says {taken[0]['bytes']} bytes of a file of {size}"))
        rows.append([f"{risks:,}", f"{assets:,}", number(size / 1e6), number(read), number(size / 1e6 / read),
                     number(write), number(size / 1e6 / write), number(write / read), number(assess),
                     number(read / risks * 1e6), number(write / risks * 1e6), number(assess / risks * 1e6)])
    bench.table(["risks", "assets", "file MB", "read s", "read MB/s", "write s", "write MB/s", "write / read",
                 "assess s", "read µs a risk", "write µs a risk", "assess µs a risk"], rows)


def whole_process(bench, path, risks, assets, needs):
    """What a person waits for, at the size of a large organisation's register."""
    size = path.stat().st_size
    bench.write(
        f"## Whole commands on {risks:,} risks, {assets:,} assets and {needs:,} needs",
        f"From start to end of the process, file of {size / 1e6:,.1f} MB, output thrown away. `--version` is what "
        "starting the program costs.")
    day = ["--today", "2026-11-24"]
    page = bench.data / "report.html"
    programs = [
        Program("holdfast check", "", [bench.holdfast, "check", path, *day], (0, 1)),
        Program("holdfast assess", "", [bench.holdfast, "assess", path], (0, 1)),
        Program("holdfast report", "", [bench.holdfast, "report", path, *day, "-o", page], (0, 1)),
        Program("holdfast checklist", "", [bench.holdfast, "checklist", path, *day], (0, 1)),
        Program("holdfast impact", "", [bench.holdfast, "impact", path, *day], (0, 1)),
        Program("holdfast alerts", "", [bench.holdfast, "alerts", path, *day], (0, 1)),
        Program("holdfast respond status", "", [bench.holdfast, "respond", "status", path]),
        Program("holdfast --version", "", [bench.holdfast, "--version"]),
    ]
    runs = bench.compare(programs, size)
    bench.table(
        ["command", "wall s", "CPU s", "peak MB"],
        [[f"`{p.name}`", number(median(r, "wall")), number(median(r, "cpu")), number(median(r, "peak") / 1e6)]
         for p in programs if (r := runs.get(p.name))])


# The same two passes as plain Python over a networkx graph of the same shape.
NETWORKX = """
import json, random, sys, time
import networkx
nodes = int(sys.argv[1])
random.seed(1)
graph, width = networkx.DiGraph(), max(nodes // 50, 1)
for node in range(nodes):
    graph.add_node(node, own=60 * random.randrange(120))
    first = (node // width + 1) * width
    last = min(first + width, nodes)
    for need in range(5 if first < last else 0):
        graph.add_edge(node, random.randrange(first, last), lead=60 * random.randrange(4), start=need % 2 == 0)
start = time.perf_counter()
order = list(networkx.topological_sort(graph))
ready = {}
for node in reversed(order):
    begin = finish = 0
    for _, member, need in graph.out_edges(node, data=True):
        there = ready[member] + need["lead"]
        if need["start"]:
            begin = max(begin, there)
        else:
            finish = max(finish, there)
    ready[node] = max(graph.nodes[node]["own"] + begin, finish)
recovery = time.perf_counter() - start
start = time.perf_counter()
required = dict.fromkeys(range(nodes // 100), 36000)
for node in order:
    if node in required:
        own = graph.nodes[node]["own"]
        for _, member, need in graph.out_edges(node, data=True):
            asked = required[node] - need["lead"] - (own if need["start"] else 0)
            required[member] = min(required.get(member, asked), asked)
print(json.dumps({"recovery": recovery, "requirements": time.perf_counter() - start}))
"""


def timed(bench, name, command):
    """What a program that takes its own time prints as JSON."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"{name}: exit code {done.returncode}: {done.stderr.strip()[-200:]}")
    say(f"    {name}: {done.stdout.strip()}")
    return json.loads(done.stdout)


def dependency_graphs(bench, sizes):
    """Both passes over layered graphs, beside C++ loops over the same arrays and networkx."""
    bench.write(
        "## Passes over a dependency graph",
        "Layers of nodes, each of which needs five others of the next layer. Capability flows up and requirements "
        "down; the same graph and the same arrays in `Tests/Tools/bench_graph.cpp`, whose results must be the same to "
        "the bit. The best of five runs within each process, medians over the rounds. networkx does less: every need "
        "has one member, nothing is unknown; it is left out at a million nodes. The last column is what 64 nodes would "
        "each take along, found in one pass.")
    loop = compile_c("bench_graph", bench.data)
    has_networkx = text_of([sys.executable, "-c", "import networkx; print(networkx.__version__)"])
    steps = ("recovery", "requirements")
    rows = []
    for nodes in sizes:
        runs, peers, others = [], [], []
        for _ in range(bench.options.rounds or 5):
            runs.append(timed(bench, "holdfast", [bench.holdfast, "time-graph", str(nodes)]))
            peers.append(timed(bench, "C++", [loop, str(nodes)]))
            if any(runs[-1][total] != peers[-1][total] for total in ("readySum", "requiredSum")):
                raise Failure(f"holdfast and C++ differ on a graph of {nodes} nodes")
            if has_networkx and nodes <= 100_000:
                others.append(timed(bench, "networkx", [sys.executable, "-c", NETWORKX, str(nodes)]))
        row = [f"{nodes:,}"]
        for step in steps:
            ours = statistics.median(run[step] for run in runs)
            row += [number(ours * 1e3), number(ours / nodes * 1e9),
                    number(statistics.median(a[step] / b[step] for a, b in zip(runs, peers))),
                    number(statistics.median(b[step] / a[step] for a, b in zip(runs, others))) if others else "–"]
        rows.append(row + [number(statistics.median(run["sixtyFour"] for run in runs) * 1e3)])
    bench.table(
        ["nodes", "capability ms", "ns a node", "× C++", "networkx ×", "requirement ms", "ns a node", "× C++",
         "networkx ×", "64 failures ms"], rows)
    if not has_networkx:
        bench.write("networkx is left out: Python cannot import it here.")


# Debian's openpyxl is a module of Debian's Python, which need not be the one that runs this.
def openpyxl_python():
    for python in (sys.executable, "/usr/bin/python3"):
        if text_of([python, "-c", "import openpyxl; print('openpyxl', openpyxl.__version__)"]):
            return python
    return None


def openpyxl_version():
    python = openpyxl_python()
    return text_of([python, "-c", "import openpyxl; print('openpyxl', openpyxl.__version__)"]) if python else ""


# Both copy the cells of every sheet and nothing else: no formats, notes or drop-downs.
OPENPYXL_READ = """
import sys, openpyxl
cells = 0
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):
    for row in sheet.iter_rows(values_only=True):
        cells += sum(value is not None for value in row)
print(cells)
"""
OPENPYXL_WRITE = """
import sys, openpyxl
source = openpyxl.load_workbook(sys.argv[1], read_only=True)
book = openpyxl.Workbook(write_only=True)
for sheet in source:
    out = book.create_sheet(sheet.title)
    for row in sheet.iter_rows(values_only=True):
        out.append(row)
book.save(sys.argv[2])
"""


def workbook(bench, path, risks, assets):
    """A workbook of as many rows as a large organisation has, written and read."""
    size = path.stat().st_size
    book, copy, out = (bench.data / name for name in ("workbook.xlsx", "copy.xlsx", "imported.xml"))
    subprocess.check_call([bench.holdfast, "export", path, "--to", "xlsx", "-o", book], stderr=subprocess.DEVNULL)
    bench.write(
        f"## A workbook of {risks:,} risks and {assets:,} assets",
        f"The register is a file of {size / 1e6:,.1f} MB, its workbook one of {book.stat().st_size / 1e6:,.1f} MB. "
        "`holdfast export` reads the register and writes the workbook with formats, notes and drop-downs; `holdfast "
        "import` reads it, reads the register it carries, compares every cell and finds that nothing was changed. "
        "openpyxl reads, or reads and writes, the bare cells of the same workbook, row by row.")
    programs = [
        Program("holdfast export", "writes the workbook",
                [bench.holdfast, "export", path, "--to", "xlsx", "-o", copy]),
        Program("holdfast import", "reads and compares it",
                [bench.holdfast, "import", book, "--into", path, "--dry-run"]),
    ]
    python = openpyxl_python()
    if python:
        programs += [
            Program("openpyxl read", "reads the cells", [python, "-c", OPENPYXL_READ, book]),
            Program("openpyxl copy", "reads and writes the cells", [python, "-c", OPENPYXL_WRITE, book, copy]),
        ]
    runs = bench.compare(programs, size)
    ours = runs[programs[0].name]
    bench.table(
        ["program", "what it does", "wall s", "CPU s", "peak MB", "wall / export", "CPU / export"],
        [[f"`{p.name}`", p.does, number(median(r, "wall")), number(median(r, "cpu")), number(median(r, "peak") / 1e6),
          number(ratio(r, ours, "wall")), number(ratio(r, ours, "cpu"))]
         for p in programs if (r := runs.get(p.name))], texts=2)
    if not python:
        bench.write("openpyxl is left out: no Python here can import it.")
    for file in (book, copy, out):
        file.unlink(missing_ok=True)


# ---- The report -------------------------------------------------------------------------------------------------


def machine():
    """What it ran on: all that explains the figures, and not the machine's name."""
    cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
               platform.machine())
    system = "Linux"
    if os.path.exists("/etc/os-release"):
        named = dict(line.strip().split("=", 1) for line in open("/etc/os-release") if "=" in line)
        system = named.get("PRETTY_NAME", system).strip('"')
    return (f"{cpu}, {len(os.sched_getaffinity(0))} cores, {memory('MemTotal') / 2**30:.0f} GiB of memory, "
            f"{system}, kernel {platform.release()}")


def versions(bench):
    xmllint = text_of(["xmllint", "--version"]).replace("xmllint: using ", "xmllint with ")
    sax2 = text_of(["pkg-config", "--modversion", "libxml-2.0"])
    return ", ".join(filter(None, [
        f"holdfast {text_of([bench.holdfast, '--version'])}", text_of(["swift", "--version"]), xmllint,
        sax2 and f"bench_sax2 with libxml2 {sax2}", lxml_version(), openpyxl_version(), f"Python {platform.python_version()}"]))


def sections_of(path):
    """The sections of a report by their headings, each as its lines; none where there is no report yet."""
    sections = {}
    heading = None
    for line in path.read_text().splitlines() if path.exists() else []:
        if line.startswith("## "):
            heading = line
        if heading:
            sections.setdefault(heading, []).append(line)
    return sections


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--bin", type=Path, default=ROOT / ".build/release", metavar="FOLDER",
                        help="where holdfast and generate-register are (default: .build/release)")
    parser.add_argument("--data", type=Path, default=ROOT / "bench-data", metavar="FOLDER",
                        help="where generated registers are kept (default: bench-data)")
    parser.add_argument("--small", action="store_true",
                        help="a fiftieth of the size, to try this script; leaves docs/benchmarks.md alone")
    parser.add_argument("--rounds", type=int, metavar="N", help="rounds of each comparison (default: 3 to 11, by size)")
    parser.add_argument("--only", metavar="WORDS", help="only workloads whose title has one of these words, parted by "
                        "commas, such as 'whole,graphs'; the other sections of the report stay as they are")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE",
                        help="where the report goes (default: docs/benchmarks.md; with --small, the data folder)")
    options = parser.parse_args()
    options.bin = options.bin.resolve()
    options.data = options.data.resolve()
    output = options.output or (options.data if options.small else ROOT / "docs") / "benchmarks.md"

    scale = 50 if options.small else 1
    sizes = [n // scale for n in (10_000, 100_000, 1_000_000)]
    try:
        bench = Bench(options)
    except (Failure, subprocess.CalledProcessError) as failure:
        sys.exit(f"bench: {failure}")
    load = os.getloadavg()[0]

    words = [word.strip() for word in (options.only or "").split(",") if word.strip()]
    people = (10_000 // scale, 5_000 // scale, 20_000 // scale)

    def register(place):
        return bench.register(sizes[place], sizes[place] // 5)

    sections = sections_of(output) if words else {}
    for title, heading, workload in (
        ("check, and its peers", "## Reading and checking", lambda: check_large(bench, register(2), sizes[2], sizes[2] // 5)),
        ("format", "## Writing the same", lambda: write_large(bench, register(2))),
        ("inside the process", "## Inside the process",
         lambda: linear(bench, [(risks, risks // 5, register(place)) for place, risks in enumerate(sizes)])),
        ("whole commands", "## Whole commands", lambda: whole_process(bench, bench.register(*people), *people)),
        ("passes over graphs", "## Passes over", lambda: dependency_graphs(bench, sizes)),
        ("workbook, and its peer", "## A workbook", lambda: workbook(bench, register(1), sizes[1], sizes[1] // 5)),
    ):
        if words and not any(word in title for word in words):
            bench.report += next((text for start, text in sections.items() if start.startswith(heading)), [])
            continue
        say(title)
        try:
            workload()
        except Failure as failure:
            bench.note_failure(failure)
            bench.write("Not measured: holdfast failed.")
        bench.write(f"Measured on {datetime.date.today().isoformat()}.")

    head = [
        "# Benchmarks", "",
        "`make bench` rewrites this file; what is written here by hand is lost.", "",
        f"Last run on {datetime.date.today().isoformat()}: {machine()}. The load average "
        f"was {load:.1f} when it began.", "",
        f"Versions: {versions(bench)}.", "",
        "All registers are generated, with the same bytes everywhere. The rows of a table ran in turn, round after "
        "round, in one go, the file in memory already; figures are medians. CPU seconds are user and system time of "
        "all threads, and vary least with what else the machine does. Peak memory is the largest resident set, MB are "
        "millions of bytes. A ratio is the median of the ratios within each round.", "",
    ]
    if options.small:
        head += ["**A trial run at a fiftieth of the size: good for nothing but trying the script.**", ""]
    tail = []
    if bench.failures:
        tail = ["## What failed", "", *(f"- {failure}" for failure in bench.failures), ""]
    output.write_text("\n".join(head + bench.report + tail).rstrip() + "\n")
    say(f"written: {output}")
    sys.exit(1 if bench.failures else 0)


if __name__ == "__main__":
    main()
