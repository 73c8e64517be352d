# SPDX-FileCopyrightText: 2026 The Roost developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the namespaces, classes and functions of a C++ text by its braces. For the code of this tree, not for all of
C++: macros that open a brace are not expanded."""

import dataclasses
import re

import sources

DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n\\]|\\.)*", re.M | re.S)
CLASS = re.compile(r"\b(?:class|struct|union)\s+(?:alignas\(\w+\)\s*|\[\[\w+\]\]\s*|[A-Z_]+\s+)?((?:\w+::)*\w+)(?:<[^{}()]*>)?\s*(?:final\s*)?(?::(?!:)[^()]*)?$")
NAMESPACE = re.compile(r"\bnamespace\b\s*((?:\w+::)*\w+)?\s*$")
# The text after the parameters of a function: `const noexcept -> Type`, or members that a constructor initialises.
AFTER_PARAMETERS = re.compile(r"\)\s*(?:(?:const\b|noexcept\b|override\b|final\b|mutable\b|try\b|&&?|requires\b.*|->[^;=]*|:(?!:).*[)}])\s*)*$", re.S)
LAMBDA = re.compile(r"\[[^\[\]]*\]\s*(?:<[^<>]*>\s*)?(?:\((?:[^()]|\([^()]*\))*\)\s*)?(?:(?:mutable\b|noexcept\b|->[^;{}=]*)\s*)*$")
MEMBER_WITH_BRACES = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:).*[\w>]\s*$", re.S)
FUNCTION_NAME = re.compile(r"((?:\w+(?:<[^<>()]*>)?::)*)(~?\w+|operator\s*(?:\(\)|[^\s(]+|\w[\w\s:*&]*))\s*$")


@dataclasses.dataclass
class Scope:
    kind: str  # namespace, class, function, other
    name: str  # "Roost::Ui", "Big", "Big::run"; empty if there is none
    namespaces: list  # the surrounding names, outermost first
    classes: list
    is_class: bool  # declared with the keyword `class`
    first: int  # lines of the braces
    last: int = 0
    resumed: tuple = ("", 0)  # head and depth of parentheses that the reader returns to

    @property
    def body(self):
        """Returns the lines between the braces."""
        return max(0, self.last - self.first - 1)


def kind_of(head, around):
    """Returns the kind and the name of the scope that a brace after `head` opens; `around` is the kind of the
    surrounding scope."""
    if around == "function":
        return "other", ""
    if around == "other":
        return ("function", "") if LAMBDA.search(head) else ("other", "")
    if (match := NAMESPACE.search(head)):
        return "namespace", match.group(1) or ""
    if re.match(r'.*\bextern\s*""\s*$', head, re.S):
        return "namespace", ""
    if re.search(r"\benum\b", head):
        return "other", ""
    if LAMBDA.search(head):
        return "function", ""
    if "(" in head and AFTER_PARAMETERS.search(head) and not re.search(r"=\s*$", head):
        called = FUNCTION_NAME.search(before_parameters(head))
        return "function", "".join(called.groups()) if called else ""
    if (match := CLASS.search(head)):
        return "class", match.group(1)
    return "other", ""


def before_parameters(head):
    """Returns the text before the first parenthesis outside of angle brackets: `int Big::run`."""
    head = re.sub(r"^\s*template\s*<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>", "", head)
    head = re.sub(r"\b(?:alignas|decltype|noexcept|explicit|requires)\s*\((?:[^()]|\([^()]*\))*\)", "", head)
    head = head.replace("operator()", "operator_call")
    depth = 0
    for at, letter in enumerate(head):
        if letter == "<":
            depth += 1
        elif letter == ">" and head[at - 1:at] != "-":
            depth = max(0, depth - 1)
        elif letter == "(" and (depth == 0 or "operator" in head[:at]):
            return head[:at]
    return head


def scopes(text):
    """Returns all scopes of a text except those within functions, in the order of their ends."""
    code = DIRECTIVE.sub(lambda match: "\n" * match.group(0).count("\n"), sources.code_alone(text))
    found, stack, head, line, parens, members = [], [], "", 1, 0, 0
    for letter in code:
        if letter == "\n":
            line += 1
        if members:
            # A member that is initialised with braces belongs to the head of its constructor.
            members += (letter == "{") - (letter == "}")
            head += letter
            continue
        around = stack[-1].kind if stack else "namespace"
        if letter in "()" and around in ("namespace", "class"):
            parens += 1 if letter == "(" else -1
        if letter == "{":
            if around in ("namespace", "class") and parens == 0 and MEMBER_WITH_BRACES.search(head) \
                    and not CLASS.search(head) and not re.search(r"\)\s*(?:const|override|final|noexcept)\s*$", head):
                members = 1
                head += letter
                continue
            kind, name = kind_of(head.strip(), around)
            around_it = [[one.name for one in stack if one.kind == kind_around] for kind_around in ("namespace", "class")]
            is_class = bool(re.search(r"\bclass\s+[\w:\s]*$|\bclass\s[^<>]*:", head))
            stack.append(Scope(kind, name, *around_it, is_class, line))
            # A brace within parentheses, such as that of a default value, does not change the head.
            left = head + "{}" if parens else ""
            stack[-1].resumed, parens, head = (left, parens), 0, ""
        elif letter == "}":
            if stack:
                scope = stack.pop()
                scope.last = line
                head, parens = scope.resumed
                if not (scope.kind == "other" or (scope.kind == "function" and any(one.kind == "function" for one in stack))):
                    found.append(scope)
        elif letter == ";" and parens == 0:
            head = ""
        else:
            head += letter
            if letter == ":" and re.search(r"(?:^|\s)(?:public|protected|private|signals|(?:public |private |protected )?(?:slots|Q_SLOTS)):$", head):
                head = ""
    return found
