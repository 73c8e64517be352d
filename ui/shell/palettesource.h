// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "ui/shell/commandpalette.h"

#include <QObject>

namespace Roost::Ui {

class Navigator;
class PageHost;
class PageView;
class WindowActions;

/// Gathers what the command palette of a window offers: actions of the window and of the page on view, runs and models.
class PaletteSource : public QObject
{
    Q_OBJECT
public:
    /// All three outlive it.
    PaletteSource(const PageHost &pages, const WindowActions &actions, Navigator &navigator, QObject *parent = nullptr);

    /// What is known at once.
    QList<Command> commands() const;
    /// Reads runs and models. Calls `found` with each part as it arrives, until the next fetch() or stop().
    void fetch(std::function<void(const QList<Command> &)> found);
    /// Also reads the runs older than the newest ones, page by page, until stop().
    void fetchOlder();
    void stop();

Q_SIGNALS:
    /// Whether more commands may be found.
    void searching(bool goesOn);

private:
    void fetchRuns();
    void emitSearching();
    static QList<Command> actionsOf(PageView *page);

    const PageHost &m_pages;
    const WindowActions &m_actions;
    Navigator &m_navigator;
    std::function<void(const QList<Command> &)> m_found;
    QString m_next; // the page of runs behind those that were read
    bool m_older = false;
    PendingReply<Page<Run>> m_runs;
    PendingReply<QList<RegisteredModel>> m_models;
};

} // namespace Roost::Ui
