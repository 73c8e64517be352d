# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Averages a number over MPI until the rank named by --rank breaks in the way of --how."""

import argparse
import os
import signal
import time

from mpi4py import MPI

parser = argparse.ArgumentParser()
parser.add_argument("--how", required=True)
parser.add_argument("--rank", type=int, required=True)
arguments = parser.parse_args()
world = MPI.COMM_WORLD
print(f"rank {world.rank} of {world.size}", flush=True)
for step in range(6):
    if step == 3 and world.rank == arguments.rank:
        if arguments.how == "abort":
            print("loss is not a number, giving up", flush=True)
            world.Abort(7)
        elif arguments.how == "exception":
            raise ValueError("gradient of layer 3 is not finite")
        elif arguments.how == "segv":
            import ctypes

            ctypes.string_at(0)
        elif arguments.how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif arguments.how == "exit":
            os._exit(5)
        elif arguments.how == "hang":
            time.sleep(600)
        elif arguments.how == "hang-words":
            print("reading the next shard", flush=True)
            time.sleep(600)
    if arguments.how == "hang-words":
        print(f"begins step {step}", flush=True)
    mean = world.allreduce(1.0 / (step + 1 + world.rank)) / world.size
    print(f"step {step} loss {mean:.4f}", flush=True)
    time.sleep(0.05)
