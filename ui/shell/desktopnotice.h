// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace Roost::Ui {

/// Shows a notification of the desktop through org.freedesktop.Notifications, which each free desktop implements, while
/// many have no system tray. Does nothing if the session has no bus or the desktop no such service.
class DesktopNotice : public QObject
{
    Q_OBJECT
public:
    /// Uses the bus of the session, and connects to it with the first notice.
    DesktopNotice() = default;
    explicit DesktopNotice(const QDBusConnection &bus);

    /// `title` and `text` are shown as they are, without markup. `clicked` is called when a person clicks the notice.
    void show(const QString &title, const QString &text, std::function<void()> clicked);

private Q_SLOTS:
    void invoke(uint id, const QString &action);
    void forget(uint id);
    void onActivationToken(uint id, const QString &token);

private:
    void useBus(const QDBusConnection &bus);
    void send(const QString &title, const QString &body, const std::function<void()> &clicked);

    std::optional<QDBusConnection> m_bus;
    QString m_service; // empty if the desktop itself is the peer of the connection
    std::map<uint, std::function<void()>> m_clicked;
};

} // namespace Roost::Ui
