// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/apierror.h"
#include "models/wire/json.h"
#include "models/wire/roost/metricwindow.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Roost;
using namespace Qt::StringLiterals;

using Axis = MetricWindowQuery::Axis;

class TestWireMetricWindow : public QObject
{
    Q_OBJECT

private:
    static constexpr double inf = std::numeric_limits<double>::infinity();
    static constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

    static MetricWindow readBack(const MetricWindow &window)
    {
        return Wire::metricWindowFrom(Wire::parseObject(Wire::toJsonText(window)).value());
    }

    static MetricWindowQuery queryOf(const QMap<QString, QString> &values)
    {
        return Wire::metricWindowQueryFrom([&values](QStringView key) { return values.value(key.toString()); });
    }

private Q_SLOTS:
    void bucketsAreReadBack()
    {
        MetricWindow window;
        window.size = 10'000'000'000;
        window.buckets = {
            {7, 1, -9'007'199'254'740'993, 9'007'199'254'740'993, 1764547200123, 1764547200456, -0.1, 1e300, inf, 0.1},
            {1, 0, 5, 5, 6, 6, 0.25, 0.25, 0.25, 0.25}};
        const MetricWindow back = readBack(window);
        QCOMPARE(back.size, window.size);
        QCOMPARE(back.buckets, window.buckets);
    }

    void aPointWithoutANumberIsCounted()
    {
        const MetricWindow back = readBack({{{1, 1, 3, 3, 4, 4, notANumber, notANumber, notANumber, notANumber}}, 1});
        QCOMPARE(back.buckets.first().notFinite, 1);
        QVERIFY(std::isnan(back.buckets.first().minimum));
    }

    void theQueryIsReadBack()
    {
        for (const MetricWindowQuery &query :
             {MetricWindowQuery{u"loss/val %"_s, Axis::Time, 1764547200123.5, 2e15, 800},
              MetricWindowQuery{u"k"_s, Axis::Step, -inf, inf, 1}}) {
            QMap<QString, QString> values;
            for (const auto &[key, value] : Wire::toQuery(query))
                values.insert(key, value);
            const auto back = queryOf(values);
            QCOMPARE(back.key, query.key);
            QCOMPARE(back.axis, query.axis);
            QCOMPARE(back.from, query.from);
            QCOMPARE(back.to, query.to);
            QCOMPARE(back.columns, query.columns);
        }
    }

    void aWrongQueryIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Wire::ApiError, queryOf({}));
        QVERIFY_THROWS_EXCEPTION(Wire::ApiError, queryOf({{u"key"_s, u"a"_s}, {u"axis"_s, u"epoch"_s}}));
        QVERIFY_THROWS_EXCEPTION(Wire::ApiError, queryOf({{u"key"_s, u"a"_s}, {u"from"_s, u"NaN"_s}}));
        QVERIFY_THROWS_EXCEPTION(Wire::ApiError, queryOf({{u"key"_s, u"a"_s}, {u"to"_s, u"five"_s}}));
        QVERIFY_THROWS_EXCEPTION(Wire::ApiError, queryOf({{u"key"_s, u"a"_s}, {u"columns"_s, u"1.5"_s}}));
    }

    void otherJsonIsNoBucket()
    {
        QVERIFY(Wire::metricWindowFrom(Wire::parseObject("{\"buckets\":[[],[1],7,{}]}").value()).buckets.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWireMetricWindow)
#include "tst_wiremetricwindow.moc"
