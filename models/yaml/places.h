// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Roost::Yaml {

/// The lines of a text, and the conversion from the library's UTF-8 byte offsets to lines and UTF-16 columns (from 1).
class Places
{
public:
    explicit Places(const QString &text);

    /// The input of the library: UTF-8 without a byte order mark.
    const QByteArray &bytes() const { return m_bytes; }
    std::pair<int, int> at(qsizetype byteOffset) const;

    int lineCount() const { return int(m_lines.size()); }
    /// Returns a line without its line break.
    QStringView line(int number) const { return m_lines.at(number - 1); }
    /// Returns the number of blanks and tabs at the beginning of the line.
    qsizetype indent(int number) const;

    /// Returns the length of the scalar at that position, including quotes, in UTF-16 units; 0 if it spans several
    /// lines.
    int scalarLength(int line, int column, const QString &value) const;
    /// Returns whether a quote opens at that position and is never closed.
    bool isLeftOpen(int line, int column) const;
    /// Returns whether a block scalar or quoted scalar begins at that position: its further lines are text, not YAML.
    bool opensProse(int line, int column) const;

private:
    QByteArray m_bytes;
    QList<QString> m_lines;
    QList<qsizetype> m_lineStarts; // byte offsets
    int m_skipped = 0;             // the length of a byte order mark on line 1
};

} // namespace Roost::Yaml
