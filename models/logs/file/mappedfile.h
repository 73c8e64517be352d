// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <memory>

namespace Roost::Logs {

/// A file mapped into memory, for any thread. If another process truncates the file, the missing bytes read as zeros
/// and do not end the program, and wasCut() returns true. The mapping extends beyond the end of the file, so that
/// appended bytes are readable without a new mapping; the caller must know the size of the file.
class MappedFile
{
public:
    /// Maps the first `length` bytes of an open file. Returns null if the system refuses.
    static std::shared_ptr<const MappedFile> map(int descriptor, qint64 length);
    ~MappedFile();
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;

    qint64 length() const { return m_length; }
    /// Returns the bytes [from, to), which must be within length() and within the file.
    QByteArrayView bytes(qint64 from, qint64 to) const { return {m_begin + from, to - from}; }
    /// Allows the system to remove the pages of [from, to) from this program's memory; they are read again on demand.
    void release(qint64 from, qint64 to) const;
    /// Returns whether bytes were read that are no longer in the file. In this case, read everything again.
    bool wasCut() const;

private:
    struct Region;
    class Guard;
    MappedFile(char *begin, qint64 length);

    char *m_begin;
    qint64 m_length;
    Region *m_region;
};

} // namespace Roost::Logs
