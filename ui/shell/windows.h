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

/// The windows of the program: opens them, restores those of the last start, and closes them together. They share the
/// open workspaces and the desktop notifications.
class Windows : public QObject, public WindowHost
{
    Q_OBJECT
public:
    /// `provider` must outlive this object.
    explicit Windows(Items::WorkspaceProvider &provider);
    ~Windows() override;

    /// Opens a window with the workspace at `address` (empty: none) at `location` (empty page: the last page).
    MainWindow *open(const QString &address, const Location &location = {});
    QList<MainWindow *> all() const;
    /// Opens the windows that were open when the program ended, each at its last location; if none are stored, one
    /// window with the most recent workspace. Returns the first window.
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
