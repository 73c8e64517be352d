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

/// Collects the entries of the command palette of a window: actions of the window and of the current page, runs and
/// models.
class PaletteSource : public QObject
{
    Q_OBJECT
public:
    /// `pages`, `actions` and `navigator` must outlive this object.
    PaletteSource(const PageHost &pages, const WindowActions &actions, Navigator &navigator, QObject *parent = nullptr);

    /// Returns the entries that are available without a request: the actions.
    QList<Command> commands() const;
    /// Reads runs and models. Calls `found` with each part as it arrives, until the next call of fetch() or stop().
    void fetch(std::function<void(const QList<Command> &)> found);
    /// Also reads the older runs, page by page, until stop() is called.
    void fetchOlder();
    void stop();

Q_SIGNALS:
    /// Emitted with whether more commands may follow.
    void searching(bool goesOn);

private:
    void fetchRuns();
    void emitSearching();
    static QList<Command> actionsOf(PageView *page);

    const PageHost &m_pages;
    const WindowActions &m_actions;
    Navigator &m_navigator;
    std::function<void(const QList<Command> &)> m_found;
    QString m_next; // token of the next page of runs
    bool m_older = false;
    PendingReply<Page<Run>> m_runs;
    PendingReply<QList<RegisteredModel>> m_models;
};

} // namespace Roost::Ui
