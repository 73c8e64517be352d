# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms in which Python, torchrun, DeepSpeed and the watchdog of NCCL report failures."""

import itertools

BANNER = ("W1130 10:00:00.004000 991 torch/distributed/run.py:793] \nW1130 10:00:00.004000 991 torch/distributed/run.py:793] "
          "*****************************************\nW1130 10:00:00.004000 991 torch/distributed/run.py:793] Setting "
          "OMP_NUM_THREADS environment variable for each process to be 1 in default, to avoid your system being "
          "overloaded.\n")


def frames(places):
    """Returns a stack of frames; each of `places` is "file:line:function:code"."""
    text = ""
    for place in places:
        file, line, function, code = place.split(":", 3)
        text += f'  File "{file}", line {line}, in {function}\n{code}\n'
    return text


def raised(places, headline, header="Traceback (most recent call last):"):
    if "in <module>" not in frames(places) and not places[0].split(":")[2].startswith(("<", "_")):
        places = ["train.py:120:<module>:    main()", *places]
    return f"{header}\n{frames(places)}{headline}\n"


def prefixed(prefix, text):
    """Returns the text with `prefix` before each line; "#" in the prefix is replaced by a counting digit."""
    count = itertools.count()
    return "".join(f"{prefix.replace('#', str(next(count) % 10))}{line}\n" for line in text.splitlines())


LAUNCHER = raised(
    ["/opt/bin/torchrun:8:<module>:    sys.exit(main())",
     "torch/distributed/elastic/multiprocessing/errors/__init__.py:355:wrapper:    return f(*args, **kwargs)",
     "torch/distributed/run.py:918:main:    run(args)",
     "torch/distributed/launcher/api.py:269:launch_agent:    raise ChildFailedError("],
    "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: ")


def elastic(rank, code, old=False):
    words = f"failed (exitcode: {code}) local_rank: {rank} (pid: {4001 + rank}) of binary: /opt/bin/python\n"
    if old:
        return "ERROR:torch.distributed.elastic.multiprocessing.api:" + words
    return "E1130 10:00:05.004000 991 torch/distributed/elastic/multiprocessing/api.py:869] " + words


def report(failures, error=""):
    """Returns torchrun's summary. The first of `failures` is its root cause: rank, exit code, process."""
    signals = {-6: "SIGABRT", -9: "SIGKILL", -11: "SIGSEGV", -15: "SIGTERM"}

    def one(number, rank, code, pid):
        told = ("To enable traceback see: https://pytorch.org/docs/stable/elastic/errors.html" if code > 0
                else f"Signal {-code} ({signals[code]}) received by PID {pid}")
        if error:
            told = error.replace("\n", "\n  ").rstrip()
        return (f"[{number}]:\n  time      : 2026-11-30_10:00:05\n  host      : gpu01\n  rank      : {rank} (local_rank: "
                f"{rank})\n  exitcode  : {code} (pid: {pid})\n  error_file: <N/A>\n  traceback : {told}\n")

    others = "".join(one(i + 1, *failure) for i, failure in enumerate(failures[1:]))
    return ("=" * 60 + "\ntrain.py FAILED\n" + "-" * 60 + "\nFailures:\n" + (others or "  <NO_OTHER_FAILURES>\n") +
            "-" * 60 + "\nRoot Cause (first observed failure):\n" + one(0, *failures[0]) + "=" * 60 + "\n")


def deepspeed(code):
    command = "['/usr/bin/python3', '-u', 'train.py', '--local_rank=1', '--deepspeed', 'ds.json']"
    return ("[2026-11-30 10:00:05,101] [INFO] [launch.py:319:sigkill_handler] Killing subprocess 4001\n"
            "[2026-11-30 10:00:05,102] [INFO] [launch.py:319:sigkill_handler] Killing subprocess 4002\n"
            f"[2026-11-30 10:00:05,103] [ERROR] [launch.py:325:sigkill_handler] {command} exits with return code = {code}\n")


def mixed(text):
    """Returns the lines of two processes that write the same text, alternately."""
    lines = text.splitlines()
    pairs = itertools.chain.from_iterable(zip(lines[1:] + [""], lines))
    return "\n".join([lines[0], *(line for line in pairs if line)]) + "\n"


def work(rank, number, operation):
    return (f"[Rank {rank}] Watchdog caught collective operation timeout: WorkNCCL(SeqNum={number}, OpType={operation}, "
            f"NumelIn=25557032, NumelOut=25557032, Timeout(ms)=600000) ran for 600012 milliseconds before timing out.")


def watchdog(rank, number, operation):
    head = f"[rank{rank}]:[E1130 10:00:03.009 ProcessGroupNCCL.cpp"
    return (f"{head}:629] {work(rank, number, operation)}\n{head}:2168] [PG ID 0 PG GUID 0(default_pg) Rank {rank}]  failure "
            f"detected by watchdog at work sequence id: {number} PG status: last enqueued work: {number}, last completed work: "
            f"{number - 1}\n{head}:681] [Rank {rank}] Some NCCL operations have failed or timed out. Due to the asynchronous "
            "nature of CUDA kernels, subsequent GPU operations might run on corrupted/incomplete data.\n"
            f"{head}:695] [Rank {rank}] To avoid data inconsistency, we are taking the entire process down.\n")


def terminate(rank, number, operation):
    return ("terminate called after throwing an instance of 'c10::DistBackendError'\n  what():  [PG ID 0 PG GUID "
            f"0(default_pg) Rank {rank}] Process group watchdog thread terminated with exception: "
            f"{work(rank, number, operation)}\n")
