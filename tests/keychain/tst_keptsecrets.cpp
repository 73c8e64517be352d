// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keychain/secrets.h"
#include "tests/support/fakecall.h"
#include "tests/support/wait.h"

using namespace Roost;
using namespace Roost::Keychain;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

namespace {

class FakeStore : public SecretStore
{
public:
    FakeCall<QString, QString> onRead;
    FakeCall<void, QString, QString> onWrite;
    FakeCall<void, QString> onRemove;
    QHash<QString, QString> content;
    bool answers = true;

    FakeStore()
    {
        const auto away = failure(ErrorKind::Unreachable, u"This session has no keychain."_s);
        onRead.always = [this, away](const QString &name) -> Result<QString> {
            if (!answers)
                return away;
            return content.contains(name) ? Result<QString>(content.value(name))
                                          : failure(ErrorKind::NotFound, u"None."_s);
        };
        onWrite.always = [this, away](const QString &name, const QString &secret) -> Result<void> {
            if (!answers)
                return away;
            content.insert(name, secret);
            return {};
        };
        onRemove.always = [this](const QString &name) -> Result<void> {
            content.remove(name);
            return {};
        };
    }
    Future<QString> read(const QString &name) override { return onRead.call(name); }
    Future<void> write(const QString &name, const QString &secret) override { return onWrite.call(name, secret); }
    Future<void> remove(const QString &name) override { return onRemove.call(name); }
};

const QString Name = u"https://ada@ml.test"_s;

} // namespace

class TestKeptSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeptSecretIsKnownToTheNextProgram()
    {
        const auto store = std::make_shared<FakeStore>();
        Secrets first(store);
        ROOST_DONE(first.keep(Name, u"pa55"_s));
        Secrets second(store);
        QVERIFY(!second.known(Name));
        QVERIFY(!second.isLoaded(Name));
        ROOST_DONE(second.load(Name));
        QCOMPARE(second.known(Name), u"pa55"_s);
        QVERIFY(second.whyOnlyInMemory().isEmpty());
        ROOST_DONE(second.load(Name));
        QCOMPARE(store->onRead.count(), 1); // read once
    }

    void withoutAKeychainASecretIsKeptInMemoryWithTheReason()
    {
        const auto store = std::make_shared<FakeStore>();
        store->answers = false;
        Secrets secrets(store);
        ROOST_DONE(secrets.load(Name));
        QVERIFY(!secrets.known(Name));
        QVERIFY(secrets.whyOnlyInMemory().contains(u"no keychain"_s));
        const auto kept = waitFor(secrets.keep(Name, u"pa55"_s));
        QVERIFY(!kept);
        QCOMPARE(kept.error().text, secrets.whyOnlyInMemory());
        QCOMPARE(secrets.known(Name), u"pa55"_s);
        store->answers = true;
        ROOST_DONE(secrets.keep(Name, u"pa55"_s));
        QVERIFY(secrets.whyOnlyInMemory().isEmpty());
    }

    void aRefusedSecretIsNotUsedAgainUntilANewOneReplacesIt()
    {
        const auto store = std::make_shared<FakeStore>();
        store->content.insert(Name, u"old"_s);
        Secrets secrets(store);
        ROOST_DONE(secrets.load(Name));
        secrets.refuse(Name);
        QVERIFY(!secrets.known(Name));
        ROOST_DONE(secrets.load(Name));
        QVERIFY(!secrets.known(Name)); // the store is not asked for the refused one
        ROOST_DONE(secrets.keep(Name, u"new"_s));
        QCOMPARE(store->content.value(Name), u"new"_s);
        QCOMPARE(secrets.known(Name), u"new"_s);
    }

    void aForgottenSecretIsNowhere()
    {
        const auto store = std::make_shared<FakeStore>();
        Secrets secrets(store);
        ROOST_DONE(secrets.keep(Name, u"pa55"_s));
        ROOST_DONE(secrets.forget(Name));
        QVERIFY(!secrets.known(Name));
        QVERIFY(store->content.isEmpty());
    }

    void aSecretTypedWhileTheStoreIsReadIsNotReplacedByTheOldOne()
    {
        const auto store = std::make_shared<FakeStore>();
        store->onRead.always = nullptr;
        Secrets secrets(store);
        const auto loading = secrets.load(Name);
        secrets.keepInMemory(Name, u"new"_s);
        QVERIFY(store->onRead.resolve(u"old"_s));
        ROOST_DONE(loading);
        QCOMPARE(secrets.known(Name), u"new"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeptSecrets)
#include "tst_keptsecrets.moc"
