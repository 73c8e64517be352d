# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes records of a TensorBoard event file now and then; the value of each is the time at which it was written.

eventticks.py COUNT SINCE     the scalar "tick", whose value is the seconds since SINCE
"""

import random
import sys
import time

import eventfile

STEP = 0.3


def main():
    writer = eventfile.Writer("logs/tb")
    for step in range(int(sys.argv[1])):
        # Not synchronous with a reader that polls at regular intervals.
        time.sleep(STEP * random.uniform(0.5, 1.5))
        writer.add_scalar("tick", time.time() - float(sys.argv[2]), step)


main()
