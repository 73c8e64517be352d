// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/parquet/columnchunk.h"

#include <vector>

class QFileDevice;

namespace Roost::Parquet {

/// Writes a table row by row into a Parquet file: required and optional columns of simple types, one row group for
/// every few megabytes, so that memory is bounded. After a function has returned false, the file is useless; its
/// errorString() says why.
class ParquetWriter
{
public:
    /// `file` is open for writing at its beginning and must outlive the writer. Write the schema with begin().
    ParquetWriter(QFileDevice &file, QList<Column> columns, Compression compression);

    bool begin();
    // Each row has one call for each column, and endRow().
    void addText(qsizetype column, QByteArrayView utf8) { m_chunks[std::size_t(column)].addText(utf8); }
    /// For columns of integers and times.
    void addInteger(qsizetype column, qint64 value) { m_chunks[std::size_t(column)].addInteger(value); }
    void addReal(qsizetype column, double value) { m_chunks[std::size_t(column)].addReal(value); }
    void addNull(qsizetype column) { m_chunks[std::size_t(column)].addNull(); }
    bool endRow();
    /// Writes what is left and the footer.
    bool finish();

private:
    struct Chunk
    {
        ColumnChunk::Written written; // without its bytes
        qint64 offset = 0;
        qint64 compressed = 0;
    };
    struct RowGroup
    {
        std::vector<Chunk> chunks;
        qint64 rows = 0;
        qint64 offset = 0;
    };

    bool write(const QByteArray &bytes);
    bool writeRowGroup();
    QByteArray footer() const;
    void describeColumn(ThriftWriter &thrift, const Column &column) const;
    void describeChunk(ThriftWriter &thrift, const Column &column, const Chunk &chunk) const;
    void describeRowGroup(ThriftWriter &thrift, const RowGroup &group, qint16 ordinal) const;

    QFileDevice &m_file;
    QList<Column> m_columns;
    Compression m_compression;
    std::vector<ColumnChunk> m_chunks;
    std::vector<RowGroup> m_groups;
    qint64 m_offset = 0;
    qint64 m_rows = 0;
    qint64 m_rowsOfGroup = 0;
};

} // namespace Roost::Parquet
