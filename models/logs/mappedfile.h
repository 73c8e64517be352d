// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <memory>

namespace Roost::Logs {

/// A file as memory, to be read by any thread. Somebody else may cut the file short meanwhile: what is gone then reads
/// as zeros instead of ending the program, and wasCut() tells. Reaches beyond the end of the file, so that what is
/// appended later is there without mapping anew; who reads must know how much is there.
class MappedFile
{
public:
    /// The first `length` bytes of an open file. Null when the system refuses.
    static std::shared_ptr<const MappedFile> map(int descriptor, qint64 length);
    ~MappedFile();
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;

    qint64 length() const { return m_length; }
    /// Bytes [from, to), which must be inside length() and in the file.
    QByteArrayView bytes(qint64 from, qint64 to) const { return {m_begin + from, to - from}; }
    /// The pages of [from, to) need not stay in this program's memory; they are read again where they are needed.
    void release(qint64 from, qint64 to) const;
    /// Something was read that was no longer in the file. All is to be read anew.
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
