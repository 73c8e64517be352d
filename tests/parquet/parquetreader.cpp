// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parquet/parquetreader.h"

#include <QtEndian>

#include <bit>
#include <stdexcept>
#include <utility>
#include <zlib.h>

namespace Roost::Test {

namespace {

void require(bool truth, const char *what)
{
    if (!truth)
        throw std::runtime_error(what);
}

/// A position in bytes.
struct Cursor
{
    const QByteArray &bytes;
    qsizetype at = 0;

    quint8 byte()
    {
        require(at < bytes.size(), "the bytes end early");
        return quint8(bytes[at++]);
    }
    quint64 varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 one = byte();
            value |= quint64(one & 0x7F) << shift;
            if ((one & 0x80) == 0)
                return value;
        }
        throw std::runtime_error("a varint is too long");
    }
    qint64 zigzag()
    {
        const quint64 value = varint();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    QByteArray take(qsizetype size)
    {
        require(size >= 0 && at + size <= bytes.size(), "the bytes end early");
        at += size;
        return bytes.sliced(at - size, size);
    }
};

ThriftValue readStruct(Cursor &from);

ThriftValue readValue(Cursor &from, int type)
{
    ThriftValue value;
    switch (type) {
    case 4: // i16
    case 5: // i32
    case 6: // i64
        value.integer = from.zigzag();
        return value;
    case 8: // binary
        value.bytes = from.take(qsizetype(from.varint()));
        return value;
    case 9: { // list
        const quint8 head = from.byte();
        const auto size = (head >> 4) == 15 ? qsizetype(from.varint()) : qsizetype(head >> 4);
        for (qsizetype i = 0; i < size; ++i)
            value.items += readValue(from, head & 15);
        return value;
    }
    case 12:
        return readStruct(from);
    default:
        throw std::runtime_error("a type that the format does not use");
    }
}

ThriftValue readStruct(Cursor &from)
{
    ThriftValue value;
    int field = 0;
    while (true) {
        const quint8 head = from.byte();
        if (head == 0)
            return value;
        field = (head >> 4) == 0 ? int(from.zigzag()) : field + (head >> 4);
        const int type = head & 15;
        if (type == 1 || type == 2)
            value.fields[field].integer = type == 1 ? 1 : 0;
        else
            value.fields[field] = readValue(from, type);
    }
}

QList<quint32> hybrid(Cursor &from, int bits, qsizetype count)
{
    QList<quint32> values;
    while (values.size() < count) {
        const quint64 head = from.varint();
        if ((head & 1) == 0) {
            quint32 value = 0;
            for (int i = 0; i < (bits + 7) / 8; ++i)
                value |= quint32(from.byte()) << (8 * i);
            values += QList<quint32>(qsizetype(head >> 1), value);
            continue;
        }
        const auto number = qsizetype(head >> 1) * 8;
        const QByteArray packed = from.take(number * bits / 8);
        for (qsizetype i = 0; i < number; ++i) {
            quint32 value = 0;
            for (int bit = 0; bit < bits; ++bit) {
                const qsizetype at = i * bits + bit;
                value |= quint32((quint8(packed[at / 8]) >> (at % 8)) & 1) << bit;
            }
            values += value;
        }
    }
    values.resize(count);
    return values;
}

QByteArray unpacked(const QByteArray &page, qint64 codec, qsizetype size)
{
    if (codec == 0)
        return page;
    require(codec == 2, "an unknown codec");
    QByteArray plain(size, 0);
    z_stream stream{};
    inflateInit2(&stream, MAX_WBITS + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(page.constData()));
    stream.avail_in = uInt(page.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = uInt(plain.size());
    const int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    require(result == Z_STREAM_END && qsizetype(stream.total_out) == size, "a damaged gzip page");
    return plain;
}

ParquetReader::Value plainValue(Cursor &from, qint64 type)
{
    if (type == 6)
        return from.take(qsizetype(qFromLittleEndian<quint32>(from.take(4).constData())));
    const auto bits = qFromLittleEndian<quint64>(from.take(8).constData());
    require(type == 2 || type == 5, "an unknown type");
    return type == 2 ? ParquetReader::Value(qint64(bits)) : ParquetReader::Value(std::bit_cast<double>(bits));
}

} // namespace

ParquetReader::ParquetReader(const QByteArray &file)
    : m_file(file)
{
    require(file.startsWith("PAR1") && file.endsWith("PAR1") && file.size() > 12, "no PAR1 at the ends");
    const auto size = qsizetype(qFromLittleEndian<quint32>(file.constData() + file.size() - 8));
    const QByteArray description = file.sliced(file.size() - 8 - size, size);
    Cursor from{description};
    m_footer = readStruct(from);
    require(from.at == size, "the footer is shorter than its length says");
}

QStringList ParquetReader::names() const
{
    QStringList names;
    for (const ThriftValue &one : m_footer.at(2).items.sliced(1))
        names += QString::fromUtf8(one.at(4).bytes);
    return names;
}

const ThriftValue &ParquetReader::chunk(qsizetype group, qsizetype index) const
{
    return m_footer.at(4).items[group].at(1).items[index].at(3);
}

QList<ParquetReader::Value> ParquetReader::column(qsizetype index) const
{
    QList<Value> values;
    const bool isOptional = m_footer.at(2).items[index + 1].at(3).integer == 1;
    for (qsizetype group = 0; group < rowGroups(); ++group)
        readChunk(chunk(group, index), isOptional, values);
    return values;
}

void ParquetReader::readChunk(const ThriftValue &chunk, bool isOptional, QList<Value> &values) const
{
    QList<Value> dictionary;
    const qint64 type = chunk.at(1).integer;
    const qint64 start = chunk.has(11) ? chunk.at(11).integer : chunk.at(9).integer;
    Cursor from{m_file, qsizetype(start)};
    qsizetype left = qsizetype(chunk.at(5).integer);
    while (left > 0) {
        const ThriftValue header = readStruct(from);
        const QByteArray page =
            unpacked(from.take(qsizetype(header.at(3).integer)), chunk.at(4).integer, qsizetype(header.at(2).integer));
        Cursor content{page};
        if (header.at(1).integer == 2) {
            for (qint64 i = 0; i < header.at(7).at(1).integer; ++i)
                dictionary += plainValue(content, type);
            continue;
        }
        const auto rows = qsizetype(header.at(5).at(1).integer);
        QList<quint32> present(rows, 1);
        if (isOptional) {
            const auto size = qsizetype(qFromLittleEndian<quint32>(content.take(4).constData()));
            const QByteArray levels = content.take(size);
            Cursor inLevels{levels};
            present = hybrid(inLevels, 1, rows);
        }
        const auto number = present.count(1);
        QList<quint32> indices;
        if (header.at(5).at(2).integer == 8) {
            const int bits = content.byte();
            indices = hybrid(content, bits, number);
        }
        qsizetype next = 0;
        for (const quint32 one : std::as_const(present)) {
            if (one == 0)
                values += Value();
            else
                values += indices.isEmpty() ? plainValue(content, type) : dictionary.at(indices[next++]);
        }
        left -= rows;
    }
    require(from.at - start == chunk.at(7).integer, "the chunk is not as long as it says");
}

} // namespace Roost::Test
