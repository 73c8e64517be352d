// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

#include <QStringList>

#include <optional>

namespace Roost::Yaml {

/// Edits of a text by whole lines, for block-style places only; nothing where a place is of another kind. The
/// caller reads the result again: an edit here is a proposal.
class Lines
{
public:
    explicit Lines(const QString &text);

    std::optional<QString> replaced(const Node &root, const Path &path, const Node &value) const;
    std::optional<QString> inserted(const Node &root, const Path &path, const Node &value,
                                    const QStringList &after) const;
    std::optional<QString> removed(const Node &root, const Path &path) const;

private:
    /// Lines [first, last) of one child, from 0, and the column (from 0) at which its key or dash stands.
    struct Span
    {
        int first = 0;
        int last = 0;
        int column = 0;
    };

    std::optional<Span> span(const Node &root, const Path &path) const;
    std::optional<Span> childSpan(const Node &parent, const Step &step, int end) const;
    int trimmedEnd(int first, int last, int column) const;
    QString joined(int first, int last, const QString &between) const;
    QString native(QString block) const;

    QStringList m_lines; // each with its line break but perhaps the last
    QString m_break;
};

} // namespace Roost::Yaml
