// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/shell/desktopnotice.h"
#include "ui/workspace/openworkspaces.h"

#include <QObject>
#include <QPointer>

namespace Roost::Ui {

class MainWindow;

/// The windows of this process; they share the sessions and the desktop's notices.
class Windows : public QObject
{
    Q_OBJECT
public:
    explicit Windows(WorkspaceProvider &door);
    ~Windows() override;

    /// A new window on `address` (empty: none yet) at `location` (empty page: where the last one was).
    MainWindow *open(const QString &address, const Location &location = {});
    OpenWorkspaces &sessions() { return m_sessions; }
    DesktopNotice &desktop() { return m_desktop; }
    QList<MainWindow *> all() const;
    /// The windows that were open when the program ended, each where it was; one on the last workspace where none is
    /// known. The first of them.
    MainWindow *restore();
    /// `window` closes now: what restore() opens is decided when the last one does.
    void closing(const MainWindow &window);
    /// Closes all windows, after each that holds something unsaved has asked what becomes of it. Whoever keeps one
    /// keeps all.
    void quit();
    /// Whether any window of ours is in front.
    static bool isInFront();

private:
    OpenWorkspaces m_sessions;
    DesktopNotice m_desktop;
    void remember() const;

    QList<QPointer<MainWindow>> m_windows;
    bool m_quitting = false;
};

} // namespace Roost::Ui
