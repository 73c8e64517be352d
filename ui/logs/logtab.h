// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/search/logfinder.h"
#include "ui/logs/logview.h"

namespace Roost::Ui {

/// One log of a pane: its view, and the finders of search and filter. A child of the view, which deletes it.
class LogTab : public QObject
{
public:
    /// `text` must outlive the tab.
    LogTab(Logs::LogText *text, QWidget *parent)
        : find(text)
        , filter(text)
        , view(new LogView(text, &filter, parent))
    {
        setParent(view);
        view->setFound(&find);
    }

    Logs::LogFinder find;
    Logs::LogFinder filter;
    LogView *const view;
};

} // namespace Roost::Ui
