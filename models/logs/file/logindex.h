// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/mappedfile.h"
#include "models/logs/lines/logline.h"

#include <QList>

#include <chrono>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <vector>

namespace Roost::Logs {

/// The positions of lines in a growing file. For each stretch of 16 KB it stores one number, the count of line ends
/// before the stretch; the others are counted in the file on demand, which takes a microsecond. The index has a size of
/// 8 bytes per 16 KB, independent of the length of lines, and is exact. One thread advances it, and may wait for the
/// disk; any thread may query it. The file remains mapped but not open, so that thousands of files can be followed.
class LogIndex
{
public:
    enum class Change {
        None,
        Grown,
        Replaced, // truncated, rewritten or removed; this index keeps its state, create a new one
        Missing,
    };

    static constexpr qint64 Stretch = 16 * 1024;

    /// The bytes before `begin` do not exist yet; lines are counted from the first line that starts after it.
    explicit LogIndex(const QString &path = {}, qint64 begin = 0);

    /// Adds at most about `budget` bytes that were appended since the last call.
    Change advance(qint64 budget);
    /// Returns whether nothing is left to add at the moment. For the advancing thread only.
    bool isAtEnd() const { return m_end >= m_fileSize; }

    qint64 begin() const { return m_begin; }
    /// Returns the end of the known part of the file.
    qint64 end() const;
    /// Returns the number of lines, including a last line without an end of line.
    qint64 lineCount() const;

    /// Returns the line that contains the byte (a line includes its end of line); the nearest line for a byte outside
    /// the known part.
    LineNumber lineOfByte(qint64 offset) const;
    /// Returns the first byte of the line; end() for a line that does not exist yet.
    qint64 byteOfLine(LineNumber line) const;

    /// The known part of the bytes [from, to); valid as long as the caller has `file`.
    struct Bytes
    {
        QByteArrayView view;
        qint64 from = 0;
        std::shared_ptr<const MappedFile> file;
    };
    Bytes bytes(qint64 from, qint64 to) const;
    /// Returns up to `count` lines as they are shown.
    QList<LogLine> lines(LineNumber first, qint64 count) const;

private:
    using FileTime = std::chrono::sys_time<std::chrono::nanoseconds>;
    /// The identity and state of the file at the last advance().
    struct FileStatus
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 size = 0;
        FileTime changed;
        bool operator==(const FileStatus &) const = default;
    };
    std::optional<FileStatus> readStatus() const;
    bool wasReplaced() const;
    bool map();
    void skipToLine();
    void countUpTo(qint64 to);
    void updateFingerprints(qint64 from, qint64 to);

    QString m_path;
    std::optional<FileStatus> m_status;
    bool m_isSettled = false; // whether a later change would change m_status
    qint64 m_begin = 0;
    qint64 m_fileSize = 0;
    qint64 m_held = 0;       // the file pages from here to the end are in memory
    bool m_skipping = false; // whether the start of the first complete line is still searched
    QByteArray m_head;       // the first and the last bytes of the known part
    QByteArray m_tail;

    mutable std::shared_mutex m_mutex; // guards the following members; locked only briefly
    std::shared_ptr<const MappedFile> m_file;
    qint64 m_origin = 0; // the start of line 0, where the first stretch begins
    qint64 m_end = 0;
    qint64 m_lineEnds = 0;
    bool m_isOpenLine = false;            // whether the last line has no end yet
    std::vector<qint64> m_lineEndsBefore; // by stretch
};

} // namespace Roost::Logs
