// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <variant>

namespace Roost::Test {

/// A value of Thrift's compact protocol: an integer (also of booleans), bytes, a list, or the fields of a struct.
struct ThriftValue
{
    qint64 integer = 0;
    QByteArray bytes;
    QList<ThriftValue> items;
    QMap<int, ThriftValue> fields;

    const ThriftValue &at(int field) const
    {
        static const ThriftValue none;
        const auto found = fields.constFind(field);
        return found == fields.constEnd() ? none : *found;
    }
    bool has(int field) const { return fields.contains(field); }
};

/// A reader of Parquet files that shares no code with the writer. It knows what the format's specification states of
/// flat tables, and fails on anything else by an exception.
class ParquetReader
{
public:
    using Value = std::variant<std::monostate, QByteArray, qint64, double>;

    explicit ParquetReader(const QByteArray &file);

    const ThriftValue &footer() const { return m_footer; }
    QStringList names() const;
    qint64 rows() const { return m_footer.at(3).integer; }
    qsizetype rowGroups() const { return m_footer.at(4).items.size(); }
    /// Returns all values of a column; std::monostate for a row without one.
    QList<Value> column(qsizetype index) const;
    /// Returns the description of a chunk (ColumnMetaData).
    const ThriftValue &chunk(qsizetype group, qsizetype index) const;

private:
    void readChunk(const ThriftValue &chunk, bool isOptional, QList<Value> &values) const;

    QByteArray m_file;
    ThriftValue m_footer;
};

} // namespace Roost::Test
