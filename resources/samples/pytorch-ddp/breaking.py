# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks a rank in ways that occur in real training runs."""

import ctypes
import os
import resource
import time


def add_arguments(parser):
    parser.add_argument("--break-rank", type=int, default=-1, help="the rank that breaks; none by default")
    parser.add_argument("--how", choices=("exception", "segv", "hang", "oom", "exit"), default="exception")


def break_down(how):
    print(f"breaking as asked: {how}", flush=True)
    if how == "exception":
        raise ValueError("loss is not finite: the learning rate is too high")
    if how == "segv":
        ctypes.string_at(0)
    if how == "hang":
        while True:
            time.sleep(3600)
    if how == "oom":
        run_out_of_memory()
    os._exit(3)


def run_out_of_memory():
    """Allocates memory under a limit of the kernel, which ends a process by SIGKILL without a message. If no such
    limit can be set (it requires a control group to which this user may write), uses `ulimit -v`: allocations then
    fail."""
    group = limited_group(in_use() + (64 << 20))
    if group:
        print(f"memory is limited by the control group {group}", flush=True)
    else:
        mapped = int(read("/proc/self/statm").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mapped + (64 << 20),) * 2)
        print("memory is limited as by ulimit -v: no control group may be made here", flush=True)
    hoard = []
    while True:
        hoard.append(bytearray(os.urandom(1 << 20)))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def in_use():
    return int(read("/proc/self/statm").split()[1]) * resource.getpagesize()


def limited_group(limit):
    """Moves this process into a new control group; returns its path, or "" if that is not allowed."""
    for line in read("/proc/self/cgroup").splitlines():
        _, controllers, path = line.split(":", 2)
        if controllers == "memory":  # version 1
            parents = (f"/sys/fs/cgroup/memory{path}", "/sys/fs/cgroup/memory")
            limit_file, swap_file = "memory.limit_in_bytes", "memory.swappiness"
        elif not controllers:  # version 2: beside the own group, because a group with processes has no limited groups
            parents = (f"/sys/fs/cgroup{os.path.dirname(path)}",)
            limit_file, swap_file = "memory.max", "memory.swap.max"
        else:
            continue
        for parent in parents:
            group = f"{parent}/roost-sample-{os.getpid()}"
            try:
                os.mkdir(group)
                remove_when_left(group)
                write(f"{group}/{limit_file}", limit)
                if os.path.exists(f"{group}/{swap_file}"):
                    write(f"{group}/{swap_file}", 0)
                write(f"{group}/cgroup.procs", os.getpid())
                return group
            except OSError:
                continue
    return ""


def write(path, value):
    with open(path, "r+", encoding="utf-8") as file:
        file.write(str(value))


def remove_when_left(group):
    """Starts a child that removes the empty group after the end of this process."""
    mine, held = os.pipe()  # only the end of this process closes `held`
    if os.fork() > 0:
        os.close(mine)
        return
    os.close(held)
    os.read(mine, 1)
    for _ in range(50):
        try:
            os.rmdir(group)
        except FileNotFoundError:
            break
        except OSError:
            time.sleep(0.1)
    os._exit(0)
