// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parquet/thriftwriter.h"

#include <utility>

namespace Roost::Parquet {

namespace {

enum Type { True = 1, False = 2, Int16 = 4, Int32 = 5, Int64 = 6, Binary = 8, List = 9, Struct = 12 };

constexpr int mostDelta = 15;
constexpr qsizetype shortList = 14;

quint64 zigzag(qint64 value)
{
    return (quint64(value) << 1) ^ quint64(value >> 63);
}

} // namespace

void appendVarint(QByteArray &to, quint64 value)
{
    while (value >= 0x80) {
        to += char(quint8(value) | 0x80);
        value >>= 7;
    }
    to += char(value);
}

void ThriftWriter::writeHeader(int field, int type)
{
    const int delta = field - m_last;
    if (delta > 0 && delta <= mostDelta) {
        m_bytes += char(delta << 4 | type);
    } else {
        m_bytes += char(type);
        appendVarint(m_bytes, zigzag(field));
    }
    m_last = field;
}

void ThriftWriter::writeInt16(int field, qint16 value)
{
    writeHeader(field, Int16);
    appendVarint(m_bytes, zigzag(value));
}

void ThriftWriter::writeInt32(int field, qint32 value)
{
    writeHeader(field, Int32);
    appendVarint(m_bytes, zigzag(value));
}

void ThriftWriter::writeInt64(int field, qint64 value)
{
    writeHeader(field, Int64);
    appendVarint(m_bytes, zigzag(value));
}

void ThriftWriter::writeBool(int field, bool value)
{
    writeHeader(field, value ? True : False);
}

void ThriftWriter::writeBinary(int field, QByteArrayView value)
{
    writeHeader(field, Binary);
    addBinary(value);
}

void ThriftWriter::beginStruct(int field)
{
    writeHeader(field, Struct);
    beginStruct();
}

void ThriftWriter::beginStruct()
{
    m_outer.push_back(std::exchange(m_last, 0));
}

void ThriftWriter::endStruct()
{
    m_bytes += '\0';
    m_last = m_outer.back();
    m_outer.pop_back();
}

void ThriftWriter::beginList(int field, Element element, qsizetype size)
{
    writeHeader(field, List);
    if (size <= shortList) {
        m_bytes += char(size << 4 | qsizetype(element));
    } else {
        m_bytes += char(0xF0 | int(element));
        appendVarint(m_bytes, quint64(size));
    }
}

void ThriftWriter::addInt32(qint32 value)
{
    appendVarint(m_bytes, zigzag(value));
}

void ThriftWriter::addBinary(QByteArrayView value)
{
    appendVarint(m_bytes, quint64(value.size()));
    m_bytes += value;
}

QByteArray ThriftWriter::take()
{
    m_bytes += '\0';
    m_last = 0;
    return std::exchange(m_bytes, QByteArray());
}

} // namespace Roost::Parquet
