// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>

#include <optional>

namespace Roost::TensorBoard {

/// The records of a file that may still grow, from an offset on. Keeps at most one record in memory.
class RecordWindow
{
public:
    /// A longer record is not read but skipped.
    static constexpr quint64 LargestRecord = 64ULL * 1024 * 1024;

    RecordWindow(QIODevice &file, qint64 offset);

    enum class Outcome {
        Record,     // `data` is the next record
        Damaged,    // the bytes from `start` to `position` are no record, or a damaged one
        TooLarge,   // they are a record that is too large to read
        Unfinished, // the file ends within the next record, or here
    };
    /// Reads the next record, or up to `most` damaged bytes.
    Outcome next(qint64 most);

    /// The bytes of the record that was read last; valid until the next call.
    QByteArrayView data() const { return m_data; }
    /// The offset at which the record or the damaged part begins.
    qint64 start() const { return m_start; }
    /// The offset of the next record.
    qint64 position() const { return m_position; }

private:
    QByteArrayView peek(qint64 offset, qint64 size);
    std::optional<quint64> lengthAt(qint64 offset);
    Outcome skipDamaged(qint64 most);

    QIODevice &m_file;
    QByteArray m_bytes;
    qint64 m_bytesStart = 0;
    QByteArrayView m_data;
    qint64 m_start;
    qint64 m_position;
};

} // namespace Roost::TensorBoard
