// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Supervision {

/// A file that only grows. What a full disk does not take, or takes half, is kept in memory and written before
/// anything that comes after it, so that records stay whole and in order.
class AppendFile
{
public:
    enum class Mode {
        New,     // the file must not exist yet
        Existing // made where it is not there
    };

    AppendFile() = default;
    ~AppendFile();
    AppendFile(const AppendFile &) = delete;
    AppendFile &operator=(const AppendFile &) = delete;

    /// Once. False when it cannot be; errno says why.
    bool open(const QString &file, Mode mode);
    bool isOpen() const { return m_file >= 0; }
    /// Takes away what stands behind the last whole record of `size` bytes: the half one of a killed writer.
    void dropHalfRecord(qint64 size);

    /// Whether the system has all of it; else `flush` tries again.
    bool append(QByteArrayView record);
    bool flush();
    bool isPending() const { return !m_pending.isEmpty(); }
    /// Waits until the disk has what the system has.
    void sync() const;

private:
    int m_file = -1;
    QByteArray m_pending;
};

} // namespace Roost::Supervision
