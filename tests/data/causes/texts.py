# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases that are NOT from runs: what they require (GPUs, Horovod, two machines with different clocks, a kernel without
free memory) is not available where the corpus is created. Their texts follow the format strings of PyTorch, NCCL,
Horovod and Linux."""

from cases import says

STEPS = "process group ready\nstep 0 loss 0.7500\nstep 1 loss 0.4167\n"


def raised(rank, frames, headline):
    lines = ["Traceback (most recent call last):", *frames, headline]
    return STEPS + "".join(f"[rank{rank}]: {line}\n" for line in lines)


TRAIN = ['  File "/data/birds/train.py", line 42, in <module>', "    main()"]
BACKWARD = [*TRAIN, '  File "/data/birds/train.py", line 31, in main', "    loss.backward()"]
LOST = ("torch.distributed.DistBackendError: NCCL error in: ../torch/csrc/distributed/c10d/ProcessGroupNCCL.cpp:2251, "
        "remote process exited or there was a network error, NCCL version 2.21.5")
OUT_OF_MEMORY = ("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 1 has a total capacity of "
                 "23.65 GiB of which 1.20 GiB is free. Process 4711 has 22.44 GiB memory in use.")
WATCHDOG = ("Watchdog caught collective operation timeout: WorkNCCL(SeqNum=42, OpType=ALLREDUCE, NumelIn=25557032, "
            "NumelOut=25557032, Timeout(ms)=600000) ran for 600012 milliseconds before timing out.")


def late(rank):
    return (STEPS + f"[rank{rank}]:[E1125 14:23:36.009 ProcessGroupNCCL.cpp:629] [Rank {rank}] {WATCHDOG}\n"
            "terminate called after throwing an instance of 'c10::DistBackendError'\n"
            f"  what():  [PG ID 0 PG GUID 0(default_pg) Rank {rank}] Process group watchdog thread terminated with "
            f"exception: [Rank {rank}] {WATCHDOG}\n")


# For each rank: its log, its result, and the time of the last line in seconds after the start.
TEXTS = {
    "text_cuda_out_of_memory": {
        "ranks": [(raised(0, BACKWARD, LOST), {"exitCode": 1}, 12.0),
                  (raised(1, BACKWARD, OUT_OF_MEMORY), {"exitCode": 1}, 11.0)],
        "expected": says(1, "cuda-out-of-memory", "CUDA out of memory. Tried to allocate 2.00 GiB", [0])},
    "text_cuda_assert": {
        "ranks": [(raised(0, BACKWARD, "RuntimeError: CUDA error: device-side assert triggered"), {"exitCode": 1}, 11.0),
                  (raised(1, BACKWARD, LOST), {"exitCode": 1}, 12.0)],
        "expected": says(0, "cuda-error", "device-side assert triggered", [1])},
    "text_nccl_error": {
        "ranks": [(raised(0, BACKWARD, LOST), {"exitCode": 1}, 12.0),
                  (raised(1, BACKWARD, "torch.distributed.DistBackendError: NCCL error in: ../torch/csrc/distributed/"
                          "c10d/NCCLUtils.cpp:133, unhandled system error (run with NCCL_DEBUG=INFO for details), NCCL "
                          "version 2.21.5"), {"exitCode": 1}, 11.0)],
        "expected": says(1, "nccl-error", "unhandled system error", [0])},
    "text_nccl_watchdog": {
        "ranks": [(late(0), {"signal": 6}, 612.0), (STEPS, {"signal": 15}, 10.0), (late(2), {"signal": 6}, 612.0)],
        "expected": says(1, "hang", "Watchdog caught collective operation timeout", [0, 2])},
    "text_kernel_out_of_memory": {
        "ranks": [(raised(0, BACKWARD, "RuntimeError: [../third_party/gloo/gloo/transport/tcp/pair.cc:534] Connection "
                          "closed by peer [10.0.0.2]:8399"), {"exitCode": 1}, 12.0), (STEPS, {"signal": 9}, 11.0)],
        "kernel": {"1": "Out of memory: Killed process 4711 (python3) total-vm:94371840kB, anon-rss:62914560kB, "
                        "file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:123456kB oom_score_adj:0"},
        "expected": says(1, "out-of-memory", "step 1 loss", [0])},
    "text_horovod": {
        "ranks": [(raised(0, TRAIN, "horovod.common.exceptions.HorovodInternalError: Horovod has been shut down. This "
                          "was caused by an exception on one of the ranks or an attempt to allreduce, allgather or "
                          "broadcast a tensor after one of the ranks finished execution."), {"exitCode": 1}, 12.0),
                  (raised(1, TRAIN, "ValueError: Expected more than 1 value per channel when training"),
                   {"exitCode": 1}, 11.0)],
        "expected": says(1, "exception", "Expected more than 1 value per channel", [0])},
    "text_clocks_disagree": {
        "ranks": [(raised(0, TRAIN, "RuntimeError: Connection closed by peer [10.0.0.2]:8399"), {"exitCode": 1}, 1.0),
                  (raised(1, TRAIN, "ValueError: learning rate must be positive"), {"exitCode": 1}, 31.0)],
        "expected": says(1, "exception", "learning rate must be positive", [0], certainty="clocks-disagree")},
}
