// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/parquet/column.h"
#include "models/parquet/thriftwriter.h"

#include <QHash>
#include <QList>

#include <optional>
#include <utility>

namespace Roost::Parquet {

/// The values of one column in one row group, until they are written as pages: a dictionary of texts if they repeat,
/// and one data page.
class ColumnChunk
{
public:
    ColumnChunk(Column column, Compression compression)
        : m_column(std::move(column))
        , m_compression(compression)
    {
    }

    void addText(QByteArrayView utf8);
    void addInteger(qint64 value);
    void addReal(double value);
    void addNull();

    qsizetype rows() const { return m_rows; }
    /// The approximate size in memory.
    qsizetype bytes() const { return m_bytes; }

    /// The pages of a written chunk, and its description for the footer.
    struct Written
    {
        QByteArray bytes;
        qint64 uncompressed = 0; // the size of the pages with their headers
        qsizetype values = 0;
        bool hasDictionary = false;
        qsizetype dataPage = 0; // the offset of the data page in `bytes`
        qsizetype nulls = 0;
        std::optional<QByteArray> least; // encoded as in a page, without a length
        std::optional<QByteArray> greatest;
    };
    /// Returns the pages and starts the next chunk. Nothing if compression fails.
    std::optional<Written> take();

private:
    bool usesDictionary() const;
    QByteArray levels() const;
    QByteArray plainValues() const;
    QByteArray indexValues() const;
    bool addPage(Written &written, const QByteArray &content, bool isDictionary, qsizetype values) const;
    void addTextBounds(Written &written) const;
    void count(bool isPresent);

    Column m_column;
    Compression m_compression;
    QHash<QByteArray, quint32> m_places; // of texts
    QList<QByteArray> m_texts;           // each once
    QList<quint32> m_indices;            // of the values in m_texts
    QByteArray m_numbers;                // integers and reals, as in a page
    QList<quint32> m_present;            // 1 for a row with a value, for optional columns
    std::optional<qint64> m_leastInteger;
    std::optional<qint64> m_greatestInteger;
    std::optional<double> m_leastReal;
    std::optional<double> m_greatestReal;
    qsizetype m_rows = 0;
    qsizetype m_nulls = 0;
    qsizetype m_bytes = 0;
};

} // namespace Roost::Parquet
