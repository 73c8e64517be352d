# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
# For the commands that build: reports a disk that is too small at the start, not after minutes.
# shellcheck shell=bash

# need_disk MEGABYTES FOLDER: prints an error and exits if FOLDER cannot grow to that size.
need_disk() {
    local free has
    free=$(df -Pm "$2" | awk 'NR == 2 { print $4 }')
    has=$(du -sm "$2" | cut -f1)
    [ $((free + has)) -ge "$1" ] && return 0
    echo "$0: $(cd "$2" && pwd) would take about $1 MB, and its disk has $free MB left. Make room, then run this again." >&2
    exit 1
}
