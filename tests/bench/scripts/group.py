# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a line when this rank has joined a process group with all other ranks."""

import time

import torch.distributed as dist

dist.init_process_group("gloo")
dist.barrier()
print("ready", repr(time.time()), flush=True)
dist.barrier()
dist.destroy_process_group()
