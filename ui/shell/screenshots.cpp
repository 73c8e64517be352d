// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshots.h"

#include "ui/pages/pageview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QDir>
#include <QPixmap>
#include <QTabWidget>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int PollEvery = 50;       // in ms
constexpr int SettleFor = 600;      // in ms after a page is loaded: charts and logs draw the data that arrived last
constexpr int GiveUpAfter = 20'000; // in ms; a page that has not loaded by then is written as it is
} // namespace

Screenshots::Screenshots(MainWindow &window, QString folder, const QString &runId, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(std::move(folder))
{
    for (const PageSpec &spec : railPages())
        m_locations.append(Location::ofPage(spec.id));
    if (!runId.isEmpty())
        m_locations.insert(2, Location::run(runId));
    m_locations.append(Location::submit());
    m_timer.setInterval(PollEvery);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::poll);
}

void Screenshots::start()
{
    if (!QDir().mkpath(m_folder)) {
        Q_EMIT finished(0, tr("The folder %1 could not be created.").arg(m_folder));
        return;
    }
    next();
}

QTabWidget *Screenshots::tabs() const
{
    return m_window.page() ? m_window.page()->findChild<QTabWidget *>(u"runTabs"_s) : nullptr;
}

void Screenshots::next()
{
    if (QTabWidget *inside = m_at < 0 ? nullptr : tabs(); inside && ++m_tab < inside->count()) {
        inside->setCurrentIndex(m_tab);
        waitUntilLoaded();
        return;
    }
    m_tab = 0;
    if (++m_at >= m_locations.size()) {
        m_timer.stop();
        Q_EMIT finished(m_written, m_problem);
        return;
    }
    m_window.go(m_locations.at(m_at));
    if (QTabWidget *inside = tabs())
        inside->setCurrentIndex(m_tab);
    waitUntilLoaded();
}

void Screenshots::waitUntilLoaded()
{
    m_since.start();
    m_loaded.invalidate();
    m_timer.start();
}

void Screenshots::poll()
{
    const PageView *page = m_window.page();
    const bool loaded = page && page->isLoaded();
    if (loaded && !m_loaded.isValid())
        m_loaded.start();
    if ((m_loaded.isValid() && m_loaded.elapsed() > SettleFor) || m_since.elapsed() > GiveUpAfter) {
        m_timer.stop();
        grab();
        next();
    }
}

void Screenshots::grab()
{
    QString name = u"%1-%2"_s.arg(m_written + 1, 2, 10, QLatin1Char('0')).arg(m_locations.at(m_at).page);
    if (const QTabWidget *inside = tabs())
        name += u'-' + inside->currentWidget()->objectName().remove("Pane"_L1);
    const QString path = QDir(m_folder).filePath(name + ".png"_L1);
    if (m_window.grab().save(path))
        ++m_written;
    else
        m_problem = tr("The picture %1 could not be written.").arg(path);
}

} // namespace Roost::Ui
