// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/items/rankactivity.h"
#include "tests/ui/runscontent.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logpicker.h"
#include "ui/logs/logview.h"
#include "ui/ranks/rankslist.h"
#include "ui/ranks/ranktimelineview.h"
#include "ui/tables/tableview.h"

#include <QCoreApplication>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtEndian>

namespace Roost::Testing {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The logs of a run of several ranks, as a supervisor writes them on this machine, and the pane that shows them.
class LogPaneFixture
{
protected:
    static constexpr TimePoint Start = ActivityBegin;

    static QString rankPath(int rank) { return u"azureml-logs/70_driver_log_%1.txt"_s.arg(rank); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Items::WorkspaceSession> m_session;
    RecordingNavigator m_navigator;
    std::unique_ptr<Items::OpenRun> m_run;
    std::unique_ptr<Ui::LogPane> m_pane;

    Ui::LogView *view() const { return m_pane->currentView(); }
    QString text() const { return view() ? view()->visibleText() : QString(); }
    qint64 lines() const { return view() ? view()->document()->lineCount() : -1; }
    QToolButton *chip(const Items::LogSource &source) const
    {
        return m_pane->findChild<QToolButton *>(u"logChip:"_s + toText(source));
    }
    static Items::LogSource logOf(int rank) { return Items::LogFile{rankPath(rank)}; }
    Ui::RanksList *list() const { return m_pane->findChild<Ui::RanksList *>(); }
    Ui::RankTimelineView *timeline() const { return m_pane->findChild<Ui::RankTimelineView *>(); }
    Ui::LogView *compared() const { return m_pane->findChild<QWidget *>(u"logCompare"_s)->findChild<Ui::LogView *>(); }
    bool muted(int rank) const { return m_pane->logs()->isMuted(rankPath(rank)); }

    void clickRank(int rank, Qt::KeyboardModifiers modifiers = {}) const
    {
        auto *table = list()->findChild<Ui::TableView *>();
        QTRY_VERIFY(table->model()->rowCount() > rank);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, modifiers,
                          table->visualRect(table->model()->index(rank, 0)).center());
    }
    void keyOnRank(int rank, Qt::Key key) const
    {
        auto *table = list()->findChild<Ui::TableView *>();
        table->setCurrentIndex(table->model()->index(rank, 0));
        QTest::keyClick(table, key);
    }

    QString status() const { return m_pane->findChild<QLabel *>(u"logStatus"_s)->text(); }

    void write(int rank, qint64 time, const QByteArray &bytes) const
    {
        const QString root = m_folder->filePath(u"runs/calm_finch_42"_s);
        const QString path = root + u'/' + rankPath(rank);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile log(path);
        QVERIFY(log.open(QIODevice::Append));
        log.write(bytes);
        log.close();
        QFile marks(Logs::timeIndexFile(root + u"/state"_s, path));
        QVERIFY(QDir().mkpath(QFileInfo(marks.fileName()).path()));
        QVERIFY(marks.open(QIODevice::Append));
        const qint64 pair[2] = {qToLittleEndian(msSinceEpoch(Start) + time), qToLittleEndian(QFileInfo(path).size())};
        marks.write(reinterpret_cast<const char *>(pair), sizeof pair);
    }

    void openPane()
    {
        m_pane = std::make_unique<Ui::LogPane>(m_run.get(), &m_navigator);
        m_pane->resize(1200, 620);
        m_pane->show();
    }

    void open(int ranks)
    {
        m_content = {};
        fillWithRuns(m_content);
        m_content.info.folder = m_folder->path();
        m_content.files.remove(u"calm_finch_42/azureml-logs/70_driver_log.txt"_s);
        for (int rank = 0; rank < ranks; ++rank)
            m_content.files[u"calm_finch_42/"_s + rankPath(rank)] = "known by name\n";
        m_content.activities = {{u"calm_finch_42"_s, RankActivity(ranks, 40s, 1s).error(1, 35s).make()}};
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        QTRY_VERIFY(!m_session->info().folder.isEmpty());
        m_run = std::make_unique<Items::OpenRun>(*m_session, u"calm_finch_42"_s);
        openPane();
        QTRY_COMPARE_WITH_TIMEOUT(m_run->ranks()->model()->rowCount(), ranks, 20'000);
    }

    void training(int ranks)
    {
        for (int step = 0; step < 40; ++step) {
            for (int rank = 0; rank < ranks; ++rank) {
                QByteArray line = "epoch 1 step " + QByteArray::number(step) + " loss \x1b[32m" +
                                  QByteArray::number(2.5 / (step + 1) + 0.01 * rank, 'f', 4) + "\x1b[0m lr 0.001\n";
                if (rank == 1 && step == 35)
                    line += "WARNING: the gradient norm is 1250.3\nRuntimeError: CUDA out of memory. Tried to allocate "
                            "2.00 GiB.\n";
                write(rank, 1000 * step + 7 * ((rank * 3) % ranks), line);
            }
        }
    }

    static void setUpOnce()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"RoostTests"_s);
        Ui::Theme::install(Ui::Theme::Choice::Light);
    }

    void setUp()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void tearDown()
    {
        m_pane.reset();
        m_run.reset();
        m_session.reset();
        Ui::Theme::choose(Ui::Theme::Choice::Light);
    }
};

} // namespace Roost::Testing
