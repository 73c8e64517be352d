# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments, READMEs and names are written in plain present tense with the field's terms. The words below were used
in their place once."""

import pathlib
import re
import sys

import sources

WORDS = {
    r"somebody|someone else's|nobody|whoever|whomever|whosoever": "name the subject: the user, the client, the service, the caller",
    r"lest|be it|in vain|hitherto|thereof|therein|whereupon|henceforth|thus far|as it were": "write it plainly",
    # "The user who …" has a subject; "who looks again refreshes" is one.
    r"(?:^|[.;:] |\n)[Ww]ho (?!is\b|are\b)\w+s\b": "'who' needs a noun before it: the caller that, the user who",
    r"gives? back\b": "returns",
    r"\btells? (?:of|by|from)\b": "reports, states, shows",
    r"\b(?:is|are|was|were) told of\b": "is passed, is reported",
    r"\bspeaks? of\b": "refers to, shares",
    r"\bmade anew\b|\bread anew\b|\basked anew\b": "again",
}
NAMES = {
    # Identifiers that the table of names replaced.
    r"\b(?:Realiser|RealisedEnvironment|WholeRun|LogChips|LogBeside|RanksFrame|LensView|HeatStrip|PaceLegend|WizardFoot|"
    r"ReadingLine|SilenceBar|WorkspaceDoor|WorkspacePlace|FactList|Refusal)\b": "use the name of the table in GLOSSARY.md",
    r"\bletGo\b|\bdeaf\(": "reapInBackground, notResponding",
}


def prose_of(name, text):
    """Pairs of a line and a piece of prose: neighbouring comment lines are one, so that a phrase may break."""
    if name.endswith(".md"):
        return [(1, text)]
    pieces = []
    for line, comment in sources.comments(text):
        words = re.sub(r"^/+<? ?|^/\*+|\*/$", "", comment)
        if pieces and pieces[-1][2] == line - 1:
            first, before, _ = pieces[-1]
            pieces[-1] = (first, before + "\n" + words, line)
        else:
            pieces.append((line, words, line))
    return [(line, words) for line, words, _ in pieces]


def faults_of(texts):
    """Faults in a dict of names and texts."""
    faults = []
    for name, text in texts.items():
        for line, prose in prose_of(name, text):
            for words, instead in WORDS.items():
                for match in re.finditer(words if words.startswith((r"(?:^", r"\b")) else rf"\b(?:{words})\b", prose):
                    at = line + prose.count("\n", 0, match.start())
                    faults.append(f"{name}:{at}: “{match.group(0).strip()}”: {instead}")
        if not name.endswith(".md"):
            code = sources.code_alone(text)
            for words, instead in NAMES.items():
                for match in re.finditer(words, code):
                    faults.append(f"{name}:{code.count(chr(10), 0, match.start()) + 1}: {match.group(0)}: {instead}")
    return faults


def main():
    wrong = "// Lest it hangs, nobody waits.\n// Who asks again gets it.\nclass HeatStrip;\n".replace("Lest", "lest")
    sources.expect(len(faults_of({"ui/a.h": wrong})) == 4, "three words of the list and a name")
    sources.expect(not faults_of({"ui/a.h": "// The caller that waits is called.\n"}), "that plain English is plain")
    root = sys.argv[1]
    names = [*sources.listed(root, ("models", "ui", "app", "tests"), (".h", ".cpp", ".md")),
             *(name for name in ("README.md", "CONTRIBUTING.md", "GLOSSARY.md") if pathlib.Path(root, name).exists())]
    texts = {name: sources.read(root, name) for name in names}
    sources.finish(faults_of(texts), len(texts), "files")


main()
