// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/format.h"
#include "tests/ui/runscontent.h"
#include "ui/metrics/chartaxes.h"
#include "ui/metrics/chartlegend.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/metrics/metricspane.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QStandardPaths>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>
#include <functional>
#include <limits>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

/// The elements of a card beside its own metric.
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
    // Opens a separate run with one metric, which has these points.
    void openWith(const QString &key, const QList<MetricPoint> &points)
    {
        m_content.find(u"calm_finch_42"_s)->lastMetrics[key] = points.last().value;
        m_content.metrics[u"calm_finch_42/"_s + key] = points;
        m_pane.reset();
        m_run = std::make_unique<RunDocument>(*m_session, u"calm_finch_42"_s);
        m_pane = std::make_unique<MetricsPane>(m_run.get(), &m_navigator);
        m_pane->resize(1000, 620);
        m_pane->show();
        QTRY_VERIFY(m_pane->card(key) && !m_pane->card(key)->isLoading());
        m_pane->card(key)->chart()->redrawNow();
    }
    static QList<MetricPoint> points(int count, const std::function<double(int)> &value)
    {
        QList<MetricPoint> made;
        for (int i = 0; i < count; ++i)
            made.append({value(i), 1'700'000'000'000 + 1000 * i, i});
        return made;
    }
    static QWheelEvent wheel(const QWidget *over, Qt::KeyboardModifiers keys)
    {
        const QPointF at(over->width() / 2.0, over->height() / 2.0);
        return {at, over->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, keys, Qt::NoScrollPhase, false};
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

    void anotherMetricIsAdded()
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
        QTRY_COMPARE(names(), (QStringList{u"calm-finch-42"_s, u"sad-crow-13"_s}));
        // Both lines are visible, including the longer one.
        QTRY_VERIFY(loss()->chart()->xView().high >= 899);
        QVERIFY(loss()->chart()->yView().high > 3.0);
        grabTo(*m_pane, QString::fromLatin1(QTest::currentDataTag()));

        // The line grows with its run, and changes with the axis.
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

    // 4,000 values that are not numbers must not be drawn as a straight line.
    void aGapIsNotDrawn_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("a point a pixel or less") << 200;
        QTest::newRow("many points a pixel") << 20'000;
    }

    void aGapIsNotDrawn()
    {
        QFETCH(int, count);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        openWith(u"nanny"_s, points(count, [&](int i) {
                     return i > count * 2 / 5 && i < count * 3 / 5 ? nan : 1 + std::sin(i * 0.1);
                 }));
        MetricChart *chart = m_pane->card(u"nanny"_s)->chart();
        QCOMPARE(chart->shape().lines.size(), 2);
        QCOMPARE(chart->shape().bands.size(), count > 1000 ? 2 : 0);
        m_pane->card(u"nanny"_s)->ensurePolished();
        const QImage seen = chart->grab().toImage();
        const QRectF plot = chart->chart()->plotArea();
        const QColor ink = chart->colorOf({});
        const auto inkAt = [&](double share) {
            const int x = int(plot.left() + share * plot.width());
            for (int y = int(plot.top()); y < int(plot.bottom()); ++y) {
                const QColor pixel = seen.pixelColor(x, y);
                if (std::abs(pixel.hslHueF() - ink.hslHueF()) < 0.05 && pixel.hslSaturationF() > 0.3)
                    return true;
            }
            return false;
        };
        QVERIFY(inkAt(0.2));
        QVERIFY(!inkAt(0.5));
        QVERIFY(inkAt(0.8));
        grabTo(*m_pane, u"metrics-gap-%1"_s.arg(count));
    }

    void aLogAxisBridgesNothing()
    {
        openWith(u"signed"_s, points(100, [](int i) { return i > 40 && i < 60 ? -1.0 : 2.0 + i; }));
        MetricChart *chart = m_pane->card(u"signed"_s)->chart();
        QCOMPARE(chart->shape().lines.size(), 1);
        chart->setLogarithmic(true);
        chart->redrawNow();
        QCOMPARE(chart->shape().lines.size(), 2);
    }

    void aPartlyReadSeriesShowsNoLastValue()
    {
        auto &asked = m_workspace->history.onMetric;
        m_content.metricPage = 100;
        const auto answers = asked.always;
        m_pane.reset();
        asked.always = {};
        m_run = std::make_unique<RunDocument>(*m_session, u"calm_finch_42"_s);
        m_pane = std::make_unique<MetricsPane>(m_run.get(), &m_navigator);
        m_pane->resize(1000, 620);
        m_pane->show();
        // All cards exist immediately, each at its position, with the last value of the run.
        QTRY_VERIFY(asked.waiting() > 0);
        QTRY_VERIFY(loss() && m_pane->card(u"lr"_s) && m_pane->card(u"accuracy"_s) && m_pane->card(u"val_loss"_s));
        QVERIFY(m_pane->cards().isEmpty());
        QVERIFY(loss()->isVisible());
        const QPoint place = loss()->pos();
        const double last = m_run->run().lastMetrics.value(u"loss"_s);
        QVERIFY(loss()->isLoading());
        QCOMPARE(loss()->valueText(), Format::number(last));
        for (qsizetype i = 0; i < asked.calls.size(); ++i) {
            if (!asked.calls[i].answered && std::get<1>(asked.calls[i].args) == u"loss")
                asked.resolveAt(i, answers(u"calm_finch_42"_s, u"loss"_s, {}));
        }
        QCoreApplication::processEvents();
        QVERIFY(loss()->isLoading());
        QCOMPARE(loss()->valueText(), Format::number(last));
        grabTo(*m_pane, u"metrics-loading"_s);
        asked.always = answers;
        for (qsizetype i = 0; i < asked.calls.size(); ++i) {
            const auto args = asked.calls[i].args;
            if (!asked.calls[i].answered && !asked.calls[i].isCanceled())
                asked.resolveAt(i, std::apply(answers, args));
        }
        QTRY_VERIFY(!loss()->isLoading());
        QCOMPARE(loss()->chart()->series().size(), 400);
        QTRY_COMPARE(m_pane->cards().size(), 4);
        QCOMPARE(loss()->pos(), place);
    }

    void theValueIsThatOfTheLine()
    {
        openWith(u"noisy"_s, points(40, [](int i) { return i % 2 ? 1.0 : 0.0; }));
        MetricCard *card = m_pane->card(u"noisy"_s);
        QCOMPARE(card->valueText(), u"1"_s);
        auto *smoothing = m_pane->findChild<QComboBox *>(u"metricsSmoothing"_s);
        smoothing->setCurrentIndex(3);
        const double shown = card->chart()->shown().last()->y;
        QVERIFY(shown > 0.3 && shown < 0.7);
        QCOMPARE(card->valueText(), Format::number(shown) + u" smoothed"_s);
        smoothing->setCurrentIndex(0);
        QCOMPARE(card->valueText(), u"1"_s);
    }

    void aChartIsReadableByAScreenReader()
    {
        openWith(u"gaps"_s,
                 points(40, [](int i) { return i == 7 ? std::numeric_limits<double>::quiet_NaN() : i / 10.0; }));
        const auto described = [this](const QString &key) {
            auto *chart = m_pane->card(key)->chart();
            const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(chart);
            return accessible->role() == QAccessible::Chart ? accessible->text(QAccessible::Description) : QString();
        };
        QCOMPARE(described(u"gaps"_s),
                 u"gaps: last 3.9, lowest 0, highest 3.9, from step 0 to step 39; 40 values, 1 values not finite"_s);
        QMenu menu;
        loss()->fillMenu(&menu);
        QTRY_VERIFY(line(menu, u"gaps"_s));
        line(menu, u"gaps"_s)->trigger();
        QTRY_COMPARE(described(u"loss"_s).count(u'\n'), 1);
        loss()->setCursorX(10);
        QVERIFY2(described(u"loss"_s).startsWith(loss()->valueText() + u'\n'), qPrintable(described(u"loss"_s)));
    }

    void cardsAreReadInTheirOrder()
    {
        open();
        Run *run = m_content.find(u"calm_finch_42"_s);
        run->lastMetrics[u"before"_s] = 1; // logged later, but first in the order of names
        m_content.metrics[u"calm_finch_42/before"_s] = points(3, [](int i) { return i; });
        m_run->refresh();
        QTRY_COMPARE(m_pane->cards().size(), 5);
        const auto *board = m_pane->cards().first()->parentWidget();
        QStringList read;
        for (const QWidget *child : board->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (const auto *card = qobject_cast<const MetricCard *>(child); card && !card->isHidden())
                read += card->key();
        }
        QStringList seen;
        for (const MetricCard *card : m_pane->cards())
            seen += card->key();
        QCOMPARE(read, seen);
    }

    void noTwoLinesLookAlike()
    {
        for (int i = 0; i < 5; ++i) {
            Run other = *m_content.find(m_other);
            other.id = u"m30%1"_s.arg(QChar(u'a' + i));
            other.displayName = other.id;
            m_content.runs.append(other);
            m_content.metrics[other.id + u"/loss"_s] = points(30, [i](int step) { return step + i; });
        }
        QMenu menu;
        loss()->fillMenu(&menu);
        QTRY_VERIFY(line(menu, u"m30a"_s));
        QStringList ids{QString()};
        for (int i = 0; i < 5; ++i) {
            const QString id = u"m30%1"_s.arg(QChar(u'a' + i));
            line(menu, id)->trigger();
            ids += id;
        }
        QTRY_COMPARE(names().size(), 6);
        for (const QString &a : std::as_const(ids)) {
            for (const QString &b : std::as_const(ids)) {
                if (a >= b)
                    continue;
                const QColor first = loss()->chart()->colorOf(a);
                const QColor second = loss()->chart()->colorOf(b);
                const int apart = std::abs(first.red() - second.red()) + std::abs(first.green() - second.green()) +
                                  std::abs(first.blue() - second.blue());
                QVERIFY2(apart > 90, qPrintable(u"%1 %2 and %3 %4"_s.arg(a, first.name(), b, second.name())));
            }
        }
        grabTo(*m_pane, u"metrics-six-runs"_s);
    }

    void theFileContainsAllThatIsShown()
    {
        m_content.metrics[m_other + u"/loss"_s] = {{0.5, 1000, 0}, {std::nan(""), 2000, 1}};
        m_content.metrics[u"calm_finch_42/loss"_s] = {{0.9, 1000, 0}, {0.8, 1500, 1}};
        open();
        QCOMPARE(loss()->csv(), QByteArray("step,timestamp_ms,\"loss\"\n0,1000,0.9\n1,1500,0.8\n"));
        QMenu menu;
        loss()->fillMenu(&menu);
        QTRY_VERIFY(line(menu, m_other));
        line(menu, m_other)->trigger();
        QTRY_COMPARE(names().size(), 2);
        QCOMPARE(loss()->csv(), QByteArray("step,timestamp_ms,\"calm-finch-42\",\"sad-crow-13\"\n"
                                           "0,1000,0.9,0.5\n1,1500,0.8,\n1,2000,,nan\n"));
    }

    void thePictureIsOfTheChartAlone()
    {
        m_pane->resize(500, 400);
        const QPixmap picture = loss()->picture();
        QVERIFY(picture.width() >= 1600 && picture.height() >= 900);
        if (const QString folder = qEnvironmentVariable("ROOST_GRABS"); !folder.isEmpty())
            picture.save(folder + u"/metric-picture.png"_s);
        // The picture depends neither on the size of the card nor on the position of the mouse.
        const QImage before = picture.toImage();
        loss()->setCursorX(200);
        m_pane->resize(1200, 700);
        QCOMPARE(loss()->picture().toImage(), before);
    }

    void theWheelScrollsThePageAndWithCtrlZoomsAllCharts()
    {
        for (MetricCard *card : m_pane->cards())
            card->chart()->redrawNow();
        MetricChart *chart = loss()->chart();
        QWheelEvent plain = wheel(chart->viewport(), Qt::NoModifier);
        QApplication::sendEvent(chart->viewport(), &plain);
        QVERIFY(chart->isFitted());
        QWheelEvent zooming = wheel(chart->viewport(), Qt::ControlModifier);
        QApplication::sendEvent(chart->viewport(), &zooming);
        QVERIFY(!chart->isFitted());
        for (const MetricCard *card : m_pane->cards())
            QCOMPARE(card->chart()->xView(), chart->xView());
        // The y axis of each chart shows the values in that part of x.
        const auto x = chart->xView();
        const auto y = *chart->series().yRange(x.low, x.high);
        QVERIFY(chart->yView().low <= y.low && chart->yView().high >= y.high);
        QVERIFY(chart->yView().high - chart->yView().low < 1.3 * (y.high - y.low));
        QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, chart->viewport()->rect().center());
        for (const MetricCard *card : m_pane->cards())
            QVERIFY(card->chart()->isFitted());
    }

    void oneValueIsNotAChart()
    {
        openWith(u"best_val_acc"_s, {{0.9731, 1'700'000'000'000, 12}});
        MetricCard *card = m_pane->card(u"best_val_acc"_s);
        auto *single = card->findChild<QLabel *>(u"metricSingle:best_val_acc"_s);
        QVERIFY(single->isVisible());
        QCOMPARE(single->text(), u"0.9731"_s);
        QVERIFY(!card->chart()->isVisible());
        grabTo(*m_pane, u"metrics-single"_s);
    }

    void anAxisHasThreeTicks_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("accuracy") << 0.61 << 0.94;
        QTest::newRow("steps") << 0.0 << 19'999.0;
        QTest::newRow("narrow") << 0.8512 << 0.8519;
        QTest::newRow("around nothing") << -0.3 << 0.2;
        QTest::newRow("great") << 7.85e10 << 7.96e10;
    }

    void anAxisHasThreeTicks()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        for (int wanted = 2; wanted < 7; ++wanted) {
            const double step = ChartAxes::tickInterval({low, high}, wanted);
            const double ticks = std::floor(high / step) - std::ceil(low / step) + 1;
            QVERIFY2(ticks >= 3 && ticks < 14, qPrintable(u"%1 of %2"_s.arg(ticks).arg(step)));
        }
        if (low > 0) {
            const double unit = std::log(ChartAxes::logBase({low, high}));
            QVERIFY(std::floor(std::log(high) / unit) - std::ceil(std::log(low) / unit) >= 2);
        }
    }

    void namesAreNotShortcuts()
    {
        openWith(u"p&l"_s, points(3, [](int i) { return i; }));
        QMenu menu;
        loss()->fillMenu(&menu);
        QCOMPARE(line(menu, u"p&l"_s)->text(), u"p&&l"_s);
    }

    void aRunWithoutTheMetricIsReported()
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

    void comparisonsAreRestored()
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
        QVERIFY(names().contains(u"calm-finch-42  ·  loss"_s));
    }
};

QTEST_MAIN(TestMetricsPane)
#include "tst_metricspane.moc"
