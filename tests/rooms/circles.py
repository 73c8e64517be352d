# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""No circle of includes: a header and its source are one file here, and what it includes leads never back to it."""

import re
import sys

import sources

INCLUDE = re.compile(r'^\s*#\s*include\s+"((?:models|ui|app)/[^"]+)\.h"', re.M)


def circles(graph):
    """The strongly connected parts of more than one unit (Tarjan)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(graph.get(node, ())):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            part = []
            while not part or part[-1] != node:
                part.append(stack.pop())
            if len(part) > 1:
                found.append(sorted(part))

    sys.setrecursionlimit(10_000)
    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def main():
    sources.expect(circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]], "a circle of three")
    sources.expect(circles({"a": {"b"}, "b": set()}) == [], "that a line is no circle")
    root = sys.argv[1]
    graph = {}
    for name in sources.listed(root):
        unit = sources.unit(name)
        graph.setdefault(unit, set()).update(set(INCLUDE.findall(sources.read(root, name))) - {unit})
    faults = ["a circle of includes: " + ", ".join(part) for part in circles(graph)]
    sources.finish(faults, len(graph), "units")


main()
