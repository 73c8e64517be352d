// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QList>

namespace Roost::Ui {

/// The way a window went, for back and forward.
class History
{
public:
    /// Goes to `location`; what lay ahead is forgotten. The place it is at already is no step.
    void go(const Location &location);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_steps.size(); }
    /// Only where they can.
    const Location &back() { return m_steps.at(--m_at); }
    const Location &forward() { return m_steps.at(++m_at); }
    void clear();

private:
    QList<Location> m_steps;
    qsizetype m_at = -1;
};

} // namespace Roost::Ui
