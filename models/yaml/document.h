// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

#include <expected>

namespace Roost::Yaml {

/// The tree of a text's first and only document; an empty text is Null. Aliases are resolved. Texts over
/// 4 MB, deeper than 100 levels or growing over 100,000 nodes by aliases are refused.
std::expected<Node, Diagnostic> parse(const QString &text);

/// Block-style YAML of a tree, with a final line break; two blanks a level, sequences indented below their key.
/// Texts of several lines become literal blocks, scalars are quoted where they would read as something else.
QString render(const Node &root);

/// One scalar as it may stand behind "key: ".
QString renderScalar(const Node &scalar);

/// A YAML text that is edited value by value: comments, order and unknown keys stay as they are. Where a place
/// cannot be edited alone (inside {..}, behind an alias) the smallest block around it is written anew.
class Document
{
public:
    /// Nothing where `text` is no YAML or its root is no mapping (an empty text counts as an empty mapping).
    static std::expected<Document, Diagnostic> parse(const QString &text);

    const QString &text() const { return m_text; }
    const Node &root() const { return m_root; }

    /// Puts `value` at `path`; mappings on the way are made where they are missing, an index one past the end
    /// appends. The same content changes nothing. A new key comes behind the last of `after` that its mapping
    /// holds, else at the end.
    void set(const Path &path, const Node &value, const QStringList &after = {});
    /// Puts an item in front of the one at `path`, whose last step is an index; past the end it appends.
    void insert(const Path &path, const Node &item);
    /// Removes what stands at `path` with the comments on its lines; nothing where it is not there.
    void remove(const Path &path);

private:
    Document(QString text, Node root)
        : m_text(std::move(text))
        , m_root(std::move(root))
    {
    }
    bool accept(const QString &edited, const Node &wanted);
    void rewrite(const Path &path, const Node &wanted);

    QString m_text;
    Node m_root;
};

} // namespace Roost::Yaml
