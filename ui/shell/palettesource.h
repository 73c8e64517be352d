// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "ui/shell/commandpalette.h"

#include <QObject>

namespace Roost::Ui {

class MainWindow;
class PageView;

/// Gathers what the command palette offers: actions of the window and the page, pages, runs and models.
class PaletteSource : public QObject
{
    Q_OBJECT
public:
    explicit PaletteSource(MainWindow &window);

    /// What is known at once.
    QList<Command> commands() const;
    /// Reads runs and models; `found` is called with each part as it comes, until the next question or stop().
    void ask(std::function<void(const QList<Command> &)> found);
    /// Reads what is older than the newest runs too, page by page, until stop().
    void readOlder();
    void stop();

Q_SIGNALS:
    /// Whether there is more to come to what was found.
    void searching(bool goesOn);

private:
    void askRuns();
    void tell();
    QList<Command> pageActions(PageView *page) const;

    MainWindow &m_window;
    std::function<void(const QList<Command> &)> m_found;
    QString m_next; // the page of runs behind those that were read
    bool m_older = false;
    PendingReply<Page<Run>> m_runs;
    PendingReply<QList<RegisteredModel>> m_models;
};

} // namespace Roost::Ui
