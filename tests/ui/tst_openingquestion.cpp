// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"
#include "models/trust/foldertrust.h"
#include "tests/support/wait.h"
#include "tests/ui/windowfixture.h"
#include "ui/workspace/openingquestiondialog.h"
#include "ui/workspace/openserverdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <sys/stat.h>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::App;
using namespace Roost::Items;
using namespace Roost::Trust;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

/// Requires an answer to one question about one address.
class AskingProvider : public FakeProvider
{
public:
    OpeningQuestion question;
    QStringList answers;

    std::optional<OpeningQuestion> questionBeforeOpening(const QString &address) const override
    {
        return address == "/tmp/owls"_L1 && answers.isEmpty() ? std::optional(question) : std::nullopt;
    }
    Result<void> answer(const QString &address, OpeningQuestion::About, const QString &password) override
    {
        answers += address + u' ' + password;
        return {};
    }
};

/// Records how the user signs in.
class SignInProvider : public FakeProvider
{
public:
    QStringList signedIn;

    Result<QString> withAccess(const QString &address, const ServerAccess &who) override
    {
        signedIn += QStringList{address, who.user, who.password, who.token}.join(u' ');
        facts = who.facts;
        return address;
    }
    Future<ServerCheck> checkServer(const QString &, const ServerAccess &who,
                                    std::function<void(const ServerCheck &)> progress) override
    {
        ServerCheck check;
        check.steps.append({u"Connection"_s, ServerCheckStep::Outcome::Passed, u"The server answers."_s});
        check.steps.append({u"Encryption"_s, ServerCheckStep::Outcome::Running, {}});
        progress(check);
        const bool isAccepted = who.facts.acceptedFingerprint == fingerprint;
        check.steps.last() = {u"Encryption"_s,
                              isAccepted ? ServerCheckStep::Outcome::Noted : ServerCheckStep::Outcome::Failed,
                              u"No authority confirms the certificate."_s};
        if (!isAccepted) {
            check.fingerprint = fingerprint;
            check.certificate = u"issued to <b>ml.lab</b> by ml.lab"_s;
        }
        return tests.call(check);
    }
    FakeCall<ServerCheck, ServerCheck> tests;
    ServerFacts facts;
    QString fingerprint = u"AB:CD:EF:01"_s;
};

/// A keychain in memory, which outlives the program that uses it.
class MemoryKeychain : public Keychain::SecretStore
{
public:
    QHash<QString, QString> content;
    bool answers = true;

    Future<QString> read(const QString &name) override
    {
        if (!answers)
            return readyFuture<QString>(away());
        return readyFuture<QString>(content.contains(name)
                                        ? Result<QString>(content.value(name))
                                        : Result<QString>(failure(ErrorKind::NotFound, u"There is none."_s)));
    }
    Future<void> write(const QString &name, const QString &secret) override
    {
        if (!answers)
            return readyFuture<void>(away());
        content.insert(name, secret);
        return readyFuture<void>({});
    }
    Future<void> remove(const QString &name) override
    {
        content.remove(name);
        return readyFuture<void>({});
    }

private:
    static std::unexpected<Error> away() { return failure(ErrorKind::Unreachable, u"This session has no keychain."_s); }
};

ServerAccess byPassword(const QString &user, const QString &password)
{
    return {{.signIn = ServerFacts::SignIn::Password}, user, password, {}};
}

ServerAccess byToken(const QString &token)
{
    return {{.signIn = ServerFacts::SignIn::Token}, {}, {}, token};
}

} // namespace

/// The questions before a workspace is opened, and which answers are stored.
class TestOpeningQuestion : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<MemoryKeychain> m_keychain = std::make_shared<MemoryKeychain>();
    App::Workspaces m_opened{m_keychain}; // workspaces that it has opened may send requests until all tests have ended

private Q_SLOTS:
    void initTestCase() { useOwnSettings(); }
    void init()
    {
        QSettings().clear();
        *m_keychain = {};
        const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
        QDir(config + u"/roost/servers"_s).removeRecursively();
    }

    void theSafeAnswerIsTheFirst()
    {
        AskingProvider provider;
        provider.question = {OpeningQuestion::About::Trust,
                             u"Open this folder?"_s,
                             {u"/tmp/owls"_s, u"<b>It</b> belongs to another user (mallory)."_s},
                             u"Trust and open"_s};
        Windows windows(provider);
        MainWindow *window = windows.open(u"/tmp/birds"_s);
        window->openWorkspace(u"/tmp/owls"_s);
        auto *dialog = window->findChild<OpeningQuestionDialog *>();
        QVERIFY(dialog);
        keep(dialog, u"opening-trust"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QVERIFY(provider.answers.isEmpty());
        QVERIFY(!windows.workspaces().find(u"/tmp/owls"_s));

        window->openWorkspace(u"/tmp/owls"_s);
        QPointer again(window->findChildren<OpeningQuestionDialog *>().last());
        again->findChild<QPushButton *>(u"openAnyway"_s)->click();
        QCOMPARE(provider.answers.size(), 1);
        QVERIFY(windows.workspaces().find(u"/tmp/owls"_s));
    }

    void aTypedPasswordIsHidden()
    {
        AskingProvider provider;
        provider.question = {OpeningQuestion::About::Password,
                             u"Password for host"_s,
                             {u"The password of alice at host. Roost stores it only while it runs."_s},
                             u"Open"_s};
        Windows windows(provider);
        MainWindow *window = windows.open(u"/tmp/birds"_s);
        window->openWorkspace(u"/tmp/owls"_s);
        auto *dialog = window->findChild<OpeningQuestionDialog *>();
        QVERIFY(dialog);
        auto *line = dialog->findChild<QLineEdit *>(u"serverPassword"_s);
        QVERIFY(line);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QTest::keyClicks(line, u"pa55"_s);
        keep(dialog, u"opening-password"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(provider.answers, QStringList{u"/tmp/owls pa55"_s});
    }

    void aPasswordInAnAddressIsNeitherShownNorKept()
    {
        App::Workspaces &workspaces = m_opened;
        const QString typed = u"https://alice:pa55word@ml.test:5000/base"_s;
        QVERIFY(!workspaces.questionBeforeOpening(typed));
        const auto place = workspaces.locate(typed);
        QVERIFY(place);
        QCOMPARE(place->address, u"https://alice@ml.test:5000/base"_s);
        QCOMPARE(place->title, u"ml.test:5000"_s);
        QVERIFY(!workspaces.questionBeforeOpening(place->address)); // the answer is kept while the program runs
        {
            OpenWorkspaces open(workspaces);
            QVERIFY(open.open(typed));
            QCOMPARE(open.recent(), QStringList{place->address});
        }
        QFile settings(QSettings().fileName());
        QSettings().sync();
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("pa55word"));
        const auto wrong = workspaces.locate(u"http://alice:pa55word@"_s);
        QVERIFY(!wrong);
        QVERIFY2(!wrong.error().text.contains(u"pa55word"_s), qPrintable(wrong.error().text));
        // After a restart the question is asked again.
        const auto asked = App::Workspaces(m_keychain).questionBeforeOpening(place->address);
        QVERIFY(asked);
        QCOMPARE(asked->about, OpeningQuestion::About::Password);
    }

    void passwordsOfEarlierVersionsAreRemoved()
    {
        QSettings().setValue(u"workspaces/recent"_s, QStringList{u"http://alice:pa55word@127.0.0.1:5000"_s});
        QSettings().setValue(u"workspaces/titles"_s, QStringList{u"alice:pa55word@127.0.0.1:5000"_s});
        FakeProvider provider;
        const OpenWorkspaces open(provider);
        QCOMPARE(open.recent(), QStringList{u"http://alice@127.0.0.1:5000"_s});
        QVERIFY(!open.titleOf(open.recent().first()).contains(u"pa55word"_s));
        QVERIFY(!QSettings().value(u"workspaces/recent"_s).toString().contains(u"pa55word"_s));
        QVERIFY(!QSettings().value(u"workspaces/titles"_s).toString().contains(u"pa55word"_s));
    }

    void aServerIsOpenedByNameAndPassword()
    {
        SignInProvider provider;
        Windows windows(provider);
        MainWindow *window = windows.open({});
        window->findChild<QPushButton *>(u"openMlflowServer"_s)->click();
        QPointer dialog(window->findChild<OpenServerDialog *>());
        QVERIFY(dialog);
        QCOMPARE(unnamedControls(dialog).join(u'\n'), QString());
        auto *address = dialog->findChild<QLineEdit *>(u"serverAddress"_s);
        auto *how = dialog->findChild<QComboBox *>(u"serverSignIn"_s);
        auto *user = dialog->findChild<QLineEdit *>(u"serverUser"_s);
        auto *password = dialog->findChild<QLineEdit *>(u"serverSignInPassword"_s);
        auto *token = dialog->findChild<QLineEdit *>(u"serverToken"_s);
        keep(dialog, u"server-environment"_s);
        QVERIFY(!user->isVisible() && !password->isVisible() && !token->isVisible());
        how->setCurrentIndex(3);
        QVERIFY(!user->isVisible() && token->isVisible());
        QCOMPARE(token->echoMode(), QLineEdit::Password);
        keep(dialog, u"server-token"_s);
        how->setCurrentIndex(2);
        QVERIFY(user->isVisible() && password->isVisible() && !token->isVisible());
        QCOMPARE(password->echoMode(), QLineEdit::Password);

        // The message about the missing value is shown beside the field, which has the cursor.
        address->setText(u"ml.test:5000"_s);
        dialog->findChild<QPushButton *>(u"openServer"_s)->click();
        QVERIFY(dialog && dialog->isVisible());
        keep(dialog, u"server-missing"_s);
        QCOMPARE(dialog->findChild<QLabel *>(u"serverAddressProblem"_s)->text(),
                 u"Enter an address that starts with http://, https://, databricks:// or azureml://."_s);
        QCOMPARE(dialog->findChild<QLabel *>(u"serverUserProblem"_s)->text(), u"Enter the user name."_s);
        QCOMPARE(dialog->focusWidget(), address);
        address->setText(u" https://ml.test:5000 "_s);
        user->setText(u"alice"_s);
        password->setText(u"pa55word"_s);
        dialog->findChild<QPushButton *>(u"openServer"_s)->click();
        QCOMPARE(provider.signedIn, QStringList{u"https://ml.test:5000 alice pa55word "_s});
        QVERIFY(windows.workspaces().find(u"https://ml.test:5000"_s));
    }

    void aServerIsTestedBeforeItIsOpened()
    {
        SignInProvider provider;
        Windows windows(provider);
        MainWindow *window = windows.open({});
        window->findChild<QPushButton *>(u"openMlflowServer"_s)->click();
        QPointer dialog(window->findChild<OpenServerDialog *>());
        auto *address = dialog->findChild<QLineEdit *>(u"serverAddress"_s);
        auto *test = dialog->findChild<QPushButton *>(u"testServer"_s);
        auto *accepts = dialog->findChild<QCheckBox *>(u"serverAccepts"_s);
        const auto *check = dialog->findChild<QWidget *>(u"serverCheck"_s);
        address->setText(u"https://ml.lab"_s);
        test->click();
        QTRY_COMPARE(provider.tests.waiting(), 1);
        QCOMPARE(test->text(), u"Stop t&est"_s);
        test->click(); // stops the test
        QTRY_COMPARE(provider.tests.waiting(), 0);
        QVERIFY(!check->isVisible());
        test->click();
        provider.tests.resolve(std::get<0>(provider.tests.calls.last().args));
        QTRY_VERIFY(accepts->isVisible());
        QVERIFY(check->isVisible());
        QVERIFY(!accepts->isChecked()); // nothing is accepted by itself
        keep(dialog, u"server-certificate"_s);
        accepts->setChecked(true);
        test->click();
        QTRY_COMPARE(provider.tests.waiting(), 1);
        provider.tests.resolve(std::get<0>(provider.tests.calls.last().args));
        QTRY_COMPARE(provider.tests.waiting(), 0);
        dialog->findChild<QPushButton *>(u"openServer"_s)->click();
        QCOMPARE(provider.facts.acceptedFingerprint, provider.fingerprint);
    }

    void secretsAreInTheKeychainAlone()
    {
        App::Workspaces workspaces(m_keychain);
        const QString base = u"https://ml.test:5000/base"_s;
        QCOMPARE(workspaces.withAccess(base, {}), base);
        QVERIFY(!workspaces.questionBeforeOpening(base));
        const auto asAlice = workspaces.withAccess(base, byPassword(u"alice"_s, u"pa55word"_s));
        QCOMPARE(asAlice, u"https://alice@ml.test:5000/base"_s);
        QVERIFY(!workspaces.questionBeforeOpening(*asAlice));
        const auto asBob = workspaces.withAccess(base, byPassword(u"bob"_s, {}));
        QVERIFY(!workspaces.questionBeforeOpening(*asBob)); // an empty password is a password
        QCOMPARE(workspaces.withAccess(base, byToken(u"t0ken"_s)), base);
        QVERIFY(!workspaces.questionBeforeOpening(base));
        QCOMPARE(m_keychain->content.value(u"https://alice@ml.test:5000"_s), u"pa55word"_s);
        QCOMPARE(m_keychain->content.value(u"https://ml.test:5000 (token)"_s), u"t0ken"_s);
        QSettings().sync();
        QDirIterator all(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation), QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray kept = file.readAll();
            QVERIFY2(!kept.contains("pa55word") && !kept.contains("t0ken"), qPrintable(file.fileName()));
        }
        // The next program reads the keychain, and asks nothing.
        App::Workspaces next(m_keychain);
        for (const QString &address : {*asAlice, base}) {
            const auto prepared = next.prepare(address);
            QVERIFY(prepared);
            ROOST_DONE(*prepared);
            QVERIFY(!next.questionBeforeOpening(address));
        }
        // What was forgotten is asked again.
        next.forgetServer(*asAlice);
        QCOMPARE(next.questionBeforeOpening(*asAlice)->about, OpeningQuestion::About::Password);
        QVERIFY(!m_keychain->content.contains(u"https://alice@ml.test:5000"_s));
    }

    void withoutAKeychainTheQuestionSaysWhereThePasswordIsKept()
    {
        m_keychain->answers = false;
        App::Workspaces workspaces(m_keychain);
        const QString address = u"https://alice@ml.test"_s;
        ROOST_DONE(*workspaces.prepare(address));
        const auto asked = workspaces.questionBeforeOpening(address);
        QVERIFY(asked);
        QVERIFY(asked->paragraphs.last().contains(u"This session has no keychain. Roost keeps"_s));
        QVERIFY(workspaces.answer(address, asked->about, u"pa55"_s));
        QVERIFY(!workspaces.questionBeforeOpening(address));
    }

    void aTokenOverPlainHttpIsAskedAbout()
    {
        App::Workspaces workspaces(m_keychain);
        const auto plain = workspaces.withAccess(u"http://ml.test"_s, byToken(u"t0ken"_s));
        QCOMPARE(workspaces.questionBeforeOpening(*plain)->about, OpeningQuestion::About::PlainHttp);
        const auto here = workspaces.withAccess(u"http://127.0.0.1:5000"_s, byToken(u"t0ken"_s));
        QVERIFY(!workspaces.questionBeforeOpening(*here));
    }

    void aWorkspaceThatCouldNotBeOpenedIsTriedAgain()
    {
        Setup setup{QString()};
        setup.provider.closed = Error{ErrorKind::Denied, u"The server does not take the password."_s, {}};
        setup.window->openWorkspace(u"/tmp/birds"_s);
        const auto state = [&] { return setup.window->workspace()->session.state(); };
        QTRY_COMPARE(state(), WorkspaceSession::State::Failed);
        setup.provider.closed.reset();
        setup.window->openWorkspace(u"/tmp/birds"_s);
        QTRY_COMPARE(state(), WorkspaceSession::State::Connected);
    }

    void plainHttpIsAskedAbout()
    {
        App::Workspaces workspaces(m_keychain);
        const QString plain = u"http://alice:pa55@ml.test"_s;
        const auto asked = workspaces.questionBeforeOpening(plain);
        QVERIFY(asked);
        QCOMPARE(asked->about, OpeningQuestion::About::PlainHttp);
        QVERIFY(!workspaces.questionBeforeOpening(u"http://alice:pa55@127.0.0.1:5000"_s));
        QVERIFY(!workspaces.questionBeforeOpening(u"http://ml.test"_s)); // no secret is sent
        QVERIFY(workspaces.answer(plain, asked->about, {}));
        QVERIFY(!workspaces.questionBeforeOpening(plain));
        QVERIFY(workspaces.questionBeforeOpening(u"http://alice:pa55@other.test"_s));
    }

    void aFolderOfOthersIsAskedAbout()
    {
        QTemporaryDir folder;
        QFile database(folder.filePath(u"roost.db"_s));
        QVERIFY(database.open(QIODevice::WriteOnly));
        App::Workspaces workspaces;
        QVERIFY(!workspaces.questionBeforeOpening(folder.path()));
        QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0777), 0);
        const auto asked = workspaces.questionBeforeOpening(folder.path());
        QVERIFY(asked);
        QCOMPARE(asked->about, OpeningQuestion::About::Trust);
        QVERIFY(workspaces.answer(folder.path(), asked->about, {}));
        QVERIFY(!workspaces.questionBeforeOpening(folder.path()));
    }
};

QTEST_MAIN(TestOpeningQuestion)
#include "tst_openingquestion.moc"
