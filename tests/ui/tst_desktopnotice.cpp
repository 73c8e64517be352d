// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotice.h"

#include <QDBusError>
#include <QDBusServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

const QString Path = u"/org/freedesktop/Notifications"_s;

} // namespace

/// The notification service of a desktop.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QStringList abilities{u"body"_s, u"actions"_s, u"body-markup"_s};
    QList<Shown> shown;

public Q_SLOTS:
    QStringList GetCapabilities() { return abilities; }
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown.append({title, body, actions, hints});
        return uint(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class TestDesktopNotice : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QDBusServer> m_server;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::optional<QDBusConnection> m_there;

    QDBusConnection join()
    {
        static int number = 0;
        const auto bus = QDBusConnection::connectToPeer(m_server->address(), u"desktop%1"_s.arg(++number));
        [[maybe_unused]] const bool joined = QTest::qWaitFor([this] { return m_there.has_value(); });
        return bus;
    }

private Q_SLOTS:
    void init()
    {
        m_there.reset();
        m_desktop = std::make_unique<FakeDesktop>();
        m_server = std::make_unique<QDBusServer>(u"unix:dir="_s + m_folder.path());
        QVERIFY2(m_server->isConnected(), qPrintable(m_server->lastError().message()));
        connect(m_server.get(), &QDBusServer::newConnection, this, [this](const QDBusConnection &bus) {
            m_there = bus;
            m_there->registerObject(Path, m_desktop.get(),
                                    QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        });
    }
    void namesAreNotMarkup_data();
    void namesAreNotMarkup();
    void aClickIsReported();
    void withoutABusNothingIsShown();
};

void TestDesktopNotice::namesAreNotMarkup_data()
{
    QTest::addColumn<QStringList>("abilities");
    QTest::addColumn<QString>("body");
    QTest::newRow("reads markup") << QStringList{u"body"_s, u"body-markup"_s}
                                  << u"&lt;img src=&quot;/tmp/pipe&quot;&gt; &amp; co failed."_s;
    QTest::newRow("reads none") << QStringList{u"body"_s} << u"<img src=\"/tmp/pipe\"> & co failed."_s;
}

void TestDesktopNotice::namesAreNotMarkup()
{
    QFETCH(QStringList, abilities);
    QFETCH(QString, body);
    m_desktop->abilities = abilities;
    DesktopNotice notice(join());
    notice.show(u"Failed"_s, u"<img src=\"/tmp/pipe\"> & co failed."_s, {});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QCOMPARE(m_desktop->shown.first().title, u"Failed"_s);
    QCOMPARE(m_desktop->shown.first().body, body);
    QCOMPARE(m_desktop->shown.first().actions.first(), u"default"_s);
}

void TestDesktopNotice::aClickIsReported()
{
    DesktopNotice notice(join());
    QStringList clicked;
    notice.show(u"Completed"_s, u"one"_s, [&] { clicked += u"one"_s; });
    notice.show(u"Completed"_s, u"two"_s, [&] { clicked += u"two"_s; });
    QTRY_COMPARE(m_desktop->shown.size(), 2);
    const auto idOf = [this](const QString &body) {
        for (qsizetype i = 0; i < m_desktop->shown.size(); ++i) {
            if (m_desktop->shown.at(i).body == body)
                return uint(i + 1);
        }
        return 0U;
    };
    Q_EMIT m_desktop->ActionInvoked(idOf(u"one"_s), u"default"_s);
    QTRY_COMPARE(clicked, QStringList{u"one"_s});
    Q_EMIT m_desktop->NotificationClosed(idOf(u"two"_s), 2);
    Q_EMIT m_desktop->ActionInvoked(idOf(u"two"_s), u"default"_s);
    notice.show(u"Completed"_s, u"three"_s, [&] { clicked += u"three"_s; });
    QTRY_COMPARE(m_desktop->shown.size(), 3);
    Q_EMIT m_desktop->ActionInvoked(idOf(u"three"_s), u"default"_s);
    QTRY_COMPARE(clicked, (QStringList{u"one"_s, u"three"_s}));
}

void TestDesktopNotice::withoutABusNothingIsShown()
{
    DesktopNotice notice(QDBusConnection(u"there is none of that name"_s));
    notice.show(u"Completed"_s, u"one"_s, [] { QFAIL("nobody can have clicked"); });
}

QTEST_GUILESS_MAIN(TestDesktopNotice)
#include "tst_desktopnotice.moc"

#include <memory>
