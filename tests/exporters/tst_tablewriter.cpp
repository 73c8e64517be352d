// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exporters/pointtable.h"
#include "models/exporters/runtable.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Roost;
using namespace Roost::Exporters;
using namespace Qt::StringLiterals;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

const QList<Column> columns{{u"name, with \"quotes\""_s, Column::Type::Text},
                            {u"step"_s, Column::Type::Integer},
                            {u"time"_s, Column::Type::Time, true},
                            {u"value"_s, Column::Type::Real, true}};

const QList<QList<Cell>> rows{{u"plain"_s, qint64(-3), qint64(1796120000123), 0.1},
                              {u"a,\"b\"\r\nc"_s, qint64(1) << 62, Cell(), std::nan("")},
                              {QString(), qint64(0), Cell(), -infinity},
                              {u"\u00e9"_s, qint64(0), Cell(), Cell()}};

template <typename Write>
QByteArray written(Write write)
{
    QTemporaryFile file;
    if (!file.open() || !write(file) || !file.flush())
        return "not written";
    file.seek(0);
    return file.readAll();
}

QByteArray table(TableFormat format)
{
    return written([&](QFileDevice &file) {
        const auto writer = tableWriter(format, file, columns, Parquet::Compression::None);
        auto done = writer->begin();
        for (const auto &row : rows)
            done = done ? writer->add(row) : done;
        return bool(done && writer->finish());
    });
}

Run runOf(const QString &id, const StringMap &params)
{
    Run run;
    run.id = id;
    run.displayName = u"name of "_s + id;
    run.experiment = u"birds"_s;
    run.status = RunStatus::Completed;
    run.parameters = params;
    return run;
}

} // namespace

class TestTableWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvQuotesWhatItMust()
    {
        QCOMPARE(table(TableFormat::Csv), QByteArray("\"name, with \"\"quotes\"\"\",step,time,value\r\n"
                                                     "plain,-3,2026-12-01T10:13:20.123Z,0.1\r\n"
                                                     "\"a,\"\"b\"\"\r\nc\",4611686018427387904,,NaN\r\n"
                                                     ",0,,-inf\r\n"
                                                     "\xc3\xa9,0,,\r\n"));
    }

    void jsonHasAnObjectPerLine()
    {
        const QList<QByteArray> lines = table(TableFormat::Json).split('\n');
        QCOMPARE(lines.size(), rows.size() + 1);
        const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(second["name, with \"quotes\""_L1].toString(), u"a,\"b\"\r\nc"_s);
        QCOMPARE(second["step"_L1].toInteger(), qint64(1) << 62);
        QCOMPARE(second["value"_L1].toString(), u"NaN"_s);
        QVERIFY(!second.contains("time"_L1));
        QCOMPARE(QJsonDocument::fromJson(lines[2]).object()["value"_L1].toString(), u"-Infinity"_s);
        QCOMPARE(QJsonDocument::fromJson(lines[0]).object()["value"_L1].toDouble(), 0.1);
    }

    void runsHaveTheColumnsOfAllOfThem()
    {
        RunTable table;
        MetricSummary loss;
        for (const MetricPoint &point :
             {MetricPoint{3, 10, 1}, MetricPoint{1, 20, 3}, MetricPoint{2, 15, 2}, MetricPoint{std::nan(""), 30, 0}})
            loss.add(point);
        table.add(runOf(u"one"_s, {{u"lr"_s, u"0.1"_s}}), {{u"loss"_s, loss}});
        table.add(runOf(u"two"_s, {{u"depth"_s, u"3"_s}}), {});
        const QByteArray csv = written([&](QFileDevice &file) {
            return bool(table.write(*tableWriter(TableFormat::Csv, file, table.columns(), Parquet::Compression::None)));
        });
        QCOMPARE(csv, QByteArray("run_id,run_name,experiment,status,created,started,ended,user,description,param.depth,"
                                 "param.lr,metric.loss.last,metric.loss.min,metric.loss.max,metric.loss.count\r\n"
                                 "one,name of one,birds,Completed,,,,,,,0.1,1,1,3,4\r\n"
                                 "two,name of two,birds,Completed,,,,,,3,,,,,\r\n"));
    }

    void aFullDiskIsReported()
    {
        QFile full(u"/dev/full"_s);
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const auto writer = tableWriter(TableFormat::Csv, full, columns, Parquet::Compression::None);
        auto done = writer->begin();
        done = done ? writer->finish() : done;
        QVERIFY(!done);
        QVERIFY2(done.error().text.contains("/dev/full"_L1), qPrintable(done.error().text));
    }
};

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
