// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/activity.h"

#include <QJsonArray>
#include <QTest>

using namespace Roost;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWireActivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenActivityIsReadBack()
    {
        LogActivity rank;
        rank.path = u"azureml-logs/70_driver_log_3.txt"_s;
        rank.rank = 3;
        rank.bytes = 5'000'000'000;
        rank.lines = 90'000'000;
        rank.errors = 2;
        rank.lastWrite = timePointFromMs(1'700'000'000'123);
        rank.writes = 700;
        rank.usualGap = 250ms;
        rank.longestGap = 60s;
        rank.restarts = 1;
        rank.buckets = {{0, 0, 0, 0}, {1, 20, 0, 0}, {5, 3, 1, 12}, {9, 0, 0, 12}};
        LogActivity other;
        other.path = u"logs/extra.log"_s;
        RunActivity activity{.bucketWidth = 250ms,
                             .origin = timePointFromMs(1'700'000'000'000),
                             .now = timePointFromMs(1'700'000'009'000),
                             .cursor = u"abc.12"_s,
                             .isFull = false,
                             .pending = 77,
                             .progressLine = u"step #"_s,
                             .logs = {rank, other}};
        const QJsonObject json = Wire::toJson(activity);
        QCOMPARE(Wire::activityFrom(json), activity);
        // Zeros at the end of a bucket are omitted, because a thousand ranks have many.
        const auto buckets = json.value("logs"_L1).toArray().first().toObject().value("buckets"_L1).toArray();
        QCOMPARE(buckets.at(0).toArray(), QJsonArray{0});
        QCOMPARE(buckets.at(1).toArray(), (QJsonArray{1, 20}));
    }

    void invalidInputIsHandled()
    {
        QCOMPARE(Wire::activityFrom({}).logs.size(), 0);
        QCOMPARE(Wire::activityFrom({}).bucketWidth, 1ms);
        const QJsonObject log{{u"path"_s, 7},
                              {u"rank"_s, u"x"_s},
                              {u"buckets"_s, QJsonArray{u"a"_s, QJsonArray{}, QJsonArray{5, -3}, QJsonArray{4, 1},
                                                        QJsonArray{8, u"2"_s}}}};
        const auto activity = Wire::activityFrom({{u"bucketMs"_s, -5}, {u"logs"_s, QJsonArray{log, 3}}});
        QCOMPARE(activity.bucketWidth, 1ms);
        QCOMPARE(activity.logs.size(), 2);
        QVERIFY(!activity.logs.first().rank);
        // Only the buckets that are in order.
        QCOMPARE(activity.logs.first().buckets, (QList<ActivityBucket>{{5, 0, 0, 0}, {8, 2, 0, 0}}));
    }
};

QTEST_GUILESS_MAIN(TestWireActivity)
#include "tst_wireactivity.moc"
