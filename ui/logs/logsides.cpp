// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsides.h"

#include "ui/logs/logcompareview.h"
#include "ui/logs/logtab.h"
#include "ui/logs/logtitle.h"
#include "ui/logs/scrollsync.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;

LogSides::LogSides(RunLogs *logs, LogTabs *tabs, QWidget *left, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_logs(logs)
    , m_tabs(tabs)
    , m_head(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_compare(new LogCompareView)
{
    auto *first = new QWidget;
    auto *column = new QVBoxLayout(first);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(left, 1);
    m_head->setFixedHeight(LogCompareView::headHeight());
    m_head->setContentsMargins(Theme::Inside, 0, Theme::Inside, 0);
    m_head->hide();
    addWidget(first);
    addWidget(m_compare);
    setChildrenCollapsible(false);
    m_compare->hide();
    connect(m_compare, &LogCompareView::chosen, this, &LogSides::compareWith);
    connect(m_compare, &LogCompareView::closed, this, &LogSides::closeCompare);
}

LogTab *LogSides::setSource(const LogSource &source)
{
    m_source = source;
    m_rightActive = false;
    return m_tabs->open(LogTabs::Side::Left, source);
}

void LogSides::refreshCompare()
{
    if (const auto source = comparedSource())
        compareWith(*source);
}

bool LogSides::isComparing() const
{
    return m_compare->isVisibleTo(this);
}

std::optional<LogSource> LogSides::comparedSource() const
{
    return isComparing() ? m_compare->current() : std::nullopt;
}

void LogSides::compareWith(const LogSource &source)
{
    const LogTab *left = current();
    if (!left)
        return;
    LogTab *right = m_tabs->open(LogTabs::Side::Right, source);
    QList<LogSource> sources;
    for (const QString &path : m_logs->rankPaths())
        sources += LogFile{path};
    m_compare->setSources(sources, source);
    m_compare->setView(right->view);
    m_head->setText(logTitle(*m_source));
    m_head->show();
    if (!isComparing()) {
        m_compare->show();
        setSizes({width() / 2, width() / 2});
    }
    delete m_sync;
    m_sync = new ScrollSync(left->view, right->view);
    Q_EMIT compareChanged();
}

void LogSides::closeCompare()
{
    if (LogTab *tab = compared()) {
        // A log that is not visible need not be searched.
        tab->find.setPattern({});
        tab->filter.setPattern({});
    }
    m_rightActive = false;
    delete m_sync;
    m_compare->hide();
    m_head->hide();
    Q_EMIT compareChanged();
    if (const LogTab *tab = current())
        tab->view->setFocus();
}

LogTab *LogSides::compared() const
{
    return m_tabs->find(LogTabs::Side::Right, comparedSource());
}

LogTab *LogSides::active() const
{
    LogTab *right = m_rightActive ? compared() : nullptr;
    return right ? right : current();
}

QList<LogTab *> LogSides::shown() const
{
    QList<LogTab *> tabs;
    for (LogTab *tab : {current(), compared()}) {
        if (tab)
            tabs += tab;
    }
    return tabs;
}

void LogSides::setActive(const LogTab *tab)
{
    m_rightActive = tab == compared();
}

} // namespace Roost::Ui
