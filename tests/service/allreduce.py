# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The smallest MPI program: all ranks compute one sum. It runs with Open MPI and MPICH, without headers. With "abort",
the last rank aborts the program while the other ranks wait for it, as mpi4py does when an exception reaches it."""

import ctypes
import sys

if sys.argv[1] == "openmpi":
    mpi = ctypes.CDLL("libmpi.so.40", ctypes.RTLD_GLOBAL)
    world, integer, plus = (ctypes.c_void_p(ctypes.addressof(ctypes.c_char.in_dll(mpi, f"ompi_mpi_{name}")))
                            for name in ("comm_world", "int", "op_sum"))
else:
    mpi = ctypes.CDLL("libmpich.so.12", ctypes.RTLD_GLOBAL)
    world, integer, plus = 0x44000000, 0x4C000405, 0x58000003

rank, size, total = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
mpi.MPI_Init(None, None)
mpi.MPI_Comm_rank(world, ctypes.byref(rank))
mpi.MPI_Comm_size(world, ctypes.byref(size))
if sys.argv[2:] == ["abort"] and rank.value == size.value - 1:
    mpi.MPI_Abort(world, 5)
mpi.MPI_Allreduce(ctypes.byref(rank), ctypes.byref(total), 1, integer, plus, world)
print(f"rank {rank.value} of {size.value} sum {total.value}", flush=True)
mpi.MPI_Finalize()
