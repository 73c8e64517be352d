# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Like mpi.py, for MPICH, whose library is called directly because the distribution builds mpi4py with Open MPI only."""

import ctypes
import os
import signal
import sys
import time

mpi = ctypes.CDLL("libmpich.so.12")
# Of MPICH's public binary interface.
WORLD, DOUBLE, SUM = 0x44000000, 0x4C00080B, 0x58000003

how, breaking = sys.argv[1], int(sys.argv[2])
mpi.MPI_Init(None, None)
rank, size = ctypes.c_int(), ctypes.c_int()
mpi.MPI_Comm_rank(WORLD, ctypes.byref(rank))
mpi.MPI_Comm_size(WORLD, ctypes.byref(size))
print(f"rank {rank.value} of {size.value}", flush=True)
for step in range(6):
    if step == 3 and rank.value == breaking:
        if how == "abort":
            mpi.MPI_Abort(WORLD, 7)
        elif how == "segv":
            os.kill(os.getpid(), signal.SIGSEGV)
    mine, total = ctypes.c_double(1.0 / (step + 1 + rank.value)), ctypes.c_double()
    mpi.MPI_Allreduce(ctypes.byref(mine), ctypes.byref(total), 1, DOUBLE, SUM, WORLD)
    print(f"step {step} loss {total.value / size.value:.4f}", flush=True)
    time.sleep(0.05)
mpi.MPI_Finalize()
