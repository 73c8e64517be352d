// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QList>
#include <QString>

namespace Roost::Yaml {

struct Entry;

/// One step down a tree: the key of a mapping or the place in a sequence.
struct Step
{
    QString key;
    int index = -1;

    Step(QString of)
        : key(std::move(of))
    {
    }
    Step(int at)
        : index(at)
    {
    }
    bool operator==(const Step &) const = default;
};
using Path = QList<Step>;

/// A node of a YAML text with its place. `line` and `column` count from 1 (UTF-16), 0 when made by hand.
struct Node
{
    enum class Kind { Null, Scalar, Sequence, Mapping };
    Kind kind = Kind::Null;
    /// Of a scalar, escapes and folding undone.
    QString text;
    /// The scalar was quoted or a block: it is a string whatever it looks like.
    bool quoted = false;
    /// Written as {..} or [..].
    bool flow = false;
    int line = 0;
    int column = 0;
    /// UTF-16 units of a scalar that stands on one line; 0 otherwise.
    int length = 0;
    QList<Node> items;
    QList<Entry> entries; // in the order of the text

    bool isScalar() const { return kind == Kind::Scalar; }
    bool isMapping() const { return kind == Kind::Mapping; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isNull() const { return kind == Kind::Null; }

    /// The value of a key of a mapping; null where it is not there.
    const Node *find(QStringView key) const;
    /// The node at a path; null where a step is not there.
    const Node *find(const Path &path) const;

    Diagnostic error(const QString &message) const;
    Diagnostic warning(const QString &message) const;

    /// A number, a word, a switch: written plain where YAML allows it.
    static Node scalar(const QString &text);
    /// A string: quoted where plain text would read as a number, a switch or nothing.
    static Node string(const QString &text);
    static Node sequence(const QList<Node> &items = {});
    static Node mapping(const QList<Entry> &entries = {});
};

struct Entry
{
    Node key;
    Node value;
};

/// Same content; places and styles do not count.
bool sameContent(const Node &a, const Node &b);

/// Keys that a mapping holds twice, as errors at the later place; looks into all of the tree.
Diagnostics duplicateKeys(const Node &root);

} // namespace Roost::Yaml
