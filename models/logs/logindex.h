// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logline.h"
#include "models/logs/mappedfile.h"

#include <QList>

#include <memory>
#include <optional>
#include <shared_mutex>
#include <vector>

namespace Roost::Logs {

/// Where the lines of a growing file stand. Of each stretch of 16 KB it keeps one number, how many line ends stand in
/// front of it; the rest is counted in the file when it is asked for, which takes a microsecond. So it is as small for
/// lines of 10 bytes as for long ones (8 bytes for 16384), and exact.
/// One thread advances it, which it may keep waiting for the disk; any thread may ask. Between two looks it holds no
/// file open, only mapped, so that thousands may be followed.
class LogIndex
{
public:
    enum class Change {
        None,
        Grown,
        Replaced, // the file was cut short, written anew or taken away: this index stays as it is, make another one
        Missing,
    };

    static constexpr qint64 Stretch = 16 * 1024;

    /// `begin`: bytes in front of it are not there yet; lines are counted from the first one that begins behind it.
    explicit LogIndex(const QString &path = {}, qint64 begin = 0);

    /// Takes in at most about `budget` bytes of what came since.
    Change advance(qint64 budget);
    /// Nothing is left to take in at the moment. For the advancing thread only.
    bool isAtEnd() const { return m_end >= m_fileSize; }

    qint64 begin() const { return m_begin; }
    /// How far the file is known.
    qint64 end() const;
    /// The last line counts before its end of line has come.
    qint64 lineCount() const;

    /// The line that the byte is in, its end of line included; the nearest one where it is outside of what is known.
    LineNumber lineOfByte(qint64 offset) const;
    /// Where the line begins; end() for those that are not there yet.
    qint64 byteOfLine(LineNumber line) const;

    /// The bytes [from, to), as far as they are known; they hold while `file` does.
    struct Bytes
    {
        QByteArrayView view;
        qint64 from = 0;
        std::shared_ptr<const MappedFile> file;
    };
    Bytes bytes(qint64 from, qint64 to) const;
    /// Up to `count` shown lines.
    QList<LogLine> lines(LineNumber first, qint64 count) const;

private:
    /// What the file's name stands for, and how that was when it was looked at.
    struct Facts
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 size = 0;
        qint64 changed = 0; // ns
        bool operator==(const Facts &) const = default;
    };
    std::optional<Facts> facts() const;
    bool wasReplaced() const;
    bool map();
    void skipToLine();
    void take(qint64 to);
    void remember(qint64 from, qint64 to);

    QString m_path;
    std::optional<Facts> m_facts;
    bool m_isSettled = false; // a change since would show in m_facts
    qint64 m_begin = 0;
    qint64 m_fileSize = 0;
    qint64 m_held = 0;       // pages from here to the end are in memory
    bool m_skipping = false; // up to the first line that is whole
    QByteArray m_head;       // of what is known: the first bytes, and the last ones
    QByteArray m_tail;

    mutable std::shared_mutex m_mutex; // of what follows; held for moments only
    std::shared_ptr<const MappedFile> m_file;
    qint64 m_origin = 0; // the start of line 0, from which stretches are counted
    qint64 m_end = 0;
    qint64 m_lineEnds = 0;
    bool m_isOpenLine = false;            // the last line has no end yet
    std::vector<qint64> m_lineEndsBefore; // of each stretch
};

} // namespace Roost::Logs
