// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotice.h"

#include <QApplication>
#include <QTimer>

namespace Roost {

namespace {
constexpr int Shown = 10000;
}

DesktopNotice::DesktopNotice()
{
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_clicked)
            m_clicked();
    });
}

void DesktopNotice::show(const QString &title, const QString &text, bool failure, std::function<void()> clicked)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    m_clicked = std::move(clicked);
    m_tray.setIcon(QApplication::windowIcon());
    m_tray.show();
    m_tray.showMessage(title, text, failure ? QSystemTrayIcon::Critical : QSystemTrayIcon::Information, Shown);
    // The tray is no home of ours: the icon is there only as long as the notice.
    QTimer::singleShot(Shown + 1000, &m_tray, &QSystemTrayIcon::hide);
}

} // namespace Roost
