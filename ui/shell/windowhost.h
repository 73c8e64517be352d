// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

namespace Roost::Ui {

class DesktopNotice;
class MainWindow;
class OpenWorkspaces;

/// The interface through which a window uses the program. `Windows` implements it.
class WindowHost
{
public:
    virtual ~WindowHost() = default;

    /// Shared by all windows.
    virtual OpenWorkspaces &workspaces() = 0;
    virtual DesktopNotice &desktop() = 0;

    /// Opens a window with the workspace at `address` (empty: none) at `location` (empty: the last location).
    virtual void openWindow(const QString &address, const Location &location) = 0;
    /// Returns whether `window` is the first of the windows that show its workspace. Only that one reports the events
    /// of the workspace.
    virtual bool isFirstOfItsWorkspace(const MainWindow &window) const = 0;
    /// `window` is about to close. When the last window closes, the set of windows for the next start is stored.
    virtual void closing(const MainWindow &window) = 0;
    /// Closes all windows, after each page with unsaved changes has asked the user. If one window stays, all stay.
    virtual void quit() = 0;
};

} // namespace Roost::Ui
