// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/runscontent.h"
#include "ui/metrics/chartlegend.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/metrics/metricspane.h"

#include <QMenu>
#include <QStandardPaths>
#include <QToolButton>

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

/// What stands in a card beside its own metric.
class TestMetricsPane : public QObject
{
    Q_OBJECT

private:
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    RecordingNavigator m_navigator;
    std::unique_ptr<RunDocument> m_run;
    std::unique_ptr<MetricsPane> m_pane;

    const QString m_other = u"sad_crow_13"_s;

    void open()
    {
        m_pane.reset();
        m_run = std::make_unique<RunDocument>(*m_session, u"calm_finch_42"_s);
        m_pane = std::make_unique<MetricsPane>(m_run.get(), &m_navigator);
        m_pane->resize(1000, 620);
        m_pane->show();
        QTRY_COMPARE(m_pane->cards().size(), 4);
    }
    MetricCard *loss() const { return m_pane->card(u"loss"_s); }
    QStringList names() const
    {
        QStringList names;
        for (const auto &entry : loss()->findChild<ChartLegend *>()->entries())
            names += entry.name;
        return names;
    }
    static QAction *line(const QMenu &menu, const QString &id)
    {
        return menu.findChild<QAction *>(u"metricLine:"_s + id);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::install(Theme::Choice::Light);
    }

    void init()
    {
        m_content = {};
        fillWithRuns(m_content);
        QList<MetricPoint> points;
        for (int step = 0; step < 900; ++step)
            points.append({3.0 + 1.0 / (1 + step), 1'700'000'000'000 + 1000 * step, step});
        m_content.metrics[m_other + u"/loss"_s] = points;
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        open();
    }

    void cleanup()
    {
        m_pane.reset();
        m_run.reset();
        m_session.reset();
        Theme::choose(Theme::Choice::Light);
    }

    void anotherMetricIsLaidBeside()
    {
        QCOMPARE(names(), QStringList());
        QMenu menu;
        loss()->fillMenu(&menu);
        QVERIFY(!line(menu, u"loss"_s));
        QAction *accuracy = line(menu, u"accuracy"_s);
        QVERIFY(accuracy);
        accuracy->trigger();
        QCOMPARE(names(), (QStringList{u"loss"_s, u"accuracy"_s}));
        QVERIFY(loss()->chart()->line(u"accuracy"_s)->size() > 0);
        QVERIFY(loss()->chart()->colorOf(u"accuracy"_s) != loss()->chart()->colorOf({}));
        QCOMPARE(loss()->chart()->colorOf(u"accuracy"_s), Theme::seriesOf(u"accuracy"_s));
        accuracy->trigger();
        QCOMPARE(names(), QStringList());
        QVERIFY(!loss()->chart()->line(u"accuracy"_s));
    }

    void anotherRunIsComparedWith_data()
    {
        QTest::addColumn<Theme::Choice>("theme");
        QTest::newRow("metrics-compared-light") << Theme::Choice::Light;
        QTest::newRow("metrics-compared-dark") << Theme::Choice::Dark;
    }

    void anotherRunIsComparedWith()
    {
        QFETCH(Theme::Choice, theme);
        Theme::choose(theme);
        QMenu menu;
        loss()->fillMenu(&menu);
        QTRY_VERIFY(line(menu, m_other));
        QVERIFY(!line(menu, u"calm_finch_42"_s));
        line(menu, m_other)->trigger();
        QTRY_COMPARE(names(), (QStringList{u"loss"_s, u"sad-crow-13"_s}));
        // Both lie in the view, the longer one too.
        QTRY_VERIFY(loss()->chart()->xView().high >= 899);
        QVERIFY(loss()->chart()->yView().high > 3.0);
        grabTo(*m_pane, QString::fromLatin1(QTest::currentDataTag()));

        // It grows with its run, and follows the axis.
        m_content.metrics[m_other + u"/loss"_s].append({9.5, 1'700'001'000'000, 1000});
        Q_EMIT m_session->changed({u"runs/"_s + m_other});
        QTRY_VERIFY(loss()->chart()->yView().high > 9.5);
        loss()->chart()->setAxis(MetricAxis::Seconds);
        QCOMPARE(loss()->chart()->line(m_other)->axis(), MetricAxis::Seconds);

        auto *remove = loss()->findChild<QToolButton *>(u"chartLineRemove:"_s + m_other);
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_COMPARE(names(), QStringList());
        QTRY_VERIFY(loss()->chart()->yView().high < 9.5);
    }

    void aRunWithoutTheMetricIsSaid()
    {
        m_content.metrics.remove(m_other + u"/loss"_s);
        QMenu menu;
        loss()->fillMenu(&menu);
        QTRY_VERIFY(line(menu, m_other));
        line(menu, m_other)->trigger();
        QTRY_VERIFY2(m_navigator.notices.contains(u"sad-crow-13 has logged no loss."_s),
                     qPrintable(m_navigator.notices.join(u'\n')));
        QCOMPARE(names(), QStringList());
    }

    void whatIsComparedComesBack()
    {
        QMenu menu;
        loss()->fillMenu(&menu);
        QTRY_VERIFY(line(menu, m_other));
        line(menu, m_other)->trigger();
        line(menu, u"accuracy"_s)->trigger();
        QTRY_COMPARE(names().size(), 3);
        const QVariantMap state = m_pane->saveState();
        open();
        m_pane->restoreState(state);
        QTRY_COMPARE(names().size(), 3);
        QVERIFY(names().contains(u"sad-crow-13"_s));
    }
};

QTEST_MAIN(TestMetricsPane)
#include "tst_metricspane.moc"
