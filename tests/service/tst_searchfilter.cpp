// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/searchfilter.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Service::Mlflow;
using namespace Qt::StringLiterals;

class TestSearchFilter : public QObject
{
    Q_OBJECT

    static QString print(const Condition &condition)
    {
        QString value = u"<"_s + condition.text + u">"_s;
        if (condition.type == Condition::Type::Number)
            value = QString::number(condition.number);
        else if (condition.type == Condition::Type::List)
            value = u"["_s + condition.list.join(u'|') + u"]"_s;
        return condition.entity + u"/"_s + condition.key + u" "_s + condition.op + u" "_s + value;
    }

private Q_SLOTS:
    void readsTheGrammarOfMlflow_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("conditions");
        QTest::newRow("empty") << u""_s << QStringList();
        QTest::newRow("number") << u"metrics.rmse < 1"_s << QStringList{u"metrics/rmse < 1"_s};
        QTest::newRow("tight") << u"metrics.rmse<=-1.5e-3"_s << QStringList{u"metrics/rmse <= -0.0015"_s};
        QTest::newRow("plus") << u"metrics.m >= +2."_s << QStringList{u"metrics/m >= 2"_s};
        QTest::newRow("fraction") << u"metrics.m != .5"_s << QStringList{u"metrics/m != 0.5"_s};
        QTest::newRow("first dot splits")
            << u"tags.mlflow.runName = 'a'"_s << QStringList{u"tags/mlflow.runName = <a>"_s};
        QTest::newRow("back quotes") << u"metrics.`val acc` > 0"_s << QStringList{u"metrics/val acc > 0"_s};
        QTest::newRow("double quotes") << u"params.\"a.b\" = \"x\""_s << QStringList{u"params/a.b = <x>"_s};
        QTest::newRow("slashes") << u"metrics.val/acc > 0"_s << QStringList{u"metrics/val/acc > 0"_s};
        QTest::newRow("bare") << u"run_id = 'a'"_s << QStringList{u"/run_id = <a>"_s};
        QTest::newRow("quoted bare") << u"\"Run Name\" = 'a'"_s << QStringList{u"/Run Name = <a>"_s};
        QTest::newRow("like") << u"name like 'x%' AND name ILIKE '%Y'"_s
                              << QStringList{u"/name LIKE <x%>"_s, u"/name ILIKE <%Y>"_s};
        QTest::newRow("in") << u"attributes.run_id IN ('a', \"b\",'c')"_s
                            << QStringList{u"attributes/run_id IN [a|b|c]"_s};
        QTest::newRow("not in") << u"dataset.name not  in ('a')"_s << QStringList{u"dataset/name NOT IN [a]"_s};
        QTest::newRow("and") << u"and metrics.a > 1 and params.b = 'and' AND"_s
                             << QStringList{u"metrics/a > 1"_s, u"params/b = <and>"_s};
        QTest::newRow("empty text") << u"params.a = ''"_s << QStringList{u"params/a = <>"_s};
        QTest::newRow("key begins with digit") << u"metrics.1st > 1"_s << QStringList{u"metrics/1st > 1"_s};
        QTest::newRow("is null") << u"tags.a is null AND params.b IS  NOT NULL"_s
                                 << QStringList{u"tags/a IS NULL <>"_s, u"params/b IS NOT NULL <>"_s};
        QTest::newRow("single quotes") << u"params.'opt x' = 'adam'"_s << QStringList{u"params/opt x = <adam>"_s};
        QTest::newRow("escape") << u"params.a = 'b\\'c' AND params.d = \"e\\\"f\""_s
                                << QStringList{u"params/a = <b'c>"_s, u"params/d = <e\"f>"_s};
        QTest::newRow("backslash") << u"params.a = 'C:\\x\\\\'"_s << QStringList{u"params/a = <C:\\x\\>"_s};
        QTest::newRow("prompt") << u"name = 'a' AND tag.`mlflow.prompt.is_prompt` != 'true'"_s
                                << QStringList{u"/name = <a>"_s, u"tag/mlflow.prompt.is_prompt != <true>"_s};
        QTest::newRow("unicode") << u"params.jméno = 'kůň; (x)'"_s << QStringList{u"params/jméno = <kůň; (x)>"_s};
    }

    void readsTheGrammarOfMlflow()
    {
        QFETCH(QString, filter);
        QFETCH(QStringList, conditions);
        const auto parsed = parseFilter(filter);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text));
        QStringList printed;
        for (const Condition &condition : *parsed)
            printed.append(print(condition));
        QCOMPARE(printed, conditions);
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("or") << u"metrics.a > 1 OR metrics.b > 1"_s;
        QTest::newRow("parentheses") << u"(metrics.a > 1)"_s;
        QTest::newRow("not") << u"NOT metrics.a > 1"_s;
        QTest::newRow("is nothing") << u"params.a IS"_s;
        QTest::newRow("is not") << u"params.a IS NOT"_s;
        QTest::newRow("is text") << u"params.a IS 'NULL'"_s;
        QTest::newRow("between") << u"metrics.a BETWEEN 1 AND 2"_s;
        QTest::newRow("semicolon") << u"metrics.a > 1; DROP TABLE runs"_s;
        QTest::newRow("blank") << u"   "_s;
        QTest::newRow("no value") << u"metrics.a >"_s;
        QTest::newRow("no operator") << u"metrics.a"_s;
        QTest::newRow("bare word value") << u"params.a = b"_s;
        QTest::newRow("open quote") << u"params.a = 'b"_s;
        QTest::newRow("open back quote") << u"metrics.`a > 1"_s;
        QTest::newRow("empty key") << u"metrics. > 1"_s;
        QTest::newRow("lonely bang") << u"metrics.a ! 1"_s;
        QTest::newRow("list not closed") << u"run_id IN ('a'"_s;
        QTest::newRow("number in a list") << u"run_id IN ('a', 5)"_s;
        QTest::newRow("empty list") << u"run_id IN ()"_s;
        QTest::newRow("list of nothing") << u"run_id IN 'a'"_s;
        QTest::newRow("comma") << u"metrics.a > 1, metrics.b > 1"_s;
        QTest::newRow("value first") << u"1 < metrics.a"_s;
        QTest::newRow("operator alone") << u"="_s;
    }

    void refusesTheRest()
    {
        QFETCH(QString, filter);
        const auto parsed = parseFilter(filter);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Rejected);
        QVERIFY2(parsed.error().text.startsWith(u"Invalid"_s), qPrintable(parsed.error().text));
    }

    // The expression of more conditions is too deep for the database, whose message would not help a client.
    void refusesTooManyConditions()
    {
        QString filter = u"metrics.a > 0"_s;
        for (int i = 1; i < 500; ++i)
            filter += u" AND metrics.a > 0"_s;
        QVERIFY(parseFilter(filter));
        const auto parsed = parseFilter(filter + u" AND metrics.a > 0"_s);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Rejected);
    }

    void readsOrders()
    {
        QCOMPARE(*parseOrdering(u"metrics.rmse DESC"_s), (Ordering{u"metrics"_s, u"rmse"_s, true}));
        QCOMPARE(*parseOrdering(u"start_time"_s), (Ordering{{}, u"start_time"_s, false}));
        QCOMPARE(*parseOrdering(u"tags.`a b` asc"_s), (Ordering{u"tags"_s, u"a b"_s, false}));
        for (const QString &wrong : {u""_s, u"metrics.a UP"_s, u"metrics.a DESC now"_s, u"1"_s, u"'a'"_s, u"a = 1"_s})
            QVERIFY2(!parseOrdering(wrong), qPrintable(wrong));
    }

    // The parser handles every text without a crash. An accepted text is printed, and the parser accepts the result.
    void survivesAnyInput()
    {
        const QString pieces = u"metrics.a =!<>'\"`(),;AND IN NOT LIKE 1.5e-+ x é\\%"_s;
        quint32 seed = 7;
        for (int round = 0; round < 20000; ++round) {
            QString filter;
            seed = seed * 1664525U + 1013904223U;
            const int length = int(seed >> 27);
            for (int i = 0; i < length; ++i) {
                seed = seed * 1664525U + 1013904223U;
                filter += pieces.at(qsizetype((seed >> 8) % quint32(pieces.size())));
            }
            const auto parsed = parseFilter(filter);
            QVERIFY(parsed || !parsed.error().text.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchFilter)
#include "tst_searchfilter.moc"
