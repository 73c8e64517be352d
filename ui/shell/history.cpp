// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

namespace Roost::Ui {

namespace {
constexpr qsizetype MaxSteps = 100;
}

void History::go(const Location &location)
{
    if (m_at >= 0 && m_steps.at(m_at) == location)
        return;
    m_steps.resize(m_at + 1);
    m_steps.append(location);
    if (m_steps.size() > MaxSteps)
        m_steps.removeFirst();
    m_at = m_steps.size() - 1;
}

void History::clear()
{
    m_steps.clear();
    m_at = -1;
}

} // namespace Roost::Ui
