// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/scrollsync.h"

#include "ui/logs/logview.h"

namespace Roost::Ui {

using namespace Logs;

ScrollSync::ScrollSync(LogView *first, LogView *second)
    : QObject(second)
    , m_leader(first)
    , m_other(second)
{
    connectLeader(first, second);
    connectLeader(second, first);
    follow();
}

void ScrollSync::connectLeader(LogView *view, LogView *other)
{
    connect(view, &LogView::moved, this, [this, view, other] {
        m_leader = view;
        m_other = other;
    });
    const auto followIfLed = [this, view] {
        if (view == m_leader)
            follow();
    };
    connect(view, &LogView::firstLineChanged, this, followIfLed);
    connect(view, &LogView::followingChanged, this, followIfLed);
}

void ScrollSync::follow()
{
    if (!m_leader || !m_other)
        return;
    if (m_leader->isFollowing()) {
        m_other->setFollowing(true);
        return;
    }
    const LogText *text = m_leader->document();
    const LineNumber first = m_leader->firstVisibleLine();
    if (first.value >= text->lineCount())
        return;
    // Lines without a known time are compared by their line number.
    const auto time = text->originOf(first).time;
    m_other->showFromLine(time ? m_other->document()->lineAt(*time) : first);
}

} // namespace Roost::Ui
