# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The runs that make.py breaks, and the verdict that an expert reaches after reading all files that each has left."""


def says(rank, kind, evidence, followers=(), **more):
    """Returns a verdict. `evidence` is part of one of the evidence lines of the first cause; `rank` is -1 for the run
    itself."""
    return {"rank": rank, "kind": kind, "evidence": evidence, "followers": sorted(followers), **more}


def others(ranks, *broken):
    return [rank for rank in range(ranks) if rank not in broken]


def torch(how, rank, ranks, expected, more="", **settings):
    command = f"USE_LIBUV=0 exec python3 -X faulthandler train.py --how {how} --rank {rank} {more}".strip()
    return {"ranks": ranks, "command": command, "expected": expected, **settings}


def alone(how, rank, ranks, kind, evidence, more="", **settings):
    """Returns a case in which one rank fails by itself and all others follow."""
    return torch(how, rank, ranks, says(rank, kind, evidence, others(ranks, rank)), more, **settings)


def mpi(how, rank, ranks, expected, program="python3 -X faulthandler mpi.py --how", flavour="openmpi", **settings):
    command = f"{program} {how} {'--rank ' if program.endswith('--how') else ''}{rank}"
    return {"mpi": flavour, "ranks": ranks, "command": command, "expected": expected, **settings}


# Its agents meet in a file, because the store that they would open requires libuv, which the distribution's PyTorch
# lacks.
TORCHRUN = ("unset RANK WORLD_SIZE MASTER_ADDR MASTER_PORT LOCAL_RANK TORCHELASTIC_ERROR_FILE; USE_LIBUV=0 "
            "TORCH_DISABLE_SHARE_RDZV_TCP_STORE=1 exec torchrun --nproc-per-node 2 --rdzv-backend c10d "
            "--rdzv-conf store_type=file --rdzv-endpoint $PWD/meeting")

CASES = {
    "exception": alone("exception", 1, 4, "exception", "ValueError: learning rate must be positive"),
    "exception_rank0": alone("exception", 0, 2, "exception", "ValueError: learning rate must be positive"),
    "exception_of_8": alone("exception", 5, 8, "exception", "ValueError: learning rate must be positive"),
    "exception_after_caught": alone("exception", 2, 3, "exception", "ValueError: learning rate", "--at caught"),
    "chained_from": alone("chained-from", 1, 2, "missing-file", "FileNotFoundError: [Errno 2]"),
    "chained_during": alone("chained-during", 1, 2, "missing-file", "data/classes.txt"),
    "worker_exception": alone("worker-exception", 1, 2, "exception", "ValueError: cannot decode image"),
    "worker_killed": alone("worker-kill", 1, 2, "killed", "DataLoader worker (pid"),
    "segv": alone("segv", 1, 4, "crash", "Fatal Python error: Segmentation fault", env={"UCX_HANDLE_ERRORS": "none"}),
    "segv_told_by_ucx": alone("segv", 1, 2, "crash", "Caught signal 11 (Segmentation fault"),
    "abort": alone("abort", 0, 3, "crash", "Fatal Python error: Aborted"),
    "killed": alone("kill", 2, 3, "killed", ""),
    "memory_limit": alone("memory", 1, 2, "out-of-memory", "MemoryError"),
    "torch_memory_limit": alone("torch-memory", 1, 2, "out-of-memory", "DefaultCPUAllocator: can't allocate memory"),
    "missing_module": alone("module", 1, 2, "missing-module", "No module named 'torchaudio_of_tomorrow'"),
    "missing_module_early": torch("module", 1, 2, says(1, "missing-module", "torchaudio_of_tomorrow", [0]),
                                  "--at start --timeout 5"),
    "missing_file": alone("file", 2, 3, "missing-file", "'data/labels.csv'"),
    "bad_checkpoint": alone("unpickle", 0, 2, "bad-data", "UnpicklingError"),
    "assertion": alone("assertion", 1, 2, "assertion", "AssertionError: loss is not a number"),
    "shapes": alone("shape", 1, 2, "exception", "mat1 and mat2 shapes cannot be multiplied"),
    "disk_full": alone("disk", 1, 2, "disk-full", "No space left on device"),
    "progress_bar": alone("progress", 1, 2, "exception", "ZeroDivisionError"),
    "cpu_limit": alone("cpu-limit", 1, 2, "killed", ""),
    "interrupt": alone("interrupt", 1, 2, "interrupted", "KeyboardInterrupt"),
    "exit_3": alone("sys-exit", 1, 2, "exit", ""),
    "exit_words": alone("sys-exit-words", 1, 2, "exit", "No GPU found and --require-gpu was given."),
    "leaves_early": alone("leave", 1, 3, "ended-early", "nothing left to do, leaving"),
    "port_taken": torch("none", 9, 2, says(0, "port-taken", "Address already in use", [1]), "--timeout 5", port_taken=True,
                        grace=15),
    "never_joins": torch("hang", 1, 3, says(1, "rendezvous-timeout", "", [0, 2]), "--at start --timeout 5"),
    "never_joins_rank0": torch("hang", 0, 2, says(0, "rendezvous-timeout", "", [1]), "--at start --timeout 5"),
    "hang_gloo": torch("hang", 1, 3, says(1, "hang", "", [0, 2]), "--timeout 5"),
    "hang_barrier": torch("hang", 1, 3, says(1, "hang", "", [0, 2]), "--timeout 5 --barrier"),
    "hang_limit": torch("hang", 1, 3, says(None, "hang", "", tie=3), limit=15),
    "hang_limit_words": torch("hang", 1, 3, says(1, "hang", "step 2 loss", [0, 2]), "--words", limit=15),
    "canceled": torch("hang", 0, 2, None, "", cancel_after=8),
    "all_same_import": torch("import-error", -2, 4, says(None, "missing-module", "DistributedLoader", tie=4),
                             "--at start"),
    "all_bad_argument": torch("none", 9, 2, says(None, "bad-argument", "unrecognized arguments: --learnig_rate", tie=2),
                              "--learnig_rate 0.1"),
    "bad_argument_one": {"ranks": 2, "expected": says(1, "bad-argument", "invalid choice: 'middle'", [0]),
                         "command": "[ $RANK = 1 ] && more='--at middle'; USE_LIBUV=0 exec python3 train.py $more "
                                    "--timeout 5"},
    "no_such_script": {"ranks": 2, "expected": says(None, "missing-file", "can't open file", tie=2),
                       "command": "exec python3 trian.py"},
    "no_such_command": {"ranks": 1, "expected": says(0, "missing-file", "deepspeed: command not found"),
                        "command": "deepspeed train.py"},
    "syntax_error": {"ranks": 1, "expected": says(0, "exception", "SyntaxError"),
                     "command": "echo 'def f(:' > bad.py; exec python3 bad.py"},
    "child_killed_shell": {"ranks": 2, "expected": says(1, "killed", "", [0]),
                           "command": "how=none; [ $RANK = 1 ] && how=kill; USE_LIBUV=0 python3 train.py --how $how "
                                      "--rank 1; exit $?"},
    "torchrun_exception": {"ranks": 1, "expected": says(1, "exception", "ValueError: learning rate", [0]),
                           "command": f"{TORCHRUN} train.py --how exception --rank 1"},
    "torchrun_segv": {"ranks": 1, "expected": says(1, "crash", "SIGSEGV", [0]),
                      "command": f"{TORCHRUN} train.py --how segv --rank 1"},
    "mpi_abort": mpi("abort", 1, 4, says(1, "mpi-abort", "MPI_ABORT was invoked on rank 1", others(4, 1))),
    "mpi_exception": mpi("exception", 1, 2, says(1, "exception", "ValueError: gradient of layer 3", [0]), limit=15),
    "mpi_exception_m": mpi("exception", 2, 4, says(2, "exception", "ValueError: gradient of layer 3", others(4, 2)),
                           "python3 -m mpi4py mpi.py --how"),
    "mpi_segv": mpi("segv", 1, 3, says(1, "crash", "Segmentation fault", [0, 2])),
    "mpi_killed": mpi("kill", 3, 4, says(3, "killed", "", others(4, 3))),
    "mpi_exit": mpi("exit", 1, 2, says(1, "exit", "", [0])),
    "mpi_hang_limit": mpi("hang", 1, 3, says(None, "hang", "", tie=3), limit=12),
    "mpi_hang_limit_words": mpi("hang-words", 1, 3, says(1, "hang", "reading the next shard", [0, 2]), limit=20),
    "mpich_abort": mpi("abort", 1, 3, says(1, "mpi-abort", "MPI_Abort", [0, 2]), "python3 -X faulthandler mpich.py", "mpich"),
    "mpich_segv": mpi("segv", 2, 3, says(2, "crash", "", [0, 1]), "python3 -X faulthandler mpich.py", "mpich"),
}
