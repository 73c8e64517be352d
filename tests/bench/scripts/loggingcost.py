# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how long calls take that log without a client, and writes the times in microseconds to a file.

loggingcost.py FOLDER COUNT RESULT     FOLDER gets the event files
"""

import json
import sys
import time

import eventfile

PAUSE = 0.0005


def times_of(call, count):
    times = []
    for step in range(count):
        # A training step lies between two calls; without a pause only the throughput of the file is measured.
        time.sleep(PAUSE)
        start = time.perf_counter_ns()
        call(step)
        times.append((time.perf_counter_ns() - start) / 1000)
    return times


def summary_writer(folder):
    """TensorBoard's writer, where a library has one."""
    for module in ("torch.utils.tensorboard", "tensorboardX"):
        try:
            return __import__(module, fromlist=["SummaryWriter"]).SummaryWriter(folder)
        except ImportError:
            continue
    return None


def main():
    folder, count, result = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    own = eventfile.Writer(folder + "/own")
    record = [eventfile.scalar("loss", step / 10, step) for step in range(count)]
    found = {"event-record": times_of(lambda step: own.add(record[step]), count),
             "printed-line": times_of(lambda step: print(f"epoch {step} loss {step / 10}", flush=True), count)}
    writer = summary_writer(folder + "/library")
    if writer:
        found["add-scalar"] = times_of(lambda step: writer.add_scalar("loss", step / 10, step), count)
        writer.close()
    with open(result, "w") as file:
        json.dump(found, file)


main()
