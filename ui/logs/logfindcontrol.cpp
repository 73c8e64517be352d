// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logfindcontrol.h"

#include "models/logs/lines/nextline.h"
#include "ui/logs/findbar.h"
#include "ui/logs/gotobox.h"
#include "ui/logs/logsides.h"
#include "ui/logs/logtab.h"

namespace Roost::Ui {

using namespace Logs;
using namespace Qt::StringLiterals;

LogFindControl::LogFindControl(LogSides *sides, QWidget *over, QWidget *pane)
    : QObject(pane)
    , m_sides(sides)
    , m_find(new FindBar(FindBar::Purpose::Find, u"find"_s, pane))
    , m_filter(new FindBar(FindBar::Purpose::Filter, u"filter"_s, pane))
    , m_goTo(new GoToBox(over))
{
    connect(m_find, &FindBar::patternChanged, this, &LogFindControl::setFind);
    connect(m_find, &FindBar::nextWanted, this, &LogFindControl::goToNext);
    connect(m_filter, &FindBar::patternChanged, this, &LogFindControl::setFilter);
    connect(m_find, &FindBar::closed, this, &LogFindControl::findBarToggled);
    for (FindBar *bar : {m_find, m_filter}) {
        connect(bar, &FindBar::closed, this, [this] {
            if (const LogTab *tab = m_sides->active())
                tab->view->setFocus();
        });
    }
    connect(m_goTo, &GoToBox::wanted, this, [this](LineNumber line) {
        if (const LogTab *tab = m_sides->active())
            tab->view->goTo(line);
    });
}

void LogFindControl::openFind()
{
    m_find->open();
    Q_EMIT findBarToggled();
}

void LogFindControl::openFilter()
{
    m_filter->open();
}

void LogFindControl::openGoTo()
{
    if (!m_sides->active())
        return;
    const LogView *view = m_sides->active()->view;
    m_goTo->open(view->document(), view->currentLine().value_or(view->firstVisibleLine()));
}

int LogFindControl::findBarHeight() const
{
    return m_find->isHidden() ? 0 : m_find->sizeHint().height();
}

void LogFindControl::applyTo(LogTab *tab) const
{
    tab->find.setPattern(m_find->isHidden() ? LogPattern() : m_find->pattern());
    tab->filter.setPattern(m_filter->isHidden() ? LogPattern() : m_filter->pattern());
    tab->view->setHighlight(tab->find.pattern());
}

void LogFindControl::setFind(const LogPattern &pattern)
{
    m_awaitingMatch = pattern.isEmpty() ? nullptr : m_sides->active();
    const auto tabs = m_sides->shown();
    for (LogTab *tab : tabs) {
        tab->view->setHighlight(pattern);
        tab->find.setPattern(pattern);
    }
    Q_EMIT changed();
}

void LogFindControl::setFilter(const LogPattern &pattern)
{
    const auto tabs = m_sides->shown();
    for (LogTab *tab : tabs) {
        tab->filter.setPattern(pattern);
        tab->view->viewport()->update();
    }
    Q_EMIT changed();
}

void LogFindControl::goToNext(bool forward)
{
    LogTab *tab = m_sides->active();
    if (!tab)
        return;
    const LineNumber first = tab->view->firstVisibleLine();
    const LineNumber from = tab->view->currentLine().value_or(forward ? LineNumber{first.value - 1} : first);
    if (const auto line = nextLine(tab->find.lines(), from, forward))
        tab->view->goTo(*line);
    Q_EMIT changed();
}

void LogFindControl::onFound(LogTab *tab)
{
    if (m_awaitingMatch != tab || tab->find.lines().empty())
        return;
    m_awaitingMatch = nullptr;
    const LineNumber from{tab->view->firstVisibleLine().value - 1};
    if (const auto line = nextLine(tab->find.lines(), from, true))
        tab->view->goTo(*line);
}

void LogFindControl::refresh()
{
    const LogTab *tab = m_sides->active();
    if (!tab)
        return;
    m_find->showResult(tab->find, tab->view->currentLine());
    m_filter->showResult(tab->filter, {});
}

LogPattern LogFindControl::markable() const
{
    const LogTab *tab = m_sides->active();
    const QString selected = tab ? tab->view->selectedText() : QString();
    return selected.isEmpty() ? m_find->pattern() : LogPattern(selected, false, true);
}

} // namespace Roost::Ui
