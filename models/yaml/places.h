// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Roost::Yaml {

/// The lines of a text, and the way from the library's UTF-8 byte offsets to lines and UTF-16 columns (from 1).
class Places
{
public:
    explicit Places(const QString &text);

    /// What the library reads: UTF-8 without a byte order mark.
    const QByteArray &bytes() const { return m_bytes; }
    std::pair<int, int> at(qsizetype byteOffset) const;

    int lineCount() const { return int(m_lines.size()); }
    /// Without its line break.
    QStringView line(int number) const { return m_lines.at(number - 1); }
    /// How many blanks and tabs the line opens with.
    qsizetype indent(int number) const;

    /// UTF-16 units of the scalar there with its quotes, if it stands on one line; else 0.
    int scalarLength(int line, int column, const QString &value) const;
    /// A quote opens there and the text ends before it is closed.
    bool isLeftOpen(int line, int column) const;
    /// A block or quoted scalar begins there: its further lines are text, not YAML.
    bool opensProse(int line, int column) const;

private:
    QByteArray m_bytes;
    QList<QString> m_lines;
    QList<qsizetype> m_lineStarts; // byte offsets
    int m_skipped = 0;             // UTF-16 units of a byte order mark on line 1
};

} // namespace Roost::Yaml
