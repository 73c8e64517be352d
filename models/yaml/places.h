// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Roost::Yaml {

/// The lines of a text, and the conversion from UTF-8 byte offsets of the library to lines and UTF-16 columns (from 1).
class Places
{
public:
    explicit Places(const QString &text);

    /// The input of the library: UTF-8 without a byte order mark.
    const QByteArray &bytes() const { return m_bytes; }
    std::pair<int, int> at(qsizetype byteOffset) const;

    int lineCount() const { return int(m_lines.size()); }
    /// Without its line break.
    QStringView line(int number) const { return m_lines.at(number - 1); }
    /// The number of blanks and tabs at the beginning of the line.
    qsizetype indent(int number) const;

    /// The length of the scalar at that position with its quotes in UTF-16 units; 0 if it spans several lines.
    int scalarLength(int line, int column, const QString &value) const;
    /// Whether a quote opens at that position and is never closed.
    bool isLeftOpen(int line, int column) const;
    /// Whether a block or quoted scalar begins at that position: its further lines are text, not YAML.
    bool opensProse(int line, int column) const;

private:
    QByteArray m_bytes;
    QList<QString> m_lines;
    QList<qsizetype> m_lineStarts; // byte offsets
    int m_skipped = 0;             // the length of a byte order mark on line 1
};

} // namespace Roost::Yaml
