// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMap>
#include <QtEndian>

#include <bit>

namespace Roost::Testing {

/// Writes an event file of TensorBoard as PyTorch's SummaryWriter does, from the description of the format,
/// independently of models/tensorboard. Each function appends one record.
class EventFile
{
public:
    const QByteArray &bytes() const { return m_bytes; }

    void addScalar(const QByteArray &tag, qint64 step, float value)
    {
        addValue(step, field(1, tag) + fixed32(2, std::bit_cast<quint32>(value)));
    }
    void addImage(const QByteArray &tag, qint64 step, const QByteArray &encoded)
    {
        addValue(step, field(1, tag) + field(4, field(4, encoded)));
    }
    /// `limits` are the right ends of the buckets; the first begins at `min`.
    void addHistogram(const QByteArray &tag, qint64 step, double min, const QList<double> &limits,
                      const QList<double> &counts)
    {
        QByteArray histogram = fixed64(1, min) + fixed64(2, limits.last());
        histogram += field(6, packed(limits)) + field(7, packed(counts));
        addValue(step, field(1, tag) + field(5, histogram));
    }
    void addText(const QByteArray &tag, qint64 step, const QByteArray &text)
    {
        const QByteArray tensor = number(1, 7) + field(8, text);
        addValue(step, field(1, tag) + field(8, tensor) + metadata("text", {}));
    }
    void addHyperparameters(const QMap<QByteArray, QByteArray> &values)
    {
        QByteArray start;
        for (const auto &[name, value] : values.asKeyValueRange())
            start += field(1, field(1, name) + field(2, field(3, value)));
        addValue(0, field(1, "_hparams_/session_start_info") + metadata("hparams", field(3, start)));
    }
    /// Appends bytes that are not a record.
    void addRaw(const QByteArray &bytes) { m_bytes += bytes; }

    static QByteArray framed(const QByteArray &data)
    {
        const QByteArray length = littleEndian(quint64(data.size()));
        return length + littleEndian(maskedCrc(length)) + data + littleEndian(maskedCrc(data));
    }

private:
    template <typename T>
    static QByteArray littleEndian(T number)
    {
        QByteArray bytes(sizeof(T), '\0');
        qToLittleEndian(number, bytes.data());
        return bytes;
    }
    static quint32 maskedCrc(const QByteArray &bytes)
    {
        quint32 crc = 0xffffffff;
        for (const char byte : bytes) {
            crc ^= quint8(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82f63b78 : crc >> 1;
        }
        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
    }
    static QByteArray varint(quint64 number)
    {
        QByteArray bytes;
        for (; number > 127; number >>= 7)
            bytes += char((number & 127) | 128);
        return bytes + char(number);
    }
    static QByteArray number(int at, quint64 value) { return varint(quint64(at) << 3) + varint(value); }
    static QByteArray field(int at, const QByteArray &bytes)
    {
        return varint((quint64(at) << 3) | 2) + varint(quint64(bytes.size())) + bytes;
    }
    static QByteArray fixed32(int at, quint32 value) { return varint((quint64(at) << 3) | 5) + littleEndian(value); }
    static QByteArray fixed64(int at, double value)
    {
        return varint((quint64(at) << 3) | 1) + littleEndian(std::bit_cast<quint64>(value));
    }
    static QByteArray packed(const QList<double> &numbers)
    {
        QByteArray bytes;
        for (const double one : numbers)
            bytes += littleEndian(std::bit_cast<quint64>(one));
        return bytes;
    }
    static QByteArray metadata(const QByteArray &plugin, const QByteArray &content)
    {
        return field(9, field(1, field(1, plugin) + field(2, content)));
    }
    void addValue(qint64 step, const QByteArray &value)
    {
        const double time = 1'700'000'000.0 + double(step);
        m_bytes += framed(fixed64(1, time) + number(2, quint64(step)) + field(5, field(1, value)));
    }

    QByteArray m_bytes;
};

} // namespace Roost::Testing
