// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/runscontent.h"
#include "ui/metrics/chartlegend.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/metrics/metricspane.h"
#include "ui/metrics/systemsection.h"

#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>
#include <QToolButton>

#include <cmath>
#include <functional>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

/// The load of a run below the metrics of its script.
class TestSystemSection : public QObject
{
    Q_OBJECT

private:
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    RecordingNavigator m_navigator;
    std::unique_ptr<RunDocument> m_run;
    std::unique_ptr<MetricsPane> m_pane;

    void open()
    {
        m_run = std::make_unique<RunDocument>(*m_session, u"calm_finch_42"_s);
        m_pane = std::make_unique<MetricsPane>(m_run.get(), &m_navigator);
        m_pane->resize(1000, 620);
        m_pane->show();
    }

    void add(const QString &key, const std::function<double(int)> &value)
    {
        QList<MetricPoint> made;
        for (int i = 0; i < 100; ++i)
            made.append({value(i), 1'700'000'000'000 + 5000 * i, i});
        m_content.find(u"calm_finch_42"_s)->lastMetrics[key] = value(99);
        m_content.metrics[u"calm_finch_42/"_s + key] = made;
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
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
    }

    void cleanup()
    {
        m_pane.reset();
        m_run.reset();
        m_session.reset();
        Theme::choose(Theme::Choice::Light);
    }

    void systemMetricsHaveASectionOfTheirOwn_data()
    {
        QTest::addColumn<Theme::Choice>("theme");
        QTest::newRow("metrics-system-light") << Theme::Choice::Light;
        QTest::newRow("metrics-system-dark") << Theme::Choice::Dark;
    }

    void systemMetricsHaveASectionOfTheirOwn()
    {
        QFETCH(Theme::Choice, theme);
        Theme::choose(theme);
        for (int rank = 0; rank < 2; ++rank) {
            const QString scope = u"system/rank_%1/"_s.arg(rank);
            add(scope + u"cpu_utilization_percentage"_s, [rank](int i) { return 90 + rank * 5 + std::sin(i) * 5; });
            add(scope + u"memory_usage_megabytes"_s, [rank](int i) { return 3000 + rank * 400 + i * 4; });
        }
        add(u"system/gpu_0_utilization_percentage"_s, [](int i) { return 70 + std::cos(i * 0.3) * 20; });
        add(u"system/network_receive_megabytes_per_second"_s, [](int i) { return 4 + std::sin(i * 0.2); });
        add(u"system/network_transmit_megabytes_per_second"_s, [](int i) { return 2 + std::cos(i * 0.2); });
        open();
        SystemSection *section = m_pane->system();
        QTRY_VERIFY(section->card(u"network-rate"_s) && !section->card(u"network-rate"_s)->isLoading());
        QVERIFY(section->isVisible());
        QVERIFY(!m_pane->card(u"system/gpu_0_utilization_percentage"_s));
        MetricCard *memory = section->card(u"rank-memory"_s);
        QCOMPARE(memory->chart()->series().last()->y, 3.396);
        QCOMPARE(memory->chart()->series().axis(), MetricAxis::Seconds);
        const QString other = u"system/rank_1/memory_usage_megabytes"_s;
        QTRY_VERIFY(memory->chart()->line(other));
        QCOMPARE(memory->chart()->line(other)->last()->y, 3.796);
        QStringList legend;
        for (const auto &entry : memory->findChild<ChartLegend *>()->entries())
            legend += entry.name;
        QCOMPARE(legend, (QStringList{u"rank 0"_s, u"rank 1"_s}));
        QVERIFY(!memory->findChild<QToolButton *>(u"chartLineRemove:"_s + other)); // a rank stays in the chart
        m_pane->resize(1280, 1500);
        grabTo(*m_pane, QString::fromLatin1(QTest::currentDataTag()));

        // A new sample appears in its chart.
        m_content.metrics[u"calm_finch_42/system/rank_0/memory_usage_megabytes"_s].append(
            {9000, 1'700'000'600'000, 100});
        Q_EMIT m_session->changed({u"runs/calm_finch_42"_s});
        QTRY_COMPARE(memory->chart()->series().last()->y, 9.);

        auto *filter = m_pane->findChild<QLineEdit *>(u"metricsFilter"_s);
        filter->setText(u"memory"_s);
        QVERIFY(memory->isVisible());
        QVERIFY(!section->card(u"rank-cpu"_s)->isVisible());
        QCOMPARE(m_pane->cards().size(), 4);
    }

    void aScriptWithoutMetricsStillHasALoad()
    {
        m_content.find(u"calm_finch_42"_s)->lastMetrics.clear();
        add(u"system/cpu_utilization_percentage"_s, [](int i) { return i; });
        open();
        QTRY_VERIFY(m_pane->system()->card(u"cpu"_s) && !m_pane->system()->card(u"cpu"_s)->isLoading());
        auto *none = m_pane->findChild<QLabel *>(u"metricsNoneYet"_s);
        QVERIFY(none->isVisible());
        QVERIFY(none->text().startsWith(u"No metrics yet."_s));
        grabTo(*m_pane, u"metrics-system-only"_s);
    }
};

QTEST_MAIN(TestSystemSection)

#include "tst_systemsection.moc"
