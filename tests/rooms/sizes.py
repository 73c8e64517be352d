# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A function has at most 60 body lines and a class at most 300, counted over all its functions. A class is written in
one source, and the file is named after it. Relies on clang-format: what begins in the first column ends there."""

import collections
import re
import sys

import sources

LONGEST_FUNCTION = 60
LARGEST_CLASS = 300

TYPE = re.compile(r"^(?:template <.*> ?)?(?:class|struct|union|enum|namespace|extern)\b")
MEMBER = re.compile(r"(?:^|[\s*&])((?:\w+::)+)(?:~?\w+|operator[^(]*)$")
DECLARED = re.compile(r"^(?:class (\w+)(?: final)?(?: :|$| \{)|using (\w+) =)", re.M)


def head_before(lines, brace):
    """The declaration that the line `brace` opens, and where it begins."""
    first = brace
    while first > 0 and (lines[first] == "{" or lines[first].startswith((" ", "\t")) or
                         lines[first].startswith(("}", ")")) is False and lines[first - 1].endswith((",", "(", "&&", "||"))):
        first -= 1
        if not lines[first].startswith((" ", "\t", "{")):
            break
    return " ".join(line.strip() for line in lines[first:brace + 1]), first


def parts(text):
    """Each function at namespace level: its class (empty for none), its first line, the lines of its body."""
    lines = sources.code_alone(text).split("\n")
    start = None
    for number, line in enumerate(lines):
        if start is None and (line == "{" or (line.endswith("{") and line[:1] not in (" ", "\t", "}", "#"))):
            start = number
        elif start is not None and line.startswith("}"):
            head, first = head_before(lines, start)
            if "(" in head and not TYPE.match(head):
                member = MEMBER.search(head.split("(")[0].strip())
                owner = member.group(1).split("::")[-2] if member else ""
                yield owner, first + 1, number - start - 1
            start = None
        if start is not None and TYPE.match(line) and line.endswith("{") and line.startswith("namespace"):
            start = None


def nested(text):
    """Functions that are written inside a class: the class, first line, lines of the body."""
    lines = sources.code_alone(text).split("\n")
    current, start = "", None
    for number, line in enumerate(lines):
        declared = re.match(r"^(?:class|struct) (?:\w+::)*(\w+)", line)
        if declared and not line.endswith(";"):
            current = declared.group(1)
        if re.match(r"^\}", line):
            current = ""
        if not current:
            continue
        if line == "    {":
            start = number
        elif line == "    }" and start is not None:
            yield current, start + 1, number - start - 1
            start = None


def faults_of(texts):
    """Faults in a dict of names and texts."""
    faults, size, written = [], collections.Counter(), collections.defaultdict(set)
    for name, text in texts.items():
        for owner, line, length in [*parts(text), *nested(text)]:
            if length > LONGEST_FUNCTION:
                faults.append(f"{name}:{line}: a function of {length} lines; the limit is {LONGEST_FUNCTION}")
            if owner:
                # A class of an unnamed namespace is another one in each source.
                key = (owner, name.rsplit("/", 1)[0])
                size[key] += length
                if name.endswith(".cpp"):
                    written[key].add(name)
    for (owner, folder), lines in size.items():
        if lines > LARGEST_CLASS:
            faults.append(f"{folder}: the class {owner} has {lines} body lines; the limit is {LARGEST_CLASS}")
    for (owner, folder), names in written.items():
        if len(names) > 1 and owner != "Private":
            faults.append(f"{folder}: the class {owner} is cut into {', '.join(sorted(names))}")
    for name, text in texts.items():
        if not name.endswith(".h"):
            continue
        declared = [one or other for one, other in DECLARED.findall(re.sub(r"^class \w+;$", "", text, flags=re.M))]
        file = sources.unit(name).rsplit("/", 1)[1]
        if re.search(r"^class \w+(?!\w|;)", text, re.M) and not any(one.lower() == file for one in declared):
            faults.append(f"{name}: holds {', '.join(declared)}; name the file after its class")
    return sorted(faults)


def main():
    long = "void Big::run()\n{\n" + "    step();\n" * 61 + "}\n"
    sources.expect(any("61 lines" in fault for fault in faults_of({"ui/big.cpp": long})), "a long function")
    many = "".join(f"void Big::run{i}()\n{{\n" + "    step();\n" * 51 + "}\n" for i in range(6))
    sources.expect(any("306 body lines" in fault for fault in faults_of({"ui/big.cpp": many})), "a large class")
    halves = {"ui/big.cpp": "void Big::a()\n{\n    b();\n}\n", "ui/big2.cpp": "int Big::b() const\n{\n    return 1;\n}\n"}
    sources.expect(any("is cut into" in fault for fault in faults_of(halves)), "a class in two sources")
    sources.expect(faults_of({"ui/small.h": "class Big\n{\n};\n"}), "a file that is not named after its class")
    root = sys.argv[1]
    texts = {name: sources.read(root, name) for name in sources.listed(root)}
    sources.finish(faults_of(texts), len(texts), "files")


main()
