// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exporters/tablewriter.h"

#include "models/core/wholewrite.h"
#include "models/core/words.h"
#include "models/parquet/parquetwriter.h"

#include <QDateTime>
#include <QFileDevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace Roost::Exporters {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array formats{std::pair{"csv"_L1, ".csv"_L1}, std::pair{"json"_L1, ".jsonl"_L1},
                             std::pair{"parquet"_L1, ".parquet"_L1}};

std::unexpected<Error> notWritten(const QFileDevice &file)
{
    return failure(ErrorKind::Failed,
                   Words::tr("%1 could not be written: %2.").arg(file.fileName(), file.errorString()));
}

QByteArray timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

// The shortest text that is read as the same number.
QByteArray realText(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return QByteArray(text.data(), end.ptr - text.data());
}

/// Collects text and writes it in larger parts.
class TextTable : public TableWriter
{
public:
    TextTable(QFileDevice &file, QList<Column> columns)
        : m_file(file)
        , m_columns(std::move(columns))
    {
    }

    Result<void> finish() override
    {
        if (!writeWhole(m_file, std::exchange(m_text, QByteArray())))
            return notWritten(m_file);
        return {};
    }

protected:
    static constexpr qsizetype part = 1 << 20;

    Result<void> written() { return m_text.size() < part ? Result<void>() : finish(); }

    QFileDevice &m_file;
    QList<Column> m_columns;
    QByteArray m_text;
};

class CsvTable : public TextTable
{
public:
    using TextTable::TextTable;

    Result<void> begin() override
    {
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            m_text += i == 0 ? "" : ",";
            appendText(m_columns[i].name);
        }
        m_text += "\r\n";
        return written();
    }

    Result<void> add(const QList<Cell> &cells) override
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            m_text += i == 0 ? "" : ",";
            if (const auto *text = std::get_if<QString>(&cells[i]))
                appendText(*text);
            else if (const auto *integer = std::get_if<qint64>(&cells[i]))
                m_text += m_columns[i].type == Column::Type::Time ? timeText(*integer) : QByteArray::number(*integer);
            else if (const auto *real = std::get_if<double>(&cells[i]))
                m_text += std::isnan(*real) ? "NaN" : realText(*real);
        }
        m_text += "\r\n";
        return written();
    }

private:
    void appendText(const QString &text)
    {
        QByteArray utf8 = text.toUtf8();
        const bool isPlain = utf8.indexOf('"') < 0 && utf8.indexOf(',') < 0 && utf8.indexOf('\n') < 0 &&
                             utf8.indexOf('\r') < 0 && !utf8.startsWith(' ') && !utf8.endsWith(' ');
        m_text += isPlain ? utf8 : '"' + utf8.replace('"', "\"\"") + '"';
    }
};

class JsonTable : public TextTable
{
public:
    using TextTable::TextTable;

    Result<void> begin() override
    {
        for (const Column &column : std::as_const(m_columns))
            m_keys += quoted(column.name) + ':';
        return {};
    }

    Result<void> add(const QList<Cell> &cells) override
    {
        m_text += '{';
        bool isFirst = true;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (std::holds_alternative<std::monostate>(cells[i]))
                continue;
            m_text += std::exchange(isFirst, false) ? m_keys[i] : ',' + m_keys[i];
            if (const auto *text = std::get_if<QString>(&cells[i]))
                m_text += quoted(*text);
            else if (const auto *integer = std::get_if<qint64>(&cells[i]))
                m_text += m_columns[i].type == Column::Type::Time ? '"' + timeText(*integer) + '"'
                                                                  : QByteArray::number(*integer);
            else
                m_text += number(std::get<double>(cells[i]));
        }
        m_text += "}\n";
        return written();
    }

private:
    static QByteArray quoted(const QString &text)
    {
        const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return list.sliced(1, list.size() - 2);
    }

    static QByteArray number(double value)
    {
        if (std::isnan(value))
            return "\"NaN\"";
        if (std::isinf(value))
            return value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        return realText(value);
    }

    QList<QByteArray> m_keys;
};

class ParquetTable : public TableWriter
{
public:
    ParquetTable(QFileDevice &file, const QList<Column> &columns, Parquet::Compression compression)
        : m_file(file)
        , m_columns(columns)
        , m_writer(file, columns, compression)
    {
    }

    Result<void> begin() override { return result(m_writer.begin()); }
    Result<void> finish() override { return result(m_writer.finish()); }

    Result<void> add(const QList<Cell> &cells) override
    {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (const auto *text = std::get_if<QString>(&cells[i]))
                m_writer.addText(i, text->toUtf8());
            else if (const auto *integer = std::get_if<qint64>(&cells[i]))
                m_writer.addInteger(i, *integer);
            else if (const auto *real = std::get_if<double>(&cells[i]))
                m_writer.addReal(i, *real);
            else
                m_writer.addNull(i);
        }
        return result(m_writer.endRow());
    }

private:
    Result<void> result(bool written) const
    {
        if (!written)
            return notWritten(m_file);
        return {};
    }

    QFileDevice &m_file;
    QList<Column> m_columns;
    Parquet::ParquetWriter m_writer;
};

} // namespace

std::optional<TableFormat> tableFormatFromWord(QStringView word)
{
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (word == formats[i].first)
            return TableFormat(i);
    }
    return std::nullopt;
}

QString suffixOf(TableFormat format)
{
    return formats[std::size_t(format)].second;
}

std::unique_ptr<TableWriter> tableWriter(TableFormat format, QFileDevice &file, const QList<Column> &columns,
                                         Parquet::Compression compression)
{
    switch (format) {
    case TableFormat::Csv:
        return std::make_unique<CsvTable>(file, columns);
    case TableFormat::Json:
        return std::make_unique<JsonTable>(file, columns);
    case TableFormat::Parquet:
        return std::make_unique<ParquetTable>(file, columns, compression);
    }
    std::unreachable();
}

} // namespace Roost::Exporters
