// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/shell/desktopnotice.h"
#include "ui/shell/windowhost.h"
#include "ui/workspace/openworkspaces.h"

#include <QObject>
#include <QPointer>

namespace Roost::Ui {

class MainWindow;

/// The windows of this program: opens them, restores those of the last start, and closes them together. They share the
/// open workspaces and the desktop notifications.
class Windows : public QObject, public WindowHost
{
    Q_OBJECT
public:
    /// `provider` outlives it.
    explicit Windows(Items::WorkspaceProvider &provider);
    ~Windows() override;

    /// A new window on `address` (empty: none yet) at `location` (empty page: where the last one was).
    MainWindow *open(const QString &address, const Location &location = {});
    QList<MainWindow *> all() const;
    /// The windows that were open when the program ended, each where it was; one on the last workspace where none is
    /// known. Returns the first of them.
    MainWindow *restore();

    OpenWorkspaces &workspaces() override { return m_workspaces; }
    DesktopNotice &desktop() override { return m_desktop; }
    void openWindow(const QString &address, const Location &location) override { open(address, location); }
    bool isFirstOfItsWorkspace(const MainWindow &window) const override;
    void closing(const MainWindow &window) override;
    void quit() override;

private:
    void saveOpenWindows() const;

    OpenWorkspaces m_workspaces;
    DesktopNotice m_desktop;
    QList<QPointer<MainWindow>> m_windows;
    bool m_quitting = false;
};

} // namespace Roost::Ui
