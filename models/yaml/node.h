// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"

#include <QList>
#include <QString>

#include <utility>

namespace Roost::Yaml {

struct Entry;

/// One step down a tree: a key in a mapping or an index in a sequence.
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

/// A node of a YAML text with its position. `line` and `column` count from 1 (in UTF-16 units); 0 for a node that is
/// not from a text.
struct Node
{
    enum class Kind { Null, Scalar, Sequence, Mapping };
    Kind kind = Kind::Null;
    /// The value of a scalar, with escapes and folding resolved.
    QString text;
    /// True if the scalar was quoted or a block, and is therefore a string.
    bool quoted = false;
    /// True if the node is written as {..} or [..].
    bool flow = false;
    int line = 0;
    int column = 0;
    /// The length of a scalar on one line in UTF-16 units; 0 otherwise.
    int length = 0;
    QList<Node> items;
    QList<Entry> entries; // in the order of the text

    bool isScalar() const { return kind == Kind::Scalar; }
    bool isMapping() const { return kind == Kind::Mapping; }
    bool isSequence() const { return kind == Kind::Sequence; }
    bool isNull() const { return kind == Kind::Null; }

    /// Returns the value of a key of a mapping, or null.
    const Node *find(QStringView key) const;
    /// Returns the node at a path, or null.
    const Node *find(const Path &path) const;

    Diagnostic error(const QString &message) const;
    Diagnostic warning(const QString &message) const;

    /// Creates a number, word or switch: written without quotes if YAML allows it.
    static Node scalar(const QString &text);
    /// Creates a string: quoted if the plain text would be read as a number, a switch or null.
    static Node string(const QString &text);
    static Node sequence(const QList<Node> &items = {});
    static Node mapping(const QList<Entry> &entries = {});
};

struct Entry
{
    Node key;
    Node value;
};

/// Returns whether two trees have the same content; positions and styles are ignored.
bool sameContent(const Node &a, const Node &b);

/// Returns an error at the later position of each key that a mapping in the tree contains twice.
Diagnostics duplicateKeys(const Node &root);

} // namespace Roost::Yaml
