// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

#include <expected>
#include <utility>

namespace Roost::Yaml {

/// A YAML text that is edited value by value: comments, order and unknown keys are preserved. If a value cannot be
/// edited alone (inside {..}, through an alias), the smallest block around it is rewritten.
class Document
{
public:
    /// Returns a Diagnostic if `text` is invalid or its root is not a mapping (an empty text counts as an empty
    /// mapping).
    static std::expected<Document, Diagnostic> parse(const QString &text);

    const QString &text() const { return m_text; }
    const Node &root() const { return m_root; }

    /// Sets `value` at `path`. Creates missing mappings on the path; an index one past the end appends. Equal content
    /// changes nothing. A new key is inserted after the last key of `after` that its mapping contains, otherwise at the
    /// end.
    void set(const Path &path, const Node &value, const QStringList &after = {});
    /// Inserts an item before the item at `path`, whose last step is an index; an index past the end appends.
    void insert(const Path &path, const Node &item);
    /// Removes the node at `path` with the comments on its lines, if it exists.
    void remove(const Path &path);

private:
    Document(QString text, Node root)
        : m_text(std::move(text))
        , m_root(std::move(root))
    {
    }
    bool acceptIfEqual(const QString &edited, const Node &wanted);
    void rewrite(const Path &path, const Node &wanted);

    QString m_text;
    Node m_root;
};

} // namespace Roost::Yaml
