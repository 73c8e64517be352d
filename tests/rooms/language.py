# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that comments, READMEs and names are in plain present tense and use the terms of the field. The list contains
words to avoid. It covers comments in all languages of the tree, documents, and names in code."""

import ast
import io
import re
import sys
import tokenize

import sources

NOUN = "name the subject: the user, the client, the service, the caller"
PLAIN = "write it plainly"
# The forms are searched within a sentence, which may span lines.
WORDS = {
    r"somebody|someone else's|nobody|whoever|whomever|whosoever|whose'?s": NOUN,
    # "The user who …" has a subject; "who looks again refreshes" has none.
    r"(?:^|[.;:]\s|[.;:]$)\s*who (?!(?:is|are|was|were)\b)\w+s": NOUN,
    r"lest|be it|in vain|hitherto|thereof|therein|thereby|thereto|wherein|whereby|whereof|whereupon|whence|thence|henceforth|hence|"
    r"thus far|as it were|ere|whilst|betwixt|unto|forthwith|anew|afresh|perchance|nay|for want of|in want of|must needs|"
    r"shall|ought to|but for|save for|of late|by and by|for ever|so it be|none the less|upon|thus|aught|naught|withal|likewise|"
    r"of its own accord|regards|hears?|speaks?|learns? of|knows? of|gives? way|takes? away|taken away|holds? good": PLAIN,
    r"(?:is|are|was|were|be|been|as) (?:told|said)(?! (?:apart|that))|tells? (?:of|by|from)|is spoken of": "is passed, is reported, states, shows",
    r"gives? back": "returns",
    r"makes? anew|goes on|go on|going on": "continues, repeats",
    r"(?:empty|null|nothing|none|false|true|nullptr|-1|0) where": "if",
    r"stands? (?:in(?! for)|at|beside|below|above|before|behind|alone|nowhere|there|somewhere|elsewhere)": "is in, is beside",
    r"(?:one|two) (?!from|break)\w+ an? (?:class|file|line|rank|run|process|package|verb|benchmark|icon|test|job|step|row|room|node|key)": "per",
    r"trainings": "training runs",
    r"the whole(?=[.,;:)]| (?:with|is|has|of it)\b)": "all of it",
    r"(?<!there\s)(?:is|are) no (?:error|errors|prefix|prefixes|job|jobs|word|cause|exception|workspace|artifact|artifacts|test|file|number|name|YAML|UTF-8)": "is not a",
}
NAMES = {
    # Identifiers that the table of names replaced.
    r"Realiser|RealisedEnvironment|WholeRun|LogChips|LogStep|LogBeside|RanksFrame|LensView|HeatStrip|PaceLegend|WizardFoot|ReadingLine|"
    r"SilenceBar|WorkspaceDoor|WorkspacePlace|FactList|Refusal|TopicReading|Procedure|letGo|deaf|rivals":
        "use the name of the table in GLOSSARY.md",
    # Members and test cases that a verb without an object names.
    r"m_(?:told|settled|begun|gone|asked|asking\w*|looked|said)": "name what the value is",
    r"\w+(?:IsSaid|AreSaid|IsTold|AreTold|SaysSo|SaySo)": "reports, shows",
    # Archaic words as parts of names: letNobodyWait, lestItHangs.
    r"(?:[a-z]\w*)?(?:[Ss]omebody|[Nn]obody|[Ww]hoever|(?<![A-Za-z])lest(?=[A-Z_])|(?<=[a-z])Lest(?=[A-Z])|(?<![A-Za-z])anew|Anew|[Aa]fresh|[Hh]itherto|[Ww]hence)(?![a-z])\w*":
        "name what it does",
}
CODE = (".h", ".cpp")
HASH = (".py", ".sh", ".cmake", "CMakeLists.txt", ".yml", ".packages", ".supp", "/run", "/tidy", "/buildroot", ".clang-tidy", ".clang-format", ".amlignore")
# Files that the tests read as data.
DATA = ("tests/data/causes/cases/", "tests/fuzz/seeds/")


def pieces_of(name, text):
    """Returns pairs of a line and a text for people: a comment, a docstring, or a document."""
    if name.endswith(".md"):
        return [(1, text)]
    if name.endswith((*CODE, ".qml")):
        found = list(sources.comments(text))
    elif name.endswith(".sql"):
        found = [(at, line) for at, line in enumerate(text.split("\n"), 1) if line.lstrip().startswith("--")]
    elif name.endswith(HASH):
        found = [(text.count("\n", 0, match.start()) + 1, match.group(0)) for match in re.finditer(r"(?:(?<=\s)|^)#(?!!).*", text, re.M)]
    else:
        found = []
    pieces = []
    for line, comment in found:
        words = re.sub(r"^\s*(?://+<? ?|/\*+|-- ?|# ?)|\*/$|(?<=\n)\s*\* ?", "", comment)
        # Adjacent lines are one text, so that a phrase may span them.
        if pieces and pieces[-1][2] == line - 1:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + "\n" + words, line)
        else:
            pieces.append((line, words, line))
    documented = []
    if name.endswith(".py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and ast.get_docstring(node):
                documented.append((node.body[0].lineno, ast.get_docstring(node)))
    return [(line, words) for line, words, _ in pieces] + documented


def code_of(name, text):
    """Returns the names in a source: its code without comments and literals."""
    if name.endswith(CODE):
        return sources.code_alone(text)
    if name.endswith(".py"):
        lines = [""] * (text.count("\n") + 2)
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.NAME:
                lines[token.start[0] - 1] += token.string + " "
        return "\n".join(lines)
    return ""


def faults_of(texts):
    """Returns the faults in a dict of names and texts."""
    words = [(re.compile((r"" if form.startswith("(?:^") else r"(?<![\w-])") + rf"(?:{form})(?![\w-])".replace(" ", " +"), re.I), instead)
             for form, instead in WORDS.items()]
    names = [(re.compile(rf"\b(?:{form})\b"), instead) for form, instead in NAMES.items()]
    faults = []
    for name, text in texts.items():
        for line, piece in pieces_of(name, text):
            for form, instead in words:
                for match in form.finditer(re.sub(r"\s", " ", piece)):
                    at = line + piece.count("\n", 0, match.start())
                    faults.append(f"{name}:{at}: “{' '.join(match.group(0).split())}”: {instead}")
        code = code_of(name, text)
        for form, instead in names:
            for match in form.finditer(code):
                faults.append(f"{name}:{code.count(chr(10), 0, match.start()) + 1}: {match.group(0)}: {instead}")
    return faults


def main():
    def sees(name, text):
        sources.expect(faults_of({name: text}), f"in {name}: {text}")
    for name, mark in (("ui/a.h", "// "), ("ui/a.cpp", "int a; // "), ("tests/a.py", "# "), ("packaging/a.sh", "# "), ("CMakeLists.txt", "# "),
                       ("a/b.sql", "-- "), ("ui/README.md", ""), ("ui/a.qml", "// ")):
        for phrase in ("lest it hangs", "Nobody waits.", "It waits in vain", "A; who asks again gets it.", "It goes on.", "Empty where it fails.",
                       "one file a class", "Be it said.", "It is told to read.", "a case of the whole."):
            sees(name, mark + phrase)
    sees("ui/a.h", "// It waits in\n// vain.\n")
    sees("ui/a.h", "/* It waits in\n * vain. */\n")
    sees("ui/a.h", "// Who asks again waits.\n")
    sees("tests/a.py", 'def f():\n    """Whoever asks."""\n')
    for code in ("class HeatStrip;", "void letNobodyWait();", "bool lestItHangs = true;", "int m_readAnew;", "bool m_told;", "void anErrorIsSaid();"):
        sees("ui/a.h", code)
    sees("tests/a.py", "def let_nobody_wait():\n    pass\n")
    for right in ("The caller that waits is called.", "The user who opens it, and who is asked, waits.", "It reads the whole file.", "nothing; where it is"):
        sources.expect(not faults_of({"ui/a.h": "// " + right}), f"that this is plain: {right}")
    root = sys.argv[1]
    names = [name for name in sources.listed(root, (".",), (*CODE, *HASH, ".md", ".sql", ".qml")) if not name.startswith(DATA)]
    texts = {name: sources.read(root, name) for name in names}
    sources.finish(faults_of(texts), len(texts), "files")


main()
