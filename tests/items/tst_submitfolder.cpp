// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/pathkind.h"
#include "models/items/submit/snapshotchanges.h"
#include "models/items/submit/submitdraft.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

// How a draft reads the folder that will be sent.
class TestSubmitFolder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name = {}) const
    {
        return name.isEmpty() ? m_folder->path() : m_folder->filePath(name);
    }

    void write(const QString &name) const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("pass\n");
    }

    void fill(SubmitDraft &draft) const
    {
        Job job;
        job.codePath = path();
        job.command = u"python train.py"_s;
        job.compute = u"local"_s;
        job.environment.name = u"birds"_s;
        draft.setJob(job);
        QTRY_VERIFY(draft.canSubmit());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"train.py"_s);
    }

    void theFolderIsReadWhenItsPathIsTyped()
    {
        SubmitDraft draft;
        QSignalSpy listings(&draft, &SubmitDraft::listingChanged);
        for (qsizetype length = 1; length <= path().size(); ++length)
            draft.setFolder(path().first(length));
        // The draft does not read a folder for each letter: the folders on the path may be large.
        QVERIFY(draft.isListing());
        QVERIFY(!draft.listing());
        QCOMPARE(draft.problemText(SubmitField::Folder), u"The folder is still being read."_s);
        QTRY_VERIFY(draft.listing());
        QCOMPARE(draft.listing()->folder, path());
        QCOMPARE(draft.problemText(SubmitField::Folder), QString());
    }

    void aFolderWithoutPythonIsReported()
    {
        QTemporaryDir empty;
        QFile words(empty.filePath(u"notes.txt"_s));
        QVERIFY(words.open(QIODevice::WriteOnly));
        words.write("x");
        words.close();
        SubmitDraft draft;
        draft.setFolder(empty.path());
        QTRY_VERIFY(draft.listing());
        QVERIFY2(draft.problemText(SubmitField::Script).startsWith(u"There is no Python file (.py) in this folder."_s),
                 qPrintable(draft.problemText(SubmitField::Script)));
    }

    void aBigFolderIsReportedBesideItsField()
    {
        QTemporaryDir folder;
        QFile data(folder.filePath(u"data.bin"_s));
        QVERIFY(data.open(QIODevice::WriteOnly));
        QVERIFY(data.resize(Snapshot::bigSnapshot + 1)); // sparse
        data.close();
        SubmitDraft draft;
        draft.setFolder(folder.path());
        QTRY_VERIFY(draft.listing());
        QVERIFY2(draft.problemText(SubmitField::Folder).contains(u"300 MB would be sent"_s),
                 qPrintable(draft.problemText(SubmitField::Folder)));
        QVERIFY(std::ranges::none_of(draft.problems(), [](const FieldProblem &problem) {
            return problem.field == SubmitField::Folder && problem.blocks;
        }));
    }

    void readingTheFolderIsStopped()
    {
        SubmitDraft draft;
        fill(draft);
        draft.refreshListing();
        QVERIFY(draft.isListing());
        QVERIFY(!draft.canSubmit());
        draft.stopListing();
        QVERIFY(!draft.isListing());
        QVERIFY(draft.problemText(SubmitField::Folder).startsWith(u"Reading the folder was stopped."));
        draft.refreshIfMissing();
        QVERIFY(!draft.isListing());
        draft.refreshListing();
        QTRY_VERIFY(draft.canSubmit());
        draft.setFolder(u"/no/such/folder"_s);
        draft.stopListing();
        QVERIFY(!draft.isListing()); // it would be true if a listing were still pending
    }

    // The address sanitizer reports a call of a destroyed object.
    void aDraftMayBeDeletedWhileItsFolderIsRead()
    {
        enum class Stage { Begun, Read, Reported };
        for (const Stage stage : {Stage::Begun, Stage::Read, Stage::Reported}) {
            for (int i = 0; i < 20; ++i) {
                auto draft = std::make_unique<SubmitDraft>();
                draft->setFolder(path());
                draft->refreshListing();
                if (stage != Stage::Begun)
                    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
                if (stage == Stage::Reported)
                    QTRY_VERIFY(!draft->isListing());
                draft.reset();
                QCoreApplication::processEvents();
            }
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
    }

    void missingFilesAreSearchedAgain()
    {
        SubmitDraft draft;
        fill(draft);
        draft.refreshIfMissing();
        QVERIFY(!draft.isListing());
        draft.setScript(u"later.py"_s);
        QCOMPARE(draft.problemText(SubmitField::Script), u"There is no file later.py in the folder."_s);
        write(u"later.py"_s);
        draft.refreshIfMissing();
        QTRY_VERIFY(draft.canSubmit());
        draft.setFolder(path(u"new"_s));
        QTRY_VERIFY(draft.problemText(SubmitField::Folder).startsWith(u"There is no folder"));
        write(u"new/later.py"_s);
        draft.refreshIfMissing();
        QTRY_VERIFY(draft.canSubmit());
    }

    void changesOfTheFolderAreNamed()
    {
        Snapshot::Listing before;
        before.files = {{u"a.py"_s, 1, {}, 1}, {u"b.py"_s, 1, {}, 1}, {u"c.py"_s, 1, {}, 1}};
        QCOMPARE(snapshotChanges(before, before), QString());
        Snapshot::Listing after = before;
        after.files[0].size = 2;
        after.files[1].modified = 2;
        after.files.removeLast();
        QCOMPARE(snapshotChanges(before, after), u"Changed: a.py, b.py. Not sent any more: c.py."_s);
        for (int i = 1; i <= 5; ++i)
            after.files += Snapshot::File{u"n%1.py"_s.arg(i), 1, {}, 1};
        QVERIFY(snapshotChanges(before, after).startsWith(u"New: n1.py, n2.py, n3.py and 2 more. "));
    }

    void aPathIsAFolderAFileOrNothing()
    {
        PendingReply<PathKind> asking;
        const auto kind = [&](const QString &of) {
            std::optional<PathKind> found;
            asking.watch(pathKind(of), [&found](const Result<PathKind> &result) { found = result.value(); });
            [[maybe_unused]] const bool inTime = QTest::qWaitFor([&found] { return found.has_value(); });
            return found;
        };
        QCOMPARE(kind(path()), PathKind::Folder);
        QCOMPARE(kind(path(u"train.py"_s)), PathKind::File);
        QCOMPARE(kind(u"/no/such/folder"_s), PathKind::Nothing);
    }
};

QTEST_GUILESS_MAIN(TestSubmitFolder)
#include "tst_submitfolder.moc"

#include <algorithm>
