// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace Roost::Ui {

/// Shows desktop notifications through org.freedesktop.Notifications, which all free desktops implement; many of them
/// have no system tray. Does nothing if the session has no bus or the desktop does not provide the service.
class DesktopNotice : public QObject
{
    Q_OBJECT
public:
    /// Uses the session bus. The connection is opened with the first notice.
    DesktopNotice() = default;
    explicit DesktopNotice(const QDBusConnection &bus);

    /// Shows a notice. `title` and `text` are plain text, not markup. `clicked` is called when the user clicks the
    /// notice.
    void show(const QString &title, const QString &text, std::function<void()> clicked);

private Q_SLOTS:
    void invoke(uint id, const QString &action);
    void forget(uint id);
    void onActivationToken(uint id, const QString &token);

private:
    void useBus(const QDBusConnection &bus);
    void send(const QString &title, const QString &body, const std::function<void()> &clicked);

    std::optional<QDBusConnection> m_bus;
    QString m_service; // empty on a connection without a bus, whose peer is the desktop itself
    std::map<uint, std::function<void()>> m_clicked;
};

} // namespace Roost::Ui
