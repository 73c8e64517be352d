// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parquet/hybridencoding.h"
#include "models/parquet/parquetwriter.h"
#include "tests/parquet/parquetreader.h"

#include <QFile>
#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <bit>
#include <cmath>
#include <limits>

using namespace Roost::Parquet;
using namespace Qt::StringLiterals;
using Roost::Test::ParquetReader;

namespace {

using Value = ParquetReader::Value;

const QList<Column> everyType{{u"text"_s, Column::Type::Text},
                              {u"maybe"_s, Column::Type::Text, true},
                              {u"step"_s, Column::Type::Integer},
                              {u"time"_s, Column::Type::Time, true},
                              {u"value"_s, Column::Type::Real}};

/// Writes a table and returns the bytes of the file.
template <typename Fill>
QByteArray written(const QList<Column> &columns, Compression compression, Fill fill)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    ParquetWriter writer(file, columns, compression);
    if (!writer.begin() || !fill(writer) || !writer.finish() || !file.flush())
        return {};
    file.seek(0);
    return file.readAll();
}

double realOf(const Value &value)
{
    return std::get<double>(value);
}

} // namespace

class TestParquetWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableIsReadBack_data()
    {
        QTest::addColumn<bool>("gzip");
        QTest::newRow("plain") << false;
        QTest::newRow("gzip") << true;
    }

    void aTableIsReadBack()
    {
        QFETCH(bool, gzip);
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const QByteArray file =
            written(everyType, gzip ? Compression::Gzip : Compression::None, [&](ParquetWriter &to) {
                for (int i = 0; i < 1000; ++i) {
                    to.addText(0, u"r\u00e9sum\u00e9 %1"_s.arg(i % 3).toUtf8());
                    i % 7 == 0 ? to.addNull(1) : to.addText(1, QByteArray(i % 50, 'x'));
                    to.addInteger(2, i - 500);
                    i % 2 == 0 ? to.addInteger(3, 1796120000000 + i) : to.addNull(3);
                    to.addReal(4, i == 3 ? std::nan("") : i == 4 ? infinity : i == 5 ? -infinity : i / 7.0);
                    if (!to.endRow())
                        return false;
                }
                return true;
            });
        const ParquetReader reader(file);
        QCOMPARE(reader.rows(), 1000);
        QCOMPARE(reader.names(), (QStringList{u"text"_s, u"maybe"_s, u"step"_s, u"time"_s, u"value"_s}));
        const auto texts = reader.column(0);
        const auto maybe = reader.column(1);
        const auto steps = reader.column(2);
        const auto times = reader.column(3);
        const auto values = reader.column(4);
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(std::get<QByteArray>(texts[i]), u"r\u00e9sum\u00e9 %1"_s.arg(i % 3).toUtf8());
            QVERIFY(maybe[i] == (i % 7 == 0 ? Value() : Value(QByteArray(i % 50, 'x'))));
            QVERIFY(steps[i] == Value(qint64(i - 500)));
            QVERIFY(times[i] == (i % 2 == 0 ? Value(1796120000000 + i) : Value()));
            if (i < 3 || i > 5)
                QCOMPARE(realOf(values[i]), i / 7.0);
        }
        QVERIFY(std::isnan(realOf(values[3])));
        QCOMPARE(realOf(values[4]), infinity);
        QCOMPARE(realOf(values[5]), -infinity);
    }

    void aTableWithoutRowsIsAFile()
    {
        const ParquetReader reader(written(everyType, Compression::Gzip, [](ParquetWriter &) { return true; }));
        QCOMPARE(reader.rows(), 0);
        QCOMPARE(reader.rowGroups(), 0);
        QCOMPARE(reader.names().size(), 5);
    }

    void repeatedTextsAreADictionary()
    {
        const auto fill = [](int different) {
            return [different](ParquetWriter &to) {
                for (int i = 0; i < 2000; ++i) {
                    to.addText(0, QByteArray("some text " + QByteArray::number(i % different)));
                    if (!to.endRow())
                        return false;
                }
                return true;
            };
        };
        const QList<Column> column{{u"text"_s, Column::Type::Text}};
        const ParquetReader repeated(written(column, Compression::None, fill(300)));
        QVERIFY(repeated.chunk(0, 0).has(11));
        const ParquetReader different(written(column, Compression::None, fill(2000)));
        QVERIFY(!different.chunk(0, 0).has(11));
        const ParquetReader one(written(column, Compression::None, fill(1)));
        for (const auto &reader : {repeated, different, one})
            QCOMPARE(reader.column(0).size(), 2000);
        QCOMPARE(std::get<QByteArray>(repeated.column(0)[1999]), QByteArray("some text 199"));
        QCOMPARE(std::get<QByteArray>(different.column(0)[1999]), QByteArray("some text 1999"));
        QCOMPARE(std::get<QByteArray>(one.column(0)[1999]), QByteArray("some text 0"));
    }

    void boundsLeaveOutNaN()
    {
        const ParquetReader reader(written(everyType, Compression::None, [](ParquetWriter &to) {
            for (const double value : {2.0, std::nan(""), -1.0, 0.0}) {
                to.addText(0, value == 2.0 ? "b" : "a");
                to.addNull(1);
                to.addInteger(2, qint64(value == 2.0 ? 2 : -1));
                to.addNull(3);
                to.addReal(4, value);
                if (!to.endRow())
                    return false;
            }
            return true;
        }));
        const auto bound = [&](qsizetype column, int field) { return reader.chunk(0, column).at(12).at(field).bytes; };
        QCOMPARE(bound(0, 6), QByteArray("a"));
        QCOMPARE(bound(0, 5), QByteArray("b"));
        QVERIFY(!reader.chunk(0, 1).at(12).has(6));
        QCOMPARE(reader.chunk(0, 1).at(12).at(3).integer, 4);
        QCOMPARE(std::bit_cast<qint64>(*reinterpret_cast<const std::array<char, 8> *>(bound(2, 6).constData())), -1);
        QCOMPARE(std::bit_cast<double>(*reinterpret_cast<const std::array<char, 8> *>(bound(4, 5).constData())), 2.0);
        QCOMPARE(std::bit_cast<double>(*reinterpret_cast<const std::array<char, 8> *>(bound(4, 6).constData())), -1.0);
    }

    void aLargeTableHasSeveralRowGroups()
    {
        constexpr int rows = 60000;
        const QByteArray file = written(everyType, Compression::Gzip, [](ParquetWriter &to) {
            for (int i = 0; i < rows; ++i) {
                to.addText(0, QByteArray::number(i).repeated(60));
                to.addText(1, "same");
                to.addInteger(2, i);
                to.addInteger(3, i);
                to.addReal(4, i);
                if (!to.endRow())
                    return false;
            }
            return true;
        });
        const ParquetReader reader(file);
        QVERIFY2(reader.rowGroups() > 1, QByteArray::number(reader.rowGroups()).constData());
        QCOMPARE(reader.rows(), rows);
        const auto texts = reader.column(0);
        const auto steps = reader.column(2);
        QCOMPARE(steps.size(), rows);
        for (int i = 0; i < rows; i += 999) {
            QCOMPARE(std::get<qint64>(steps[i]), i);
            QCOMPARE(std::get<QByteArray>(texts[i]), QByteArray::number(i).repeated(60));
        }
    }

    void aFullDiskIsReported()
    {
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly));
        ParquetWriter writer(full, {{u"step"_s, Column::Type::Integer}}, Compression::None);
        bool isWritten = writer.begin();
        for (int i = 0; i < 100000 && isWritten; ++i) {
            writer.addInteger(0, i);
            isWritten = writer.endRow();
        }
        isWritten = isWritten && writer.finish() && full.flush();
        QVERIFY(!isWritten);
    }

    void bitsAreCounted()
    {
        QCOMPARE(bitsFor(0), 0);
        QCOMPARE(bitsFor(1), 1);
        QCOMPARE(bitsFor(255), 8);
        QCOMPARE(bitsFor(256), 9);
    }
};

QTEST_GUILESS_MAIN(TestParquetWriter)
#include "tst_parquetwriter.moc"
