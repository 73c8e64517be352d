// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/search/logfinder.h"
#include "ui/logs/logview.h"

#include <QPointer>

namespace Roost::Ui {

/// A text of the pane with what is looked for in it and its place on the screen.
struct LogTab
{
    LogTab(Logs::LogText *text, QWidget *parent)
        : find(text)
        , filter(text)
        , view(new LogView(text, &filter, parent))
    {
        view->setFound(&find);
    }
    ~LogTab() { delete view; }
    LogTab(const LogTab &) = delete;
    LogTab &operator=(const LogTab &) = delete;

    Logs::LogFinder find;
    Logs::LogFinder filter;
    QPointer<LogView> view;
};

} // namespace Roost::Ui
