// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/parquet/column.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <variant>

class QFileDevice;

namespace Roost::Exporters {

using Column = Parquet::Column;

/// A value of a row: none, a text, an integer or a time in milliseconds since 1970, a real.
using Cell = std::variant<std::monostate, QString, qint64, double>;

enum class TableFormat { Csv, Json, Parquet };

/// "csv", "json", "parquet"
std::optional<TableFormat> tableFormatFromWord(QStringView word);
/// Returns ".csv", ".jsonl" or ".parquet".
QString suffixOf(TableFormat format);

/// Writes a table row by row into an open file. An Error contains the reason of the file.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    virtual Result<void> begin() = 0;
    /// `cells` has one value for each column, of the type of the column or none if the column is optional.
    virtual Result<void> add(const QList<Cell> &cells) = 0;
    virtual Result<void> finish() = 0;
};

/// - CSV as RFC 4180 describes it, with a line of names: UTF-8, CRLF, times as 2026-12-01T10:00:00.000Z, reals as NaN,
///   inf and -inf. A missing value is an empty field, and so is an empty text.
/// - JSON Lines: one object per line, without the members that have no value; reals as the texts NaN, Infinity and
///   -Infinity where JSON has no number.
/// - Parquet.
/// `file` must outlive the writer.
std::unique_ptr<TableWriter> tableWriter(TableFormat format, QFileDevice &file, const QList<Column> &columns,
                                         Parquet::Compression compression);

} // namespace Roost::Exporters
