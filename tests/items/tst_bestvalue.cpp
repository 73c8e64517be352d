// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/bestvalue.h"

#include <QTest>

#include <limits>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

namespace {

MetricSeries seriesOf(const QList<double> &values)
{
    QList<MetricPoint> points;
    for (const double value : values)
        points.append({value, 0, points.size()});
    MetricSeries series;
    series.append(points);
    return series;
}

QString placeOf(const MetricSeries & /*series*/, double x)
{
    return u"step %1"_s.arg(x);
}

} // namespace

class TestBestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNameTellsWhatIsBetter_data()
    {
        QTest::addColumn<int>("sense");
        const auto row = [](const char *key, MetricSense sense) { QTest::newRow(key) << int(sense); };
        for (const char *key :
             {"loss", "val_loss", "train/Loss", "trainLoss", "top-1 error", "RMSE", "eval/perplexity"})
            row(key, MetricSense::LowerIsBetter);
        for (const char *key :
             {"acc", "val_acc", "valAcc", "Accuracy", "f1", "macro F1", "roc/AUC", "mAP_50", "reward"})
            row(key, MetricSense::HigherIsBetter);
        for (const char *key : {"lr", "epoch", "access_count", "wermut", "memory", ""})
            row(key, MetricSense::Unknown);
    }

    void theNameTellsWhatIsBetter()
    {
        QFETCH(int, sense);
        QCOMPARE(int(senseOf(QString::fromLatin1(QTest::currentDataTag()))), sense);
    }

    void theFirstPlaceOfTheBestValue()
    {
        const auto series = seriesOf({3, 1, 2, 1, 5});
        QCOMPARE(bestText(u"loss"_s, series, placeOf), u"best 1 at step 1"_s);
        QCOMPARE(bestText(u"acc"_s, series, placeOf), u"best 5 at step 4"_s);
        QCOMPARE(bestText(u"lr"_s, series, placeOf), u"1 to 5"_s);
    }

    void valuesThatAreNotFiniteAreNeverBest()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const auto series = seriesOf({std::numeric_limits<double>::quiet_NaN(), 2, -infinity, infinity});
        QCOMPARE(bestText(u"loss"_s, series, placeOf), u"best 2 at step 1"_s);
        QCOMPARE(bestText(u"loss"_s, seriesOf({infinity}), placeOf), QString());
        QCOMPARE(bestText(u"loss"_s, seriesOf({}), placeOf), QString());
    }
};

QTEST_GUILESS_MAIN(TestBestValue)
#include "tst_bestvalue.moc"
