// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace Roost::Parquet {

/// Appends a varint: seven bits a byte, the lowest first.
void appendVarint(QByteArray &to, quint64 value);

/// Writes structs in Thrift's compact protocol, in which Parquet describes itself. Fields are written in the order of
/// their numbers.
class ThriftWriter
{
public:
    /// The codes of the types of list elements.
    enum class Element { Int32 = 5, Binary = 8, Struct = 12 };

    void writeInt16(int field, qint16 value);
    void writeInt32(int field, qint32 value);
    void writeInt64(int field, qint64 value);
    void writeBool(int field, bool value);
    void writeBinary(int field, QByteArrayView value);
    void beginStruct(int field);
    /// An element of a list.
    void beginStruct();
    void endStruct();
    /// Exactly `size` elements follow.
    void beginList(int field, Element element, qsizetype size);
    void addInt32(qint32 value);
    void addBinary(QByteArrayView value);

    /// Returns the bytes of the outermost struct, and ends it.
    QByteArray take();

private:
    void writeHeader(int field, int type);

    QByteArray m_bytes;
    int m_last = 0; // the number of the field that was written last
    std::vector<int> m_outer;
};

} // namespace Roost::Parquet
