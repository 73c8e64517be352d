// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Supervision {

/// A file that only grows. Data that a full disk rejects, entirely or in part, stays in memory and is written before
/// any later data, so that records stay complete and in order.
class AppendFile
{
public:
    enum class Mode {
        New,     // the file must not exist yet
        Existing // created if it does not exist
    };

    AppendFile() = default;
    ~AppendFile();
    AppendFile(const AppendFile &) = delete;
    AppendFile &operator=(const AppendFile &) = delete;

    /// Opens the file. Call once. Returns false on failure, with the reason in errno.
    bool open(const QString &file, Mode mode);
    bool isOpen() const { return m_file >= 0; }
    /// Truncates the file after the last complete record of `size` bytes, because a killed writer may have left half a
    /// record.
    void dropHalfRecord(qint64 size);

    /// Writes a record. Returns whether the kernel has accepted all of it; otherwise `flush` tries again.
    bool append(QByteArrayView record);
    bool flush();
    bool isPending() const { return !m_pending.isEmpty(); }
    /// Waits until all accepted data is on the disk.
    void sync() const;

private:
    int m_file = -1;
    QByteArray m_pending;
};

} // namespace Roost::Supervision
