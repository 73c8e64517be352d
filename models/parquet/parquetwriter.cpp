// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parquet/parquetwriter.h"

#include "models/core/wholewrite.h"

#include <QFileDevice>
#include <QtEndian>

#include <utility>

namespace Roost::Parquet {

namespace {

constexpr QByteArrayView mark("PAR1");
constexpr qsizetype largestGroup = 16 * 1024 * 1024; // bytes in memory
constexpr qint64 mostRows = 1 << 20;                 // in a group
constexpr qint64 rowsPerCheck = 256;

// Numbers of enumerations of the format.
enum PhysicalType { Int64 = 2, Double = 5, ByteArray = 6 };
enum Repetition { Required = 0, Optional = 1 };
enum ConvertedType { Utf8 = 0, TimestampMillis = 9 };
enum Encoding { Plain = 0, Rle = 3, RleDictionary = 8 };
enum Codec { Uncompressed = 0, Gzip = 2 };

PhysicalType physicalType(Column::Type type)
{
    switch (type) {
    case Column::Type::Text:
        return ByteArray;
    case Column::Type::Real:
        return Double;
    case Column::Type::Integer:
    case Column::Type::Time:
        break;
    }
    return Int64;
}

} // namespace

ParquetWriter::ParquetWriter(QFileDevice &file, QList<Column> columns, Compression compression)
    : m_file(file)
    , m_columns(std::move(columns))
    , m_compression(compression)
{
    for (const Column &column : std::as_const(m_columns))
        m_chunks.emplace_back(column, compression);
}

bool ParquetWriter::write(const QByteArray &bytes)
{
    m_offset += bytes.size();
    return writeWhole(m_file, bytes);
}

bool ParquetWriter::begin()
{
    return write(mark.toByteArray());
}

bool ParquetWriter::endRow()
{
    ++m_rows;
    ++m_rowsOfGroup;
    if (m_rowsOfGroup % rowsPerCheck != 0)
        return true;
    qsizetype bytes = 0;
    for (const ColumnChunk &chunk : m_chunks)
        bytes += chunk.bytes();
    return bytes < largestGroup && m_rowsOfGroup < mostRows ? true : writeRowGroup();
}

bool ParquetWriter::writeRowGroup()
{
    if (m_rowsOfGroup == 0)
        return true;
    RowGroup group{{}, m_rowsOfGroup, m_offset};
    for (ColumnChunk &chunk : m_chunks) {
        auto written = chunk.take();
        if (!written)
            return false;
        const QByteArray bytes = std::exchange(written->bytes, QByteArray());
        group.chunks.push_back({std::move(*written), m_offset, bytes.size()});
        if (!write(bytes))
            return false;
    }
    m_groups.push_back(std::move(group));
    m_rowsOfGroup = 0;
    return true;
}

bool ParquetWriter::finish()
{
    if (!writeRowGroup())
        return false;
    const QByteArray description = footer();
    const quint32 size = qToLittleEndian(quint32(description.size()));
    return write(description + QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + mark.toByteArray());
}

// The names of the fields are in the comments; the format defines their numbers.
QByteArray ParquetWriter::footer() const
{
    ThriftWriter thrift;
    thrift.writeInt32(1, 2);                                                  // version
    thrift.beginList(2, ThriftWriter::Element::Struct, m_columns.size() + 1); // schema
    thrift.beginStruct();
    thrift.writeBinary(4, "schema");                // name
    thrift.writeInt32(5, qint32(m_columns.size())); // num_children
    thrift.endStruct();
    for (const Column &column : m_columns)
        describeColumn(thrift, column);
    thrift.writeInt64(3, m_rows);                                                   // num_rows
    thrift.beginList(4, ThriftWriter::Element::Struct, qsizetype(m_groups.size())); // row_groups
    qint16 ordinal = 0;
    for (const RowGroup &group : m_groups)
        describeRowGroup(thrift, group, ordinal++);
    thrift.writeBinary(6, "Roost");                                       // created_by
    thrift.beginList(7, ThriftWriter::Element::Struct, m_columns.size()); // column_orders
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        thrift.beginStruct();
        thrift.beginStruct(1); // the order that the type defines
        thrift.endStruct();
        thrift.endStruct();
    }
    return thrift.take();
}

void ParquetWriter::describeColumn(ThriftWriter &thrift, const Column &column) const
{
    thrift.beginStruct();
    thrift.writeInt32(1, physicalType(column.type));               // type
    thrift.writeInt32(3, column.isOptional ? Optional : Required); // repetition_type
    thrift.writeBinary(4, column.name.toUtf8());                   // name
    if (column.type == Column::Type::Text) {
        thrift.writeInt32(6, Utf8); // converted_type
        thrift.beginStruct(10);     // logicalType
        thrift.beginStruct(1);      // STRING
        thrift.endStruct();
        thrift.endStruct();
    } else if (column.type == Column::Type::Time) {
        thrift.writeInt32(6, TimestampMillis);
        thrift.beginStruct(10);
        thrift.beginStruct(8);     // TIMESTAMP
        thrift.writeBool(1, true); // isAdjustedToUTC
        thrift.beginStruct(2);     // unit
        thrift.beginStruct(1);     // MILLIS
        thrift.endStruct();
        thrift.endStruct();
        thrift.endStruct();
        thrift.endStruct();
    }
    thrift.endStruct();
}

void ParquetWriter::describeRowGroup(ThriftWriter &thrift, const RowGroup &group, qint16 ordinal) const
{
    qint64 uncompressed = 0;
    qint64 compressed = 0;
    thrift.beginStruct();
    thrift.beginList(1, ThriftWriter::Element::Struct, qsizetype(group.chunks.size())); // columns
    for (std::size_t i = 0; i < group.chunks.size(); ++i) {
        describeChunk(thrift, m_columns[qsizetype(i)], group.chunks[i]);
        uncompressed += group.chunks[i].written.uncompressed;
        compressed += group.chunks[i].compressed;
    }
    thrift.writeInt64(2, uncompressed); // total_byte_size
    thrift.writeInt64(3, group.rows);   // num_rows
    thrift.writeInt64(5, group.offset); // file_offset
    thrift.writeInt64(6, compressed);   // total_compressed_size
    thrift.writeInt16(7, ordinal);      // ordinal
    thrift.endStruct();
}

void ParquetWriter::describeChunk(ThriftWriter &thrift, const Column &column, const Chunk &chunk) const
{
    const ColumnChunk::Written &written = chunk.written;
    thrift.beginStruct();
    thrift.writeInt64(2, chunk.offset); // file_offset
    thrift.beginStruct(3);              // meta_data
    thrift.writeInt32(1, physicalType(column.type));
    thrift.beginList(2, ThriftWriter::Element::Int32, written.hasDictionary ? 3 : 2); // encodings
    thrift.addInt32(Plain);
    thrift.addInt32(Rle);
    if (written.hasDictionary)
        thrift.addInt32(RleDictionary);
    thrift.beginList(3, ThriftWriter::Element::Binary, 1); // path_in_schema
    thrift.addBinary(column.name.toUtf8());
    thrift.writeInt32(4, m_compression == Compression::Gzip ? Gzip : Uncompressed); // codec
    thrift.writeInt64(5, written.values);                                           // num_values
    thrift.writeInt64(6, written.uncompressed);                                     // total_uncompressed_size
    thrift.writeInt64(7, chunk.compressed);                                         // total_compressed_size
    thrift.writeInt64(9, chunk.offset + written.dataPage);                          // data_page_offset
    if (written.hasDictionary)
        thrift.writeInt64(11, chunk.offset); // dictionary_page_offset
    thrift.beginStruct(12);                  // statistics
    thrift.writeInt64(3, written.nulls);     // null_count
    if (written.least) {
        thrift.writeBinary(5, *written.greatest); // max_value
        thrift.writeBinary(6, *written.least);    // min_value
    }
    thrift.endStruct();
    thrift.endStruct();
    thrift.endStruct();
}

} // namespace Roost::Parquet
