// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/metricspreview.h"
#include "models/items/submit/metricstext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestMetricsPreview : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<MetricsPreview> preview(const QByteArray &log, const MetricDefinitions &definitions)
    {
        const QString name = m_folder.filePath(u"log.txt"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(log);
        file.close();
        return get(name, definitions);
    }

    static Result<MetricsPreview> get(const QString &name, const MetricDefinitions &definitions)
    {
        Result<MetricsPreview> got;
        PendingReply<MetricsPreview> reply;
        bool isDone = false;
        reply.watch(previewMetrics(name, definitions), [&](const Result<MetricsPreview> &result) {
            got = result;
            isDone = true;
        });
        return QTest::qWaitFor([&] { return isDone; }) ? got : failure(ErrorKind::Failed, u"no reply"_s);
    }

private Q_SLOTS:
    void matchesAreMarkedAndCounted()
    {
        const auto got =
            preview("start\n\xc3\xa4 epoch 1 loss 0.5\nepoch 2 loss 0.25\r\nend", {.automatic = true, .patterns = {}});
        QVERIFY(got);
        QCOMPARE(got->readLines, 4);
        QCOMPARE(got->series, (QList<MetricsPreview::Series>{{u"loss"_s, 2, 0.25}}));
        QCOMPARE(got->lines.size(), 2);
        const auto &line = got->lines.first();
        QCOMPARE(line.values, QStringList{u"loss = 0.5 at step 1"_s});
        QCOMPARE(line.text.sliced(line.places.first().start, line.places.first().length), u"0.5"_s);
    }

    void onlyTheEndOfALargeLogIsRead()
    {
        QByteArray log;
        for (int step = 0; log.size() < 2'000'000; ++step)
            log += "step " + QByteArray::number(step) + " loss 1\n";
        const auto got = preview(log, {.automatic = true, .patterns = {}});
        QVERIFY(got);
        QCOMPARE(got->lines.size(), 200);
        QVERIFY(got->readLines < 60'000);
        QVERIFY(log.endsWith(QByteArray(got->lines.last().text.toUtf8() + "\n")));
    }

    void aLogThatCannotBeReadIsNamed()
    {
        const auto got = get(m_folder.filePath(u"none.txt"_s), {.automatic = true, .patterns = {}});
        QVERIFY(!got);
        QVERIFY(got.error().text.contains("none.txt"_L1));
    }

    void patternsAsText()
    {
        const auto read = readMetricsText(u"loss: l=(\\S+)\n\n  val acc :  a: (?<value>.+)\n"_s);
        QCOMPARE(read.problem, QString());
        QCOMPARE(read.patterns, (StringMap{{u"loss"_s, u"l=(\\S+)"_s}, {u"val acc"_s, u"a: (?<value>.+)"_s}}));
        QCOMPARE(readMetricsText(writeMetricsText(read.patterns)).patterns, read.patterns);
    }

    void theFirstProblemIsNamedWithItsLine()
    {
        QCOMPARE(readMetricsText(u"a: (x)\nloss"_s).problemLine, 2);
        QCOMPARE(readMetricsText(u"a: (x"_s).problemLine, 1);
        QVERIFY(readMetricsText(u"a: (x"_s).problem.contains("character"_L1));
        QCOMPARE(readMetricsText(u"a: (x)\na: (y)"_s).problemLine, 2);
        QCOMPARE(readMetricsText(u"auto: (x)"_s).problemLine, 1);
    }
};

QTEST_GUILESS_MAIN(TestMetricsPreview)
#include "tst_metricspreview.moc"
