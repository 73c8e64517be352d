// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Roost::Causes {

/// Splits a stream into lines, whatever its chunks are. Of a line that is overwritten with carriage returns, only the
/// last state is kept, and at most `LongestLine` bytes of it, which limits the memory.
class LineSplitter
{
public:
    static constexpr qsizetype LongestLine = 16 * 1024;

    /// Calls `line(text, number, offset)` for each line that ends in `bytes`; `text` is valid only during the call.
    template <typename Line>
    void feed(QByteArrayView bytes, const Line &line);
    /// Call at the end of the stream: calls `line` for a last line without an end.
    template <typename Line>
    void end(const Line &line);
    /// Records that bytes were left out. If `lines` is -1, their lines were not counted, and the numbers of later lines
    /// are -1.
    void skip(qint64 bytes, qint64 lines);

private:
    void append(QByteArrayView bytes);

    QByteArray m_partial;
    bool m_returned = false; // whether the last byte was a carriage return
    qint64 m_number = 0;
    qint64 m_start = 0;  // start of the current line
    qint64 m_offset = 0; // position of the next byte
};

template <typename Line>
void LineSplitter::feed(QByteArrayView bytes, const Line &line)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const auto piece = end < 0 ? bytes : bytes.first(end);
        append(piece);
        const qsizetype used = end < 0 ? piece.size() : end + 1;
        m_offset += used;
        bytes.slice(used);
        if (end < 0)
            return;
        line(QByteArrayView(m_partial), m_number, m_start);
        m_partial.clear();
        m_returned = false;
        m_start = m_offset;
        if (m_number >= 0)
            ++m_number;
    }
}

template <typename Line>
void LineSplitter::end(const Line &line)
{
    if (m_offset > m_start)
        line(QByteArrayView(m_partial), m_number, m_start);
    m_partial.clear();
    m_returned = false;
    m_start = m_offset;
}

} // namespace Roost::Causes
