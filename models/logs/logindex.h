// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"

#include <QByteArray>
#include <QFile>

#include <memory>
#include <vector>

namespace Roost {

/// Where the lines of a growing file stand: one entry for a block of up to some hundred lines, so that ten million
/// lines take half a megabyte. Confined to one thread, which it may keep waiting for the disk.
/// The file is read, not mapped: a script may cut its log short while it is looked at, and a mapping
/// would then end the program.
class LogIndex
{
public:
    struct Block
    {
        LineNumber first;
        qint64 offset = 0;
    };
    enum class Change { None, Grown, Restarted, Missing };

    static constexpr qint64 LinesInBlock = 256;
    static constexpr qint64 BytesInBlock = 64 * 1024;

    /// `begin`: bytes in front of it are not there yet; lines are counted from the first one behind it.
    explicit LogIndex(const QString &path = {}, qint64 begin = 0);

    /// Reads at most `budget` bytes of what came since. Restarted: the file was cut short or replaced, and all
    /// that was known is forgotten.
    Change advance(qint64 budget);
    /// Nothing is left to read at the moment.
    bool isAtEnd() const { return m_end >= m_fileSize; }

    qint64 begin() const { return m_begin; }
    qint64 end() const { return m_end; }
    qint64 fileSize() const { return m_fileSize; }
    /// The last line counts before its end of line has come.
    qint64 lineCount() const { return m_finished.value + (m_lineStart < m_end ? 1 : 0); }
    const std::vector<Block> &blocks() const { return m_blocks; }
    const std::vector<LineNumber> &errors() const { return m_errors; }

    /// The shown lines of one block; fewer where the file has shrunk meanwhile.
    QList<LogLine> read(qsizetype block) const;

private:
    bool open();
    bool wasReplaced() const;
    void forget();
    void take(const QByteArray &data);
    void noteLine(qint64 start);
    void noteErrors(const QByteArray &data);

    QString m_path;
    std::unique_ptr<QFile> m_file;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    qint64 m_fileSize = 0;
    bool m_skipping = false; // up to the first line that is whole
    qint64 m_lineStart = 0;
    LineNumber m_finished; // lines with their end
    QByteArray m_fingerprint;
    QByteArray m_carry; // the end of an unfinished line, where a word may go on
    std::vector<Block> m_blocks;
    std::vector<LineNumber> m_errors;
};

/// Cuts bytes that come in pieces into shown lines without ever holding more of a line than can be shown.
class LineAssembler
{
public:
    /// Calls `done` with each line that `piece` ends.
    template <typename F>
    void feed(QByteArrayView piece, F done)
    {
        while (!piece.isEmpty()) {
            const auto at = piece.indexOf('\n');
            add(at < 0 ? piece : piece.first(at + 1));
            if (at < 0)
                return;
            done(finish());
            piece = piece.sliced(at + 1);
        }
    }
    bool isEmpty() const { return m_bytes == 0; }
    LogLine finish();

private:
    void add(QByteArrayView part);

    QByteArray m_held;
    qint64 m_bytes = 0;
    bool m_full = false;
};

} // namespace Roost
