// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/logmetrics.h"
#include "models/logs/metrics/progressestimate.h"

#include <QTest>

#include <cmath>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Returns the values of a line as "name=value@step".
QStringList valuesOf(LogMetrics &metrics, const QByteArray &line)
{
    QStringList values;
    for (const LoggedValue &value : metrics.read(line).values)
        values += u"%1=%2@%3"_s.arg(value.name).arg(value.value).arg(value.step.value_or(-1));
    return values;
}

QString automatic(const QByteArray &line)
{
    LogMetrics metrics({.automatic = true, .patterns = {}});
    return valuesOf(metrics, line).join(u' ');
}

} // namespace

class TestLogMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Lines as PyTorch's examples, tqdm, Keras, Lightning and Hugging Face's Trainer print them.
    void commonShapes_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("values");
        const auto row = [](const char *line, const QString &values) {
            QTest::newRow(line) << QByteArray(line) << values;
        };
        row("epoch 3 loss 0.12", u"loss=0.12@3"_s);
        row("Epoch 3: loss = 0.12, acc = 97.5%", u"loss=0.12@3 acc=97.5@3"_s);
        row("step 120 | loss 2.5e-1 | lr 1e-4 | 3.2 s", u"loss=0.25@120 lr=0.0001@120"_s);
        row("[2026-12-01 10:30:00,123] INFO: iter: 5, train_loss: 0.5, val/acc: 0.75",
            u"train_loss=0.5@5 val/acc=0.75@5"_s);
        row("Train Epoch: 1 [640/60000 (1%)]\tLoss: 2.300000", u"Loss=2.3@0"_s);
        row("Test set: Average loss: 0.0458, Accuracy: 9849/10000 (98%)", u"Average_loss=0.0458@0"_s);
        row("Val loss: 0.5 Val Acc: 0.75", u"Val_loss=0.5@0 Val_Acc=0.75@0"_s);
        row("120/120 [==============================] - 3s 25ms/step - loss: 0.1234 - accuracy: 0.9000",
            u"loss=0.1234@0 accuracy=0.9@0"_s);
        row(" 45%|\xe2\x96\x88\xe2\x96\x88   | 45/100 [00:10<00:12,  4.5it/s, loss=0.12]", u"loss=0.12@0"_s);
        row("Epoch 0:  50%|#####     | 5/10 [00:00<00:00, 30.0it/s, v_num=0, train_loss=0.5]", u"train_loss=0.5@0"_s);
        row("{'loss': 0.6931, 'grad_norm': 1.25, 'learning_rate': 5e-05, 'epoch': 0.01}",
            u"loss=0.6931@0 grad_norm=1.25@0 learning_rate=5e-05@0"_s);
        row("{'eval_loss': '0.5', 'eval_runtime': '3.2', 'epoch': '1'}", u"eval_loss=0.5@0 eval_runtime=3.2@0"_s);
        row("loss=nan", u"loss=nan@0"_s);
        row("\x1b[32mepoch 2\x1b[0m loss=\x1b[1m0.5\x1b[0m", u"loss=0.5@2"_s);
        // Settings, times, versions and texts are no metrics.
        row("batch_size=32 lr_decay_steps=100 hidden: 256", QString());
        row("PyTorch 2.6.0 on cuda:0, seed 42", QString());
        row("epoch 3 took 12.5 s, time: 12:30, eta: 3", QString());
        row("Epoch 3/10", QString());
        row("loss: 0.5s", QString());
        row("", QString());
    }

    void commonShapes()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, values);
        QCOMPARE(automatic(line), values);
    }

    void definedMetrics()
    {
        LogMetrics metrics(
            {.automatic = false,
             .patterns = {{u"loss"_s, u"L (?<step>\\d+) is (?P<value>\\S+)"_s}, {u"acc"_s, u"a=([0-9.]+)"_s}}});
        QCOMPARE(valuesOf(metrics, "L 7 is 0.5, a=0.25"), (QStringList{u"loss=0.5@7"_s, u"acc=0.25@0"_s}));
        QCOMPARE(valuesOf(metrics, "a=1 a=2"), (QStringList{u"acc=1@1"_s, u"acc=2@2"_s}));
        QCOMPARE(valuesOf(metrics, "step 9 a=3"), (QStringList{u"acc=3@9"_s}));
        QCOMPARE(valuesOf(metrics, "loss=0.5"), QStringList());
        QCOMPARE(valuesOf(metrics, "L 8 is unknown"), QStringList());
        QCOMPARE(metrics.problems().size(), 1);
        const auto values = metrics.read("\xc3\xa4 a=3").values;
        QCOMPARE(values.first().start, 5);
        QCOMPARE(values.first().length, 1);
    }

    void aPatternReplacesTheCommonShape()
    {
        LogMetrics metrics({.automatic = true, .patterns = {{u"loss"_s, u"loss=(\\S+) \\("_s}}});
        QCOMPARE(valuesOf(metrics, "epoch 1 loss=2 acc=1"), QStringList{u"acc=1@1"_s});
        QCOMPARE(valuesOf(metrics, "epoch 1 loss=2 (mean) acc=1"), (QStringList{u"loss=2@1"_s, u"acc=1@1"_s}));
    }

    void countsContinue()
    {
        LogMetrics metrics({.automatic = true, .patterns = {}});
        valuesOf(metrics, "loss=1");
        LogMetrics next({.automatic = true, .patterns = {}});
        next.setCounts(metrics.counts());
        QCOMPARE(valuesOf(next, "loss=1"), QStringList{u"loss=1@1"_s});
    }

    void problemsNameTheirPlace()
    {
        const auto problem = MetricPattern::problemOf(u"loss=(?<value>\\S+"_s);
        QVERIFY(problem);
        QCOMPARE(problem->position, 17);
        QVERIFY(problem->text.contains("18"_L1));
        QVERIFY(MetricPattern::problemOf(QString()));
        QVERIFY(MetricPattern::problemOf(u"loss"_s));
        QVERIFY(MetricPattern::problemOf(u"(loss)=(\\S+)"_s));
        QVERIFY(MetricPattern::problemOf(u"loss=(?<v>\\S+)"_s));
        QVERIFY(!MetricPattern::problemOf(u"loss=(\\S+)"_s));
        QVERIFY(!MetricPattern::problemOf(u"(?<step>\\d+) loss=(?P<value>\\S+)"_s));
        QVERIFY(!MetricPattern::whyNotAName(u"auto"_s).isEmpty());
    }

    // The expression needs exponentially many steps for such a line.
    void aCatastrophicPatternIsGivenUp()
    {
        LogMetrics metrics({.automatic = false, .patterns = {{u"loss"_s, u"(?:a+)+b(?<value>\\d)"_s}}});
        const QByteArray line = "x" + QByteArray(2000, 'a') + "cb";
        for (int count = 0; count < 200; ++count)
            QVERIFY(metrics.read(line).values.isEmpty());
        QVERIFY2(metrics.problems().first().contains("too many steps"_L1), qPrintable(metrics.problems().first()));
    }

    void positions()
    {
        const auto epoch = positionIn("Epoch [3/10], Step [100/600], Loss: 0.5");
        QCOMPARE(epoch.epoch, (LineCount{3, 10}));
        QCOMPARE(epoch.step, (LineCount{100, 600}));
        const auto bar = positionIn("Train:  45%|####  | 1.2k/5k [00:10<00:12, 4.5it/s]");
        QCOMPARE(bar.bar, (LineCount{1200, 5000}));
        QCOMPARE(bar.barName, "Train");
        QCOMPARE(positionIn("45/120 [====>.......] - ETA: 3s").bar, (LineCount{45, 120}));
        QCOMPARE(positionIn("Train Epoch: 1 [640/60000 (1%)]").step, (LineCount{640, 60000}));
        QCOMPARE(positionIn("epoch 3 of 10").epoch, (LineCount{3, 10}));
        QVERIFY(positionIn("the 3rd epoch, stepping stones 5").isEmpty());
        QVERIFY(positionIn("see logs/step/3").isEmpty());
    }

    void progressOfEpochs()
    {
        ProgressEstimate estimate;
        const TimePoint start = timePointFromMs(1'700'000'000'000);
        for (int epoch = 1; epoch <= 5; ++epoch)
            estimate.add(positionIn(QByteArray("epoch " + QByteArray::number(epoch) + "/20 loss 0.5")),
                         start + epoch * 10s);
        const auto progress = estimate.progress();
        QVERIFY(progress);
        QCOMPARE(progress->done, 5.0);
        QCOMPARE(progress->total, 20.0);
        QCOMPARE(progress->unit, u"epoch"_s);
        QVERIFY(std::abs(*progress->secondsLeft - 150) < 1);
    }

    void progressWithinEpochs()
    {
        ProgressEstimate estimate;
        const TimePoint start = timePointFromMs(1'700'000'000'000);
        estimate.add(positionIn("Epoch 1/4"), start);
        estimate.add(positionIn("50/100 [=====>....] - loss: 0.5"), start + 10s);
        QCOMPARE(estimate.progress()->done, 0.5);
        estimate.add(positionIn("Epoch 2/4"), start + 20s);
        estimate.add(positionIn("50/100 [=====>....] - loss: 0.5"), start + 30s);
        QCOMPARE(estimate.progress()->done, 1.5);
        QCOMPARE(estimate.progress()->total, 4.0);
        QVERIFY(std::abs(*estimate.progress()->secondsLeft - 50) < 1);
    }

    // A bar that begins again says nothing about the end of the run.
    void aRepeatedBarHasNoTimeLeft()
    {
        ProgressEstimate estimate;
        TimePoint time = timePointFromMs(1'700'000'000'000);
        for (int round = 0; round < 2; ++round) {
            for (int at = 0; at <= 100; at += 50)
                estimate.add(positionIn(QByteArray("50%|##  | " + QByteArray::number(at) + "/100 [00:10<00:12]")),
                             time += 5s);
        }
        QCOMPARE(estimate.progress()->done, 100.0);
        QVERIFY(!estimate.progress()->secondsLeft);
    }
};

QTEST_GUILESS_MAIN(TestLogMetrics)
#include "tst_logmetrics.moc"
