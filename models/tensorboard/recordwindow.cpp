// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensorboard/recordwindow.h"

#include "models/tensorboard/crc32c.h"

#include <QtEndian>

#include <algorithm>

namespace Roost::TensorBoard {

namespace {

constexpr qint64 lengthSize = 8;
constexpr qint64 crcSize = 4;
constexpr qint64 headerSize = lengthSize + crcSize;
constexpr qint64 frameSize = headerSize + crcSize;
constexpr qint64 readAhead = 256LL * 1024;

bool hasCrc(QByteArrayView bytes, QByteArrayView crc)
{
    return maskedCrc32c(bytes) == qFromLittleEndian<quint32>(crc.data());
}

} // namespace

RecordWindow::RecordWindow(QIODevice &file, qint64 offset)
    : m_file(file)
    , m_start(offset)
    , m_position(offset)
{
}

// Returns `size` bytes, fewer at the end of the file.
QByteArrayView RecordWindow::peek(qint64 offset, qint64 size)
{
    const bool isHere = offset >= m_bytesStart && offset + size <= m_bytesStart + m_bytes.size();
    if (!isHere) {
        // A file may promise more than it has: memory grows with what was really read.
        m_bytes = m_file.seek(offset) ? m_file.read(std::max(size, readAhead)) : QByteArray();
        m_bytesStart = offset;
    }
    const qint64 from = offset - m_bytesStart;
    return QByteArrayView(m_bytes).sliced(from, std::min(size, m_bytes.size() - from));
}

// Returns the length in the header at `offset`; nullopt if it is damaged. The header must be complete.
std::optional<quint64> RecordWindow::lengthAt(qint64 offset)
{
    const QByteArrayView header = peek(offset, headerSize);
    if (header.size() < headerSize || !hasCrc(header.first(lengthSize), header.sliced(lengthSize)))
        return std::nullopt;
    return qFromLittleEndian<quint64>(header.data());
}

RecordWindow::Outcome RecordWindow::next(qint64 most)
{
    m_start = m_position;
    m_data = {};
    if (peek(m_position, headerSize).size() < headerSize)
        return Outcome::Unfinished;
    const auto length = lengthAt(m_position);
    if (!length)
        return skipDamaged(most);
    const qint64 left = m_file.size() - m_position - frameSize;
    if (left < 0 || *length > quint64(left))
        return Outcome::Unfinished;
    const qint64 whole = qint64(*length) + frameSize;
    if (*length > LargestRecord) {
        m_position += whole;
        return Outcome::TooLarge;
    }
    const QByteArrayView record = peek(m_position, whole);
    if (record.size() < whole)
        return Outcome::Unfinished;
    m_position += whole;
    const QByteArrayView data = record.sliced(headerSize, qint64(*length));
    if (!hasCrc(data, record.last(crcSize)))
        return Outcome::Damaged;
    m_data = data;
    return Outcome::Record;
}

// Moves to the next header, at most `most` bytes on. The last bytes of the file may be the beginning of a header.
RecordWindow::Outcome RecordWindow::skipDamaged(qint64 most)
{
    const qint64 end = m_position + std::max<qint64>(most, 1);
    for (++m_position; m_position < end && peek(m_position, headerSize).size() == headerSize; ++m_position) {
        if (lengthAt(m_position))
            break;
    }
    return Outcome::Damaged;
}

} // namespace Roost::TensorBoard
