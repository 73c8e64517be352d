// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSystemTrayIcon>

#include <functional>

namespace Roost {

/// Tells the desktop that something ended, where the desktop takes such notices; else it is silent.
class DesktopNotice : public QObject
{
    Q_OBJECT
public:
    DesktopNotice();

    /// `clicked` is called when the person clicks the notice that was shown last.
    void show(const QString &title, const QString &text, bool failure, std::function<void()> clicked);

private:
    QSystemTrayIcon m_tray;
    std::function<void()> m_clicked;
};

} // namespace Roost
