# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A minimal training on Gloo until the rank named by --rank breaks in the way of --how."""

import argparse
import datetime
import os
import signal
import sys
import time

import torch
import torch.distributed as dist
from torch.distributed.elastic.multiprocessing.errors import record


class Birds(torch.utils.data.Dataset):
    def __init__(self, how):
        self.how = how

    def __len__(self):
        return 64

    def __getitem__(self, index):
        if self.how == "worker-exception" and index == 20:
            raise ValueError("cannot decode image birds/img_00020.jpg: 0 bytes")
        if self.how == "worker-kill" and index == 20:
            os.kill(os.getpid(), signal.SIGKILL)
        return torch.ones(4) * index


def read_labels():
    with open("data/labels.csv") as labels:
        return labels.read()


def break_down(how):
    if how == "exception":
        raise ValueError("learning rate must be positive, is -0.1")
    elif how == "chained-from":
        try:
            read_labels()
        except OSError as error:
            raise RuntimeError("the data set could not be loaded") from error
    elif how == "chained-during":
        try:
            {"birds": 1}["bees"]
        except KeyError:
            open("data/classes.txt")
    elif how == "module":
        import torchaudio_of_tomorrow  # noqa: F401
    elif how == "file":
        read_labels()
    elif how == "unpickle":
        with open("checkpoint.pt", "wb") as file:
            file.write(b"<html>404 Not Found</html>")
        torch.load("checkpoint.pt")
    elif how == "assertion":
        loss = float("nan")
        assert loss == loss, "loss is not a number"
    elif how == "shape":
        torch.nn.Linear(8, 2)(torch.ones(3, 4))
    elif how == "disk":
        with open("/dev/full", "wb") as checkpoint:
            torch.save({"weights": torch.ones(1000)}, checkpoint)
    elif how == "memory":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        bytearray(8 << 30)
    elif how == "torch-memory":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        torch.ones(4 << 30)
    elif how == "segv":
        import ctypes

        ctypes.string_at(0)
    elif how == "abort":
        os.abort()
    elif how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif how == "interrupt":
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)
    elif how == "cpu-limit":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (1 + int(time.process_time()),) * 2)
        while True:
            pass
    elif how == "sys-exit":
        sys.exit(3)
    elif how == "sys-exit-words":
        sys.exit("No GPU found and --require-gpu was given.")
    elif how == "leave":
        print("nothing left to do, leaving", flush=True)
        os._exit(0)
    elif how == "hang":
        time.sleep(600)
    elif how == "worker-exception" or how == "worker-kill":
        for _ in torch.utils.data.DataLoader(Birds(how), batch_size=8, num_workers=1):
            pass
    elif how == "import-error":
        from torch.utils.data import DistributedLoader  # noqa: F401
    elif how == "progress":
        for i in range(0, 101, 5):
            print(f"\r{i:3}%|{'#' * (i // 5):20}| {i}/100", end="", file=sys.stderr, flush=True)
        raise ZeroDivisionError("float division by zero")
    else:
        raise SystemExit(f"unknown way to break: {how}")


@record
def main():
    parser = argparse.ArgumentParser(prog="train.py")
    parser.add_argument("--how", default="none")
    parser.add_argument("--rank", type=int, default=-1)
    parser.add_argument("--at", choices=["start", "caught", "step"], default="step")
    parser.add_argument("--timeout", type=float, default=60)
    parser.add_argument("--barrier", action="store_true")
    parser.add_argument("--words", action="store_true")
    arguments = parser.parse_args()
    rank = int(os.environ["RANK"])
    breaks = rank == arguments.rank or arguments.rank == -2
    print(f"rank {rank} of {os.environ['WORLD_SIZE']}, torch {torch.__version__}", flush=True)
    if arguments.at == "start" and breaks:
        break_down(arguments.how)
    dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=arguments.timeout))
    print("process group ready", flush=True)
    for step in range(6):
        loss = torch.tensor([1.0 / (step + 1 + rank)])
        if step == 1 and arguments.at == "caught":
            # An exception that was caught and logged is not a cause.
            try:
                raise ConnectionError("metrics server did not answer, trying again later")
            except ConnectionError:
                import traceback

                traceback.print_exc()
        if step == 3 and breaks:
            break_down(arguments.how)
        if arguments.barrier:
            dist.monitored_barrier(timeout=datetime.timedelta(seconds=arguments.timeout), wait_all_ranks=True)
        if arguments.words:
            print(f"step {step} gradients ready", flush=True)
        dist.all_reduce(loss)
        print(f"step {step} loss {loss.item() / dist.get_world_size():.4f}", flush=True)
        time.sleep(0.05)
    dist.destroy_process_group()


main()
