// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/match/logpattern.h"

#include <QMenu>

namespace Roost::Ui {

/// The words that are marked with a colour in all logs: one entry each, a click takes it off. Kept in the settings.
class HighlightMenu : public QMenu
{
    Q_OBJECT
public:
    explicit HighlightMenu(QWidget *parent = nullptr);

    const Logs::LogHighlights &highlights() const { return m_highlights; }
    /// In the first colour that is free; one that is there already stays.
    void add(const Logs::LogPattern &pattern);
    /// What "Mark" in the menu would add: the words that are looked for or marked. Empty: nothing.
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
