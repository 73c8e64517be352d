// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

#include <QList>

namespace Roost::Ui {

/// The locations that a window has shown, for back and forward.
class History
{
public:
    /// Appends `location` after the current step and removes the steps ahead. Does nothing if `location` is the current
    /// step.
    void go(const Location &location);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_steps.size(); }
    /// Call only if canGoBack() or canGoForward() is true, respectively.
    const Location &back() { return m_steps.at(--m_at); }
    const Location &forward() { return m_steps.at(++m_at); }
    void clear();

private:
    QList<Location> m_steps;
    qsizetype m_at = -1;
};

} // namespace Roost::Ui
