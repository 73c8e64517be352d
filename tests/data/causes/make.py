#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks real runs and stores their logs. Call it in the toolchain: make.py [CASE...], or --expected to rewrite the
verdicts of cases.py and the cases of texts.py in the existing folders. See README.md."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import forms
import launched
import siblings
from cases import CASES
from texts import TEXTS

HERE = Path(__file__).resolve().parent
HEAD, TAIL = 1000, 4000  # number of bytes stored of each log


class Log:
    """A file that a process writes, and the times at which it grew, in the format of roostd's time index."""

    def __init__(self, path):
        self.path, self.marks = path, []
        path.touch()

    def look(self):
        size = self.path.stat().st_size
        if size > (self.marks[-1][1] if self.marks else 0):
            self.marks.append([int(time.time() * 1000), size])

    def cut(self):
        """Removes the middle of the bytes and marks, at line ends."""
        data = self.path.read_bytes()
        if len(data) <= HEAD + TAIL:
            return data, self.marks
        head = data.rfind(b"\n", 0, HEAD) + 1
        tail = data.find(b"\n", len(data) - TAIL) + 1
        gone = tail - head
        marks = [[t, min(o, head) if o < tail else o - gone] for t, o in self.marks]
        return data[:head] + data[tail:], [m for i, m in enumerate(marks) if i == 0 or m[1] > marks[i - 1][1]]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def now():
    return int(time.time() * 1000)


def told(status):
    return {"signal": -status} if status < 0 else {"exitCode": status}


def run_ranks(case, folder, logs):
    """Runs one process per rank, as roostd starts them."""
    port = free_port()
    holder = None
    if case.get("port_taken"):
        holder = socket.create_server(("127.0.0.1", port))
    ranks = []
    for rank, log in enumerate(logs):
        environment = dict(os.environ, RANK=str(rank), LOCAL_RANK=str(rank), WORLD_SIZE=str(len(logs)),
                           LOCAL_WORLD_SIZE=str(len(logs)), MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port),
                           TORCHELASTIC_ERROR_FILE=str(folder / f"error_{rank}.json"), **case.get("env", {}))
        with open(log.path, "ab") as out:
            ranks.append(subprocess.Popen(["bash", "-c", case["command"]], stdout=out, stderr=out, cwd=folder,
                                          env=environment, start_new_session=True))
    outcomes = [{"rank": rank, "started": now()} for rank in range(len(logs))]
    deadline, result, asked = time.time() + case.get("limit", 90), None, False
    if "cancel_after" in case:
        deadline = time.time() + case["cancel_after"]
    while any(p.returncode is None for p in ranks):
        time.sleep(0.01)
        for log in logs:
            log.look()
        for rank, process in enumerate(ranks):
            if process.returncode is None and process.poll() is not None:
                outcomes[rank].update(told(process.returncode), ended=now())
                if process.returncode != 0 and result is None:
                    result, deadline = "failed", time.time() + case.get("grace", 10)
        if time.time() > deadline:
            if result is None:
                result = "canceled" if "cancel_after" in case else "timedOut"
            for process in ranks:
                if process.returncode is None:
                    os.killpg(process.pid, signal.SIGKILL if asked else signal.SIGTERM)
            asked, deadline = True, time.time() + 5
    for log in logs:
        log.look()
    if holder:
        holder.close()
    return result or "completed", outcomes


def run_mpi(case, folder, logs, launcher):
    """Runs mpirun, with one file per rank; the output of mpirun itself is written to `launcher`."""
    words = {"openmpi": "mpirun.openmpi --allow-run-as-root --oversubscribe", "mpich": "mpirun.mpich"}[case["mpi"]]
    variable = {"openmpi": "OMPI_COMM_WORLD_RANK", "mpich": "PMI_RANK"}[case["mpi"]]
    rank_line = f'{case["command"]} >> rank_${variable}.log 2>&1; code=$?; echo $code > rank_${variable}.exit; exit $code'
    with open(launcher.path, "ab") as out:
        started = now()
        process = subprocess.Popen([*words.split(), "-n", str(len(logs)), "bash", "-c", rank_line], cwd=folder,
                                   stdout=out, stderr=out, start_new_session=True)
    deadline, result, outcomes = time.time() + case.get("limit", 60), None, {}
    while process.poll() is None:
        time.sleep(0.01)
        for rank, log in enumerate(logs):
            log.look()
            code = folder / f"rank_{rank}.exit"
            if rank not in outcomes and code.exists() and code.read_text().strip():
                outcomes[rank] = {"exitCode": int(code.read_text()), "ended": now()}
        launcher.look()
        if time.time() > deadline:
            result, deadline = "timedOut", time.time() + 5
            os.killpg(process.pid, signal.SIGTERM)
    for log in [*logs, launcher]:
        log.look()
    result = result or ("failed" if process.returncode else "completed")
    return result, [{"rank": r, "started": started, **outcomes.get(r, {})} for r in range(len(logs))]


def write(file, facts):
    """Writes JSON with one line per field, which is short enough to read and to compare."""
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in facts.items()]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def make(name, case):
    target = HERE / "cases" / name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="birds_") as scratch:
        folder = Path(scratch)
        for script in (HERE / "scripts").glob("*.py"):
            shutil.copy(script, folder)
        logs = [Log(folder / f"rank_{rank}.log") for rank in range(case["ranks"])]
        launcher = Log(folder / "launcher.log")
        if "mpi" in case:
            result, outcomes = run_mpi(case, folder, logs, launcher)
        else:
            result, outcomes = run_ranks(case, folder, logs)
        marks = {}
        for log in [*logs, launcher]:
            data, times = log.cut()
            if data:
                (target / log.path.name).write_bytes(data)
                marks[log.path.name] = times
        for file in sorted(folder.glob("error_*.json")):
            text = file.read_text()
            if len(text) < 8000:
                (target / file.name).write_text(text)
    facts = {"command": case["command"], "launcher": case.get("mpi", "one process a rank"), "outcome": result,
             "ranks": outcomes, "marks": marks, "expected": case["expected"]}
    write(target / "case.json", facts)
    print(name, result, [o.get("exitCode", o.get("signal") and -o["signal"]) for o in outcomes], flush=True)


def write_text(name, case):
    target = HERE / "cases" / name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    start, marks, ranks = 1795616000000, {}, []
    for rank, (text, outcome, seconds) in enumerate(case["ranks"]):
        (target / f"rank_{rank}.log").write_text(text)
        end = start + int(1000 * seconds)
        marks[f"rank_{rank}.log"] = [[start + 900, 20], [end, len(text.encode())]]
        ranks.append({"rank": rank, "started": start, **outcome, "ended": end + 200})
    write(target / "case.json", {"launcher": "text only, not from a real run", "outcome": "failed", "ranks": ranks,
                                 "marks": marks, "kernel": case.get("kernel", {}), "expected": case["expected"]})


def main():
    # If a shell started this program in the background, interrupts are ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.argv[1:] == ["--expected"]:
        for name in CASES:
            file = HERE / "cases" / name / "case.json"
            write(file, {**json.loads(file.read_text()), "expected": CASES[name]["expected"]})
        for name, case in {**TEXTS, **launched.CASES, **forms.CASES, **siblings.CASES}.items():
            write_text(name, case)
        return
    for name in sys.argv[1:] or CASES:
        make(name, CASES[name])


if __name__ == "__main__":
    main()
