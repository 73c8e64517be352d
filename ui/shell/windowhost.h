// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"

namespace Roost::Ui {

class DesktopNotice;
class MainWindow;
class OpenWorkspaces;

/// What one window requests of the program around it. `Windows` implements it.
class WindowHost
{
public:
    virtual ~WindowHost() = default;

    /// Shared by all windows.
    virtual OpenWorkspaces &workspaces() = 0;
    virtual DesktopNotice &desktop() = 0;

    /// Opens a window on the workspace of `address` (empty: none) at `location` (empty: where the last one was).
    virtual void openWindow(const QString &address, const Location &location) = 0;
    /// Whether `window` is the first of those that show its workspace: that one reports what all of them could.
    virtual bool isFirstOfItsWorkspace(const MainWindow &window) const = 0;
    /// `window` closes now: what the next start opens is decided when the last one does.
    virtual void closing(const MainWindow &window) = 0;
    /// Closes all windows, after each that holds something unsaved has asked a person. Where one stays, all stay.
    virtual void quit() = 0;
};

} // namespace Roost::Ui
