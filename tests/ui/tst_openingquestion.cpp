// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"
#include "models/core/foldertrust.h"
#include "tests/ui/windowfixture.h"
#include "ui/workspace/openingquestiondialog.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <sys/stat.h>

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Asks once about one address.
class AskingDoor : public FakeDoor
{
public:
    OpeningQuestion question;
    QStringList answers;

    std::optional<OpeningQuestion> questionBefore(const QString &address) const override
    {
        return address == "/tmp/owls"_L1 && answers.isEmpty() ? std::optional(question) : std::nullopt;
    }
    Result<void> answer(const QString &address, OpeningQuestion::About, const QString &password) override
    {
        answers += address + u' ' + password;
        return {};
    }
};

} // namespace

/// What is asked before a workspace is opened, and what is kept of the answers.
class TestOpeningQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useOwnSettings(); }
    void init() { QSettings().clear(); }

    void theSafeAnswerIsTheFirst()
    {
        AskingDoor door;
        door.question = {OpeningQuestion::About::Trust,
                         u"Open this folder?"_s,
                         {u"/tmp/owls"_s, u"<b>It</b> belongs to another user (mallory)."_s},
                         u"Trust and open"_s};
        Windows windows(door);
        MainWindow *window = windows.open(u"/tmp/birds"_s);
        window->openWorkspace(u"/tmp/owls"_s);
        auto *dialog = window->findChild<OpeningQuestionDialog *>();
        QVERIFY(dialog);
        keep(dialog, u"opening-trust"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QVERIFY(door.answers.isEmpty());
        QVERIFY(!windows.sessions().find(u"/tmp/owls"_s));

        window->openWorkspace(u"/tmp/owls"_s);
        QPointer again(window->findChildren<OpeningQuestionDialog *>().last());
        again->findChild<QPushButton *>(u"openAnyway"_s)->click();
        QCOMPARE(door.answers.size(), 1);
        QVERIFY(windows.sessions().find(u"/tmp/owls"_s));
    }

    void aPasswordIsTypedUnseen()
    {
        AskingDoor door;
        door.question = {OpeningQuestion::About::Password,
                         u"Password for host"_s,
                         {u"The password of alice at host. Roost keeps it only while it runs."_s},
                         u"Open"_s};
        Windows windows(door);
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
        QCOMPARE(door.answers, QStringList{u"/tmp/owls pa55"_s});
    }

    void aPasswordInAnAddressIsNeitherShownNorKept()
    {
        Workspaces workspaces;
        const QString typed = u"https://alice:pa55word@ml.test:5000/base"_s;
        QVERIFY(!workspaces.questionBefore(typed));
        const auto place = workspaces.place(typed);
        QVERIFY(place);
        QCOMPARE(place->address, u"https://alice@ml.test:5000/base"_s);
        QCOMPARE(place->title, u"ml.test:5000"_s);
        QVERIFY(!workspaces.questionBefore(place->address)); // it is known while the program runs
        {
            Sessions sessions(workspaces);
            QVERIFY(sessions.open(typed));
            QCOMPARE(sessions.recent(), QStringList{place->address});
        }
        QFile settings(QSettings().fileName());
        QSettings().sync();
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains("pa55word"));
        const auto wrong = workspaces.place(u"http://alice:pa55word@"_s);
        QVERIFY(!wrong);
        QVERIFY2(!wrong.error().text.contains(u"pa55word"_s), qPrintable(wrong.error().text));
        // The next start asks.
        const auto asked = Workspaces().questionBefore(place->address);
        QVERIFY(asked);
        QCOMPARE(asked->about, OpeningQuestion::About::Password);
    }

    void earlierVersionsPasswordsAreTakenOut()
    {
        QSettings().setValue(u"workspaces/recent"_s, QStringList{u"http://alice:pa55word@127.0.0.1:5000"_s});
        QSettings().setValue(u"workspaces/titles"_s, QStringList{u"alice:pa55word@127.0.0.1:5000"_s});
        FakeDoor door;
        const Sessions sessions(door);
        QCOMPARE(sessions.recent(), QStringList{u"http://alice@127.0.0.1:5000"_s});
        QVERIFY(!sessions.titleOf(sessions.recent().first()).contains(u"pa55word"_s));
        QVERIFY(!QSettings().value(u"workspaces/recent"_s).toString().contains(u"pa55word"_s));
        QVERIFY(!QSettings().value(u"workspaces/titles"_s).toString().contains(u"pa55word"_s));
    }

    void plainHttpIsAskedAbout()
    {
        Workspaces workspaces;
        const QString plain = u"http://alice:pa55@ml.test"_s;
        const auto asked = workspaces.questionBefore(plain);
        QVERIFY(asked);
        QCOMPARE(asked->about, OpeningQuestion::About::PlainHttp);
        QVERIFY(!workspaces.questionBefore(u"http://alice:pa55@127.0.0.1:5000"_s));
        QVERIFY(!workspaces.questionBefore(u"http://ml.test"_s)); // nothing secret is sent
        QVERIFY(workspaces.answer(plain, asked->about, {}));
        QVERIFY(!workspaces.questionBefore(plain));
        QVERIFY(workspaces.questionBefore(u"http://alice:pa55@other.test"_s));
    }

    void aFolderOfOthersIsAskedAbout()
    {
        QTemporaryDir folder;
        QFile database(folder.filePath(u"roost.db"_s));
        QVERIFY(database.open(QIODevice::WriteOnly));
        Workspaces workspaces;
        QVERIFY(!workspaces.questionBefore(folder.path()));
        QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), 0777), 0);
        const auto asked = workspaces.questionBefore(folder.path());
        QVERIFY(asked);
        QCOMPARE(asked->about, OpeningQuestion::About::Trust);
        QVERIFY(workspaces.answer(folder.path(), asked->about, {}));
        QVERIFY(!workspaces.questionBefore(folder.path()));
    }
};

QTEST_MAIN(TestOpeningQuestion)
#include "tst_openingquestion.moc"
