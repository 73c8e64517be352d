# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that there are no cyclic includes. A header and its source are one unit."""

import posixpath
import re
import sys

import sources

INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|import)[ \t]*["<]([^">\n]+)[">]', re.M)


def graph_of(texts):
    """Returns each unit of a dict of names and texts with the units that it includes, by the top of the tree or by its
    folder."""
    units = {sources.unit(name) for name in texts}
    graph = {unit: set() for unit in units}
    for name, text in texts.items():
        unit = sources.unit(name)
        for include in INCLUDE.findall(sources.without_comments(text)):
            for path in (include, posixpath.normpath(posixpath.join(posixpath.dirname(name), include))):
                if sources.unit(path) in units - {unit}:
                    graph[unit].add(sources.unit(path))
    return graph


def circles(graph):
    """Returns the strongly connected components of more than one unit (Tarjan)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(graph[node]):
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
    three = {"ui/a.h": '#include "ui/b.h"\n', "ui/b.h": "", "ui/b.cpp": '#include "ui/b.h"\n#include "ui/c.h"\n', "ui/c.h": "#  include <ui/a.h>\n"}
    sources.expect(circles(graph_of(three)) == [["ui/a", "ui/b", "ui/c"]], "a circle of three, by a source")
    beside = {"ui/x/a.h": '#include "b.h"\n', "ui/x/b.h": '#include "../x/a.h"\n'}
    sources.expect(circles(graph_of(beside)) == [["ui/x/a", "ui/x/b"]], "a circle of files that lie beside each other")
    line = {"ui/a.h": '#include "ui/b.h"\n', "ui/a.cpp": '#include "ui/a.h"\n', "ui/b.h": '// #include "ui/a.h"\n'}
    sources.expect(circles(graph_of(line)) == [], "that a line is no circle")
    root = sys.argv[1]
    graph = graph_of({name: sources.read(root, name) for name in sources.listed(root)})
    faults = ["a circle of includes: " + ", ".join(part) for part in circles(graph)]
    sources.finish(faults, len(graph), "units")


main()
