// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"
#include "models/trust/foldertrust.h"
#include "tests/ui/windowfixture.h"
#include "ui/workspace/openingquestiondialog.h"
#include "ui/workspace/openserverdialog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
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

    QString withSignIn(const QString &address, const ServerSignIn &who) override
    {
        signedIn += QStringList{address, who.user, who.password, who.token}.join(u' ');
        return address;
    }
};

} // namespace

/// The questions before a workspace is opened, and which answers are stored.
class TestOpeningQuestion : public QObject
{
    Q_OBJECT

private:
    Workspaces m_opened; // workspaces that it has opened may send requests until all tests have ended

private Q_SLOTS:
    void initTestCase() { useOwnSettings(); }
    void init() { QSettings().clear(); }

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
        Workspaces &workspaces = m_opened;
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
        const auto asked = Workspaces().questionBeforeOpening(place->address);
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
        how->setCurrentIndex(2);
        QVERIFY(!user->isVisible() && token->isVisible());
        QCOMPARE(token->echoMode(), QLineEdit::Password);
        keep(dialog, u"server-token"_s);
        how->setCurrentIndex(1);
        QVERIFY(user->isVisible() && password->isVisible() && !token->isVisible());
        QCOMPARE(password->echoMode(), QLineEdit::Password);

        // The message about the missing value is shown beside the field, which has the cursor.
        address->setText(u"ml.test:5000"_s);
        dialog->findChild<QPushButton *>(u"openServer"_s)->click();
        QVERIFY(dialog && dialog->isVisible());
        keep(dialog, u"server-missing"_s);
        QCOMPARE(dialog->findChild<QLabel *>(u"serverAddressProblem"_s)->text(),
                 u"Enter a web address that starts with http:// or https://."_s);
        QCOMPARE(dialog->findChild<QLabel *>(u"serverUserProblem"_s)->text(), u"Enter the user name."_s);
        QCOMPARE(dialog->focusWidget(), address);
        address->setText(u" https://ml.test:5000 "_s);
        user->setText(u"alice"_s);
        password->setText(u"pa55word"_s);
        dialog->findChild<QPushButton *>(u"openServer"_s)->click();
        QCOMPARE(provider.signedIn, QStringList{u"https://ml.test:5000 alice pa55word "_s});
        QVERIFY(windows.workspaces().find(u"https://ml.test:5000"_s));
    }

    void credentialsAreKeptInMemoryOnly()
    {
        Workspaces workspaces;
        const QString base = u"https://ml.test:5000/base"_s;
        QCOMPARE(workspaces.withSignIn(base, {}), base);
        QVERIFY(!workspaces.questionBeforeOpening(base));
        const QString asAlice = workspaces.withSignIn(base, {u"alice"_s, u"pa55word"_s, {}});
        QCOMPARE(asAlice, u"https://alice@ml.test:5000/base"_s);
        QVERIFY(!workspaces.questionBeforeOpening(asAlice));
        QVERIFY(!workspaces.questionBeforeOpening(
            workspaces.withSignIn(base, {u"bob"_s, {}, {}}))); // an empty password is a password
        const QString byToken = workspaces.withSignIn(base, {{}, {}, u"t0ken"_s});
        QCOMPARE(byToken, base);
        QVERIFY(!workspaces.questionBeforeOpening(base));
        QCOMPARE(workspaces.locate(asAlice)->address, asAlice); // the address that is stored with the recent workspaces
        QCOMPARE(workspaces.locate(byToken)->address, byToken);
        QFile settings(QSettings().fileName());
        QSettings().sync();
        QVERIFY(settings.open(QIODevice::ReadOnly));
        const QByteArray kept = settings.readAll();
        QVERIFY(!kept.contains("pa55word") && !kept.contains("t0ken"));
        // After a restart the user enters earlier credentials again; only an address that had a token requires a token.
        Workspaces next;
        QCOMPARE(next.questionBeforeOpening(asAlice)->about, OpeningQuestion::About::Password);
        QCOMPARE(next.questionBeforeOpening(base)->about, OpeningQuestion::About::Token);
        QVERIFY(!next.questionBeforeOpening(u"https://other.test"_s));
        QVERIFY(next.answer(base, OpeningQuestion::About::Token, u"t0ken"_s));
        QVERIFY(!next.questionBeforeOpening(base));
        QCOMPARE(next.withSignIn(base, {}), base);
        QVERIFY(!Workspaces().questionBeforeOpening(base));
    }

    void aTokenOverPlainHttpIsAskedAbout()
    {
        Workspaces workspaces;
        const QString plain = workspaces.withSignIn(u"http://ml.test"_s, {{}, {}, u"t0ken"_s});
        QCOMPARE(workspaces.questionBeforeOpening(plain)->about, OpeningQuestion::About::PlainHttp);
        QVERIFY(
            !workspaces.questionBeforeOpening(workspaces.withSignIn(u"http://127.0.0.1:5000"_s, {{}, {}, u"t0ken"_s})));
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
        Workspaces workspaces;
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
        Workspaces workspaces;
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
