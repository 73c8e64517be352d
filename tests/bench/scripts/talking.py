# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""talking.py RATE SECONDS: each rank writes that many lines per second, one at a time."""

import os
import sys
import time

RATE, SECONDS = int(sys.argv[1]), float(sys.argv[2])


def main():
    rank = os.environ["RANK"]
    begin = time.monotonic()
    for line in range(int(RATE * SECONDS)):
        late = begin + line / RATE - time.monotonic()
        if late > 0:
            time.sleep(late)
        os.write(1, b"[rank %s] epoch %d step %d loss %.4f samples/s %d\n" %
                 (rank.encode(), line // 1000, line, 1 / (line + 1), 900 + line % 100))


main()
