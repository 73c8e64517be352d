// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

#include <QStringList>

#include <optional>

namespace Roost::Yaml {

/// Edits a text by whole lines. Each function returns a proposal if the node is in block style, which the caller must
/// parse and check, and otherwise nothing.
class Lines
{
public:
    explicit Lines(const QString &text);

    std::optional<QString> replaced(const Node &root, const Path &path, const Node &value) const;
    std::optional<QString> inserted(const Node &root, const Path &path, const Node &value,
                                    const QStringList &after) const;
    std::optional<QString> removed(const Node &root, const Path &path) const;

private:
    /// The lines [first, last) of one child and the column of its key or dash, counted from 0.
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

    QStringList m_lines; // with their line breaks; the last line may have none
    QString m_break;
};

} // namespace Roost::Yaml
