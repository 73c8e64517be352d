// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotice.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

const QString Path = u"/org/freedesktop/Notifications"_s;
const QString Interface = u"org.freedesktop.Notifications"_s;
const QString DefaultAction = u"default"_s; // a click on the notice itself, not on one of its buttons
constexpr int AsLongAsTheDesktopLikes = -1;

// The name of the desktop file and of its icon.
const QString DesktopEntry = u"org.roost.Roost"_s;

} // namespace

DesktopNotice::DesktopNotice(const QDBusConnection &bus)
{
    useBus(bus);
}

void DesktopNotice::useBus(const QDBusConnection &bus)
{
    m_bus = bus;
    m_service = bus.baseService().isEmpty() ? QString() : Interface;
    m_bus->connect(m_service, Path, Interface, u"ActionInvoked"_s, this, SLOT(invoke(uint, QString)));
    m_bus->connect(m_service, Path, Interface, u"NotificationClosed"_s, this, SLOT(forget(uint)));
    m_bus->connect(m_service, Path, Interface, u"ActivationToken"_s, this, SLOT(onActivationToken(uint, QString)));
}

void DesktopNotice::show(const QString &title, const QString &text, std::function<void()> clicked)
{
    if (!m_bus)
        useBus(QDBusConnection::sessionBus());
    if (!m_bus->isConnected())
        return;
    const auto question = QDBusMessage::createMethodCall(m_service, Path, Interface, u"GetCapabilities"_s);
    auto *asking = new QDBusPendingCallWatcher(m_bus->asyncCall(question), this);
    connect(asking, &QDBusPendingCallWatcher::finished, this,
            [this, asking, title, text, clicked = std::move(clicked)] {
                asking->deleteLater();
                const QDBusPendingReply<QStringList> abilities = *asking;
                // Text must not be interpreted as markup. A desktop without markup would show the escape sequences.
                const bool isPlain = abilities.isValid() && !abilities.value().contains("body-markup"_L1);
                send(title, isPlain ? text : text.toHtmlEscaped(), clicked);
            });
}

void DesktopNotice::send(const QString &title, const QString &body, const std::function<void()> &clicked)
{
    QDBusMessage notice = QDBusMessage::createMethodCall(m_service, Path, Interface, u"Notify"_s);
    notice << u"Roost"_s << 0U << DesktopEntry << title << body << QStringList{DefaultAction, tr("Open")}
           << QVariantMap{{u"desktop-entry"_s, DesktopEntry}} << AsLongAsTheDesktopLikes;
    auto *sending = new QDBusPendingCallWatcher(m_bus->asyncCall(notice), this);
    connect(sending, &QDBusPendingCallWatcher::finished, this, [this, sending, clicked] {
        sending->deleteLater();
        const QDBusPendingReply<uint> id = *sending;
        if (id.isValid())
            m_clicked[id.value()] = clicked;
    });
}

void DesktopNotice::invoke(uint id, const QString &action)
{
    const auto found = m_clicked.find(id);
    if (found == m_clicked.end() || action != DefaultAction)
        return;
    const auto call = std::exchange(found->second, {});
    m_clicked.erase(found);
    if (call)
        call();
}

void DesktopNotice::forget(uint id)
{
    m_clicked.erase(id);
}

// Sent before the click. A Wayland desktop raises the window only with this token.
void DesktopNotice::onActivationToken(uint id, const QString &token)
{
    if (m_clicked.contains(id))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

} // namespace Roost::Ui
