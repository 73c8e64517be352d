// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace Roost::Ui {

/// Tells the desktop that something ended, by org.freedesktop.Notifications: each free desktop takes such notices,
/// while a system tray is missing on many. Silent where the session has no bus or the desktop takes none.
class DesktopNotice : public QObject
{
    Q_OBJECT
public:
    /// The bus of the session, joined with the first notice.
    DesktopNotice() = default;
    explicit DesktopNotice(const QDBusConnection &bus);

    /// `title` and `text` are shown letter for letter. `clicked` is called when the person clicks the notice.
    void show(const QString &title, const QString &text, std::function<void()> clicked);

private Q_SLOTS:
    void invoke(uint id, const QString &action);
    void forget(uint id);
    void takeToken(uint id, const QString &token);

private:
    void join(const QDBusConnection &bus);
    void send(const QString &title, const QString &body, const std::function<void()> &clicked);

    std::optional<QDBusConnection> m_bus;
    QString m_service; // empty where the other end of the bus is the desktop itself
    std::map<uint, std::function<void()>> m_clicked;
};

} // namespace Roost::Ui
