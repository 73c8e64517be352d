// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What LogPane looks for, in one log or in two.
#include "ui/logs/findbar.h"
#include "ui/logs/gotobox.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logtab.h"

namespace Roost::Ui {

using namespace Logs;

void LogPane::takePatterns(LogTab *tab) const
{
    tab->find.setPattern(m_find->isVisibleTo(this) ? m_find->pattern() : LogPattern());
    tab->filter.setPattern(m_filter->isVisibleTo(this) ? m_filter->pattern() : LogPattern());
    tab->view->setHighlight(tab->find.pattern());
}

void LogPane::setFind(const LogPattern &pattern)
{
    m_jumping = pattern.isEmpty() ? nullptr : active();
    const auto tabs = shownTabs();
    for (LogTab *tab : tabs) {
        tab->view->setHighlight(pattern);
        tab->find.setPattern(pattern);
    }
    refreshStatus();
}

void LogPane::setFilter(const LogPattern &pattern)
{
    const auto tabs = shownTabs();
    for (LogTab *tab : tabs) {
        tab->filter.setPattern(pattern);
        tab->view->viewport()->update();
    }
    refreshStatus();
}

void LogPane::next(bool forward)
{
    LogTab *tab = active();
    if (!tab)
        return;
    const LineNumber first = tab->view->firstVisibleLine();
    const LineNumber from = tab->view->currentLine().value_or(forward ? LineNumber{first.value - 1} : first);
    if (const auto line = tab->find.next(from, forward))
        tab->view->goTo(*line);
    refreshStatus();
}

int LogPane::footHeight() const
{
    return m_find->isHidden() ? 0 : m_find->sizeHint().height();
}

void LogPane::find()
{
    m_find->open();
    Q_EMIT footChanged();
}

void LogPane::focusFilter()
{
    m_filter->open();
}

void LogPane::goToPlace()
{
    if (!active())
        return;
    const LogView *view = active()->view;
    m_goTo->open(view->document(), view->currentLine().value_or(view->firstVisibleLine()));
}

bool LogPane::walkErrors(int direction)
{
    return active() && active()->view->walkErrors(direction);
}

LogPattern LogPane::markable() const
{
    const QString marked = active() ? active()->view->selectedText() : QString();
    return marked.isEmpty() ? m_find->pattern() : LogPattern(marked, false, true);
}

} // namespace Roost::Ui
