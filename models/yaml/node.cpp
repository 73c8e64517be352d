// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/node.h"

#include <QSet>

namespace Roost::Yaml {

const Node *Node::find(QStringView key) const
{
    for (const Entry &entry : entries) {
        if (entry.key.isScalar() && entry.key.text == key)
            return &entry.value;
    }
    return nullptr;
}

const Node *Node::find(const Path &path) const
{
    const Node *node = this;
    for (const Step &step : path) {
        if (step.index < 0)
            node = node->find(step.key);
        else
            node = step.index < node->items.size() ? &node->items[step.index] : nullptr;
        if (!node)
            return nullptr;
    }
    return node;
}

Diagnostic Node::error(const QString &message) const
{
    return {line, column, length, Diagnostic::Severity::Error, message};
}

Diagnostic Node::warning(const QString &message) const
{
    return {line, column, length, Diagnostic::Severity::Warning, message};
}

Node Node::scalar(const QString &text)
{
    Node node;
    node.kind = Kind::Scalar;
    node.text = text;
    return node;
}

Node Node::string(const QString &text)
{
    Node node = scalar(text);
    node.quoted = true;
    return node;
}

Node Node::sequence(const QList<Node> &items)
{
    Node node;
    node.kind = Kind::Sequence;
    node.items = items;
    return node;
}

Node Node::mapping(const QList<Entry> &entries)
{
    Node node;
    node.kind = Kind::Mapping;
    node.entries = entries;
    return node;
}

bool sameContent(const Node &a, const Node &b)
{
    if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() ||
        a.entries.size() != b.entries.size())
        return false;
    for (qsizetype i = 0; i < a.items.size(); ++i) {
        if (!sameContent(a.items[i], b.items[i]))
            return false;
    }
    for (qsizetype i = 0; i < a.entries.size(); ++i) {
        if (!sameContent(a.entries[i].key, b.entries[i].key) || !sameContent(a.entries[i].value, b.entries[i].value))
            return false;
    }
    return true;
}

Diagnostics duplicateKeys(const Node &root)
{
    Diagnostics found;
    QSet<QString> seen;
    for (const Entry &entry : root.entries) {
        if (entry.key.isScalar() && seen.contains(entry.key.text)) {
            found += entry.key.error(
                QStringLiteral("The key '%1' stands here a second time. Remove one of them.").arg(entry.key.text));
        }
        seen.insert(entry.key.text);
        found += duplicateKeys(entry.value);
    }
    for (const Node &item : root.items)
        found += duplicateKeys(item);
    return found;
}

} // namespace Roost::Yaml
