# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sizes of functions and classes. A function has at most 60 body lines. A class has at most 300, counted
over all its functions and those of the types within it. Its functions are in one file (a header and its source count
as one), which is named after it. A file contains only small classes besides the one that it is named after."""

import collections
import re
import sys

import scopes
import sources

LONGEST_FUNCTION = 60
LARGEST_CLASS = 300
# The limits for a class that its file is not named after: if a header declares it, and if it is local to a source.
LARGEST_SECOND = 80
LARGEST_HELPER = 200

USING = re.compile(r"^using (\w+) =", re.M)


def plain(name):
    """Returns the parts of a qualified name, without template arguments."""
    return re.sub(r"<[^<>]*>", "", name).split("::")


def owner_of(function, classes):
    """Returns the outermost class that a function belongs to; empty if there is none."""
    around = [part for name in function.classes for part in plain(name)] + plain(function.name)[:-1]
    return next((name for name in around if name in classes), "")


def faults_of(texts):
    """Returns the faults in a dict of names and texts."""
    faults, declared, found = [], collections.defaultdict(set), {}
    for name, text in texts.items():
        found[name] = scopes.scopes(text)
        for one in found[name]:
            if one.kind == "class" and not one.classes:
                declared[plain(one.name)[-1]].add(name)
    # A class that is declared only in sources is a different one in each of them.
    public = {one for one, names in declared.items() if any(name.endswith(".h") for name in names)}
    size, written = collections.Counter(), collections.defaultdict(set)
    for name, parts in found.items():
        for one in parts:
            if one.kind != "function":
                continue
            if one.body > LONGEST_FUNCTION:
                faults.append(f"{name}:{one.first}: a function of {one.body} lines; the limit is {LONGEST_FUNCTION}")
            # A class whose declaration is not visible here is identified by the functions that name it.
            qualified = plain(one.name)
            owner = owner_of(one, declared) or (qualified[-2] if len(qualified) > 1 else "")
            if owner:
                is_local = "" in one.namespaces or (owner in declared and owner not in public)
                key = (owner, name if is_local else "::".join(one.namespaces))
                size[key] += max(1, one.body)
                written[key].add(sources.unit(name))
    for (owner, place), lines in size.items():
        units = written[owner, place]
        if len(units) > 1:
            faults.append(f"{place}: the class {owner} is cut into {', '.join(sorted(units))}")
        is_named = any(unit.rsplit("/", 1)[1] == owner.lower() for unit in units)
        limit = LARGEST_CLASS if is_named else LARGEST_SECOND if owner in public else LARGEST_HELPER
        if lines > limit:
            faults.append(f"{', '.join(sorted(units))}: the class {owner} has {lines} body lines; the limit is {limit}"
                          + ("" if is_named else " where the file is not named after it"))
    for name, text in texts.items():
        if name.endswith(".h"):
            classes = [plain(one.name)[-1] for one in found[name]
                       if one.kind == "class" and one.is_class and not one.classes]
            file = sources.unit(name).rsplit("/", 1)[1]
            if classes and not any(one.lower() == file for one in classes + USING.findall(text)):
                faults.append(f"{name}: holds {', '.join(classes)}; name the file after its class")
    return sorted(faults)


def function(head, lines):
    return head + "\n{\n" + "    step();\n" * lines + "}\n"


def main():
    def sees(what, texts, words):
        sources.expect(any(words in fault for fault in faults_of(texts)), what)
    for head in ("void run()", "void Big::run() const", "Big::Big(int a)\n    : m_a{a}\n    , m_b(f(a))", "template <typename T>\nT f(T a)",
                 "auto f() const noexcept -> std::map<int, int>", "bool Big::operator()(int a)", "void Big::run()\ntry"):
        sees(f"the length of {head}", {"ui/big.cpp": function(head, 61)}, "61 lines")
        sources.expect(not faults_of({"ui/big.cpp": function(head, 60)}), f"that {head} may have 60 lines")
    sees("a long lambda", {"ui/a.cpp": "const auto f = [](int a) {\n" + "    step();\n" * 61 + "};\n"}, "61 lines")
    sees("a long lambda in a table", {"ui/a.cpp": "const Row rows[] = {\n    {1, [] {\n" + "    step();\n" * 61 + "    }},\n};\n"}, "61 lines")
    sees("a long function in a class", {"ui/a.h": "class A\n{\n    struct B\n    {\n        void c()\n        {\n" + "    d();\n" * 61 + "        }\n    };\n};\n"}, "61 lines")
    six = "".join(function(f"void Big::run{i}()", 51) for i in range(6))
    sees("a large class", {"ui/big.cpp": six}, "306 body lines")
    nested = "class Big\n{\n    struct Private;\n};\n"
    sees("a class that is large by a type within it", {"ui/big.h": nested, "ui/big.cpp": six.replace("Big::run3", "Big::Private::run3")}, "306 body lines")
    sees("a class in two sources", {"ui/big.h": "class Big\n{\n};\n", "ui/big.cpp": function("void Big::a()", 1),
                                    "models/big2.cpp": function("int Big::b() const", 1)}, "is cut into")
    sees("a part of a class in two sources", {"ui/big.h": nested, "ui/big.cpp": function("void Big::a()", 1),
                                              "ui/big2.cpp": function("int Big::Private::b() const", 1)}, "is cut into")
    sees("a file that is not named after its class", {"ui/small.h": "class Big\n{\n};\n"}, "name the file")
    sees("a second class that is large", {"ui/a.h": "class A\n{\n};\nclass Big\n{\n};\n", "ui/a.cpp": function("void Big::b()", 60) + function("void Big::c()", 21)},
         "not named after it")
    root = sys.argv[1]
    texts = {name: sources.read(root, name) for name in sources.listed(root)}
    sources.finish(faults_of(texts), len(texts), "files")


main()
