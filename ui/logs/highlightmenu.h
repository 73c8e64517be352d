// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/match/logpattern.h"

#include <QMenu>

namespace Roost::Ui {

/// The patterns that are highlighted in all logs: one entry per pattern; a click removes it. Stored in the settings.
class HighlightMenu : public QMenu
{
    Q_OBJECT
public:
    explicit HighlightMenu(QWidget *parent = nullptr);

    const Logs::LogHighlights &highlights() const { return m_highlights; }
    /// Adds a pattern in the first unused colour. Does nothing if the pattern exists.
    void add(const Logs::LogPattern &pattern);
    /// Sets the pattern that "Mark" in the menu adds. An empty pattern disables the entry.
    void setCandidate(const Logs::LogPattern &pattern) { m_candidate = pattern; }

Q_SIGNALS:
    void changed();

private:
    void load();
    void save();
    void fill();

    Logs::LogHighlights m_highlights;
    Logs::LogPattern m_candidate;
};

} // namespace Roost::Ui
