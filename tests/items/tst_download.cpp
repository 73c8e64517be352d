// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/download.h"
#include "models/transfer/filesdownload.h"
#include "tests/support/fakeworkspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Transfer;

class TestDownload : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Testing::FakeRunHistory> m_history;
    QByteArray m_content;
    QString m_etag;
    QByteArray m_md5;
    QString m_name;
    int m_addresses = 0;

    QString target() const { return m_folder->filePath(u"sub/"_s + m_name); }

    std::unique_ptr<Download> make()
    {
        auto download = std::make_unique<Download>(
            m_history.get(),
            [this] {
                ++m_addresses;
                return readyFuture<FileRef>(FileRef{u"outputs/model.pt"_s, u"http://x/%1"_s.arg(m_addresses)});
            },
            target());
        download->setChunkSize(10);
        download->setRetryDelay(1);
        return download;
    }

    Result<Chunk> chunk(qint64 offset, qint64 limit) const
    {
        return Chunk{m_content.mid(offset, limit), offset, m_content.size(), m_etag, m_md5};
    }

    QByteArray fetched() const
    {
        QFile file(target());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList left() const
    {
        return QDir(m_folder->filePath(u"sub"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    static void run(Download &download, Download::State wanted)
    {
        QSignalSpy finished(&download, &Download::finished);
        download.start();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(download.state(), wanted);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = std::make_unique<Testing::FakeRunHistory>();
        m_history->onRead.always = [this](const FileRef &, qint64 offset, qint64 limit) {
            return chunk(offset, limit);
        };
        m_content = "0123456789abcdefghijklmnopqrstuvwxyz";
        m_name = u"model.pt"_s;
        m_etag = u"one"_s;
        m_md5 = QCryptographicHash::hash(m_content, QCryptographicHash::Md5);
        m_addresses = 0;
    }

    void downloadsAllBytes()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"sub"_s)));
        QFile old(target());
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("older content") > 0);
        old.close();
        const auto download = make();
        run(*download, Download::State::Done);
        QCOMPARE(fetched(), m_content);
        QCOMPARE(left(), QStringList{u"model.pt"_s});
        QCOMPARE(download->total(), m_content.size());
    }

    void aNameThatIsNotUtf8KeepsItsBytes()
    {
        m_name = u"d\uEFFF/caf\uEFE9.bin"_s;
        const QByteArray folder = QFile::encodeName(m_folder->filePath(u"sub"_s)) + "/d\xff";
        const QByteArray name = folder + "/caf\xe9.bin";
        for (const bool replaces : {true, false}) {
            const auto download = make();
            download->setReplacing(replaces);
            run(*download, Download::State::Done);
            QCOMPARE(::access(name.constData(), R_OK), 0);
        }
        // The folder contains no other file: no partial download, no lock, no record of the download.
        QCOMPARE(::unlink(name.constData()), 0);
        QCOMPARE(::rmdir(folder.constData()), 0);
    }

    void aTargetStaysInItsFolder()
    {
        for (const QString &path : {u"../x"_s, u"a/../../x"_s, u"/x"_s, u"a//x"_s, u"a\0b"_s, u"..\\x"_s, u""_s})
            QCOMPARE(downloadTarget(u"/f"_s, path).error().kind, ErrorKind::Rejected);
        const auto unread = downloadTarget(u"/f"_s, u"outputs/closed/"_s);
        QVERIFY(!unread);
        QVERIFY2(unread.error().text.contains(u"could not read"_s), qPrintable(unread.error().text));
        for (const QString &path : {u"a\nb"_s, u"c:d"_s, u"back\\slash"_s})
            QCOMPARE(downloadTarget(u"/f"_s, path).value(), QString(u"/f/"_s + path));
    }

    void existingFilesStayUnlessTheyAreToBeReplaced_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::newRow("longer") << QByteArray("older content, and quite a lot more of it");
        QTest::newRow("as long") << QByteArray(36, 'x');
    }

    void existingFilesStayUnlessTheyAreToBeReplaced()
    {
        QFETCH(const QByteArray, there);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"sub"_s)));
        QFile old(target());
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write(there) == there.size());
        old.close();
        const auto download = make();
        download->setReplacing(false);
        run(*download, Download::State::Failed);
        QCOMPARE(download->error().kind, ErrorKind::Conflict);
        QCOMPARE(fetched(), there);
        QCOMPARE(left(), QStringList{u"model.pt"_s});
    }

    void theSameContentIsNotAConflict()
    {
        run(*make(), Download::State::Done);
        const auto again = make();
        again->setReplacing(false);
        run(*again, Download::State::Done);
        QCOMPARE(fetched(), m_content);
        QCOMPARE(left(), QStringList{u"model.pt"_s});
    }

    void aNameMayBeAsLongAsTheDiskAllows()
    {
        m_name = QString(250, u'w');
        run(*make(), Download::State::Done);
        QCOMPARE(fetched(), m_content);
        QCOMPARE(left(), QStringList{m_name});
    }

    void anEmptyFileIsDownloaded()
    {
        m_content.clear();
        m_md5.clear();
        const auto download = make();
        run(*download, Download::State::Done);
        QVERIFY(QFile::exists(target()));
    }

    void continuesAPartialDownload()
    {
        m_history->onRead.always = [this](const FileRef &, qint64 offset, qint64 limit) -> Result<Chunk> {
            return offset < 20 ? chunk(offset, limit) : failure(ErrorKind::Rejected, u"gone"_s);
        };
        auto download = make();
        run(*download, Download::State::Failed);
        QVERIFY(!QFile::exists(target()));
        m_history->onRead.calls.clear();
        m_history->onRead.always = [this](const FileRef &, qint64 offset, qint64 limit) {
            return chunk(offset, limit);
        };
        download = make();
        run(*download, Download::State::Done);
        QCOMPARE(std::get<1>(m_history->onRead.calls.first().args), 20);
        QCOMPARE(fetched(), m_content);
    }

    void aPartOfOtherContentIsDiscarded()
    {
        m_history->onRead.always = [this](const FileRef &, qint64 offset, qint64 limit) -> Result<Chunk> {
            return offset < 20 ? chunk(offset, limit) : failure(ErrorKind::Rejected, u"gone"_s);
        };
        auto download = make();
        run(*download, Download::State::Failed);
        m_content = "completely other content, and longer than before";
        m_etag = u"two"_s;
        m_md5 = QCryptographicHash::hash(m_content, QCryptographicHash::Md5);
        m_history->onRead.always = [this](const FileRef &, qint64 offset, qint64 limit) {
            return chunk(offset, limit);
        };
        download = make();
        run(*download, Download::State::Done);
        QCOMPARE(fetched(), m_content);
    }

    void damageIsDetected()
    {
        m_md5 = QByteArray(16, 'x');
        const auto download = make();
        run(*download, Download::State::Failed);
        QCOMPARE(download->error().kind, ErrorKind::Unreadable);
        QCOMPARE(left(), QStringList());
    }

    void shortOutagesAndOldAddressesAreOvercome()
    {
        int calls = 0;
        m_history->onRead.always = [this, calls](const FileRef &, qint64 offset,
                                                 qint64 limit) mutable -> Result<Chunk> {
            ++calls;
            if (calls == 2)
                return failure(ErrorKind::Unreachable, u"away"_s);
            if (calls == 4)
                return failure(ErrorKind::Denied, u"expired"_s);
            return chunk(offset, limit);
        };
        const auto download = make();
        run(*download, Download::State::Done);
        QCOMPARE(m_addresses, 2);
        QCOMPARE(fetched(), m_content);
    }

    void aLongOutageIsReportedAtTheEnd()
    {
        m_history->onRead.always = [](const FileRef &, qint64, qint64) -> Result<Chunk> {
            return failure(ErrorKind::Unreachable, u"away"_s);
        };
        const auto download = make();
        run(*download, Download::State::Failed);
        QCOMPARE(download->error().text, u"away"_s);
    }

    void twoDownloadsDoNotShareATarget()
    {
        m_history->onRead.always = nullptr;
        const auto first = make();
        first->start();
        const auto second = make();
        run(*second, Download::State::Failed);
        QCOMPARE(second->error().kind, ErrorKind::Conflict);
        first->cancel();
        QCOMPARE(first->state(), Download::State::Canceled);
    }

    void namesStayInTheirFolder()
    {
        QCOMPARE(*downloadTarget(u"/a"_s, u"outputs/x.pt"_s), u"/a/outputs/x.pt"_s);
        for (const QString &bad : {u"../x"_s, u"/etc/passwd"_s, u"a/../../b"_s, u""_s, u"a//b"_s, u"a/"_s,
                                   u"a\\..\\..\\b"_s, u"\\b"_s, u"C:\\b"_s, u"C:/b"_s})
            QVERIFY2(!downloadTarget(u"/a"_s, bad), qPrintable(bad));
    }

    void anErrorOfOneFileMayBeSkipped_data()
    {
        QTest::addColumn<bool>("skips");
        QTest::addColumn<QStringList>("saved");
        QTest::newRow("window") << false << QStringList{u"a"_s};
        QTest::newRow("console") << true << QStringList{u"a"_s, u"c"_s};
    }

    void anErrorOfOneFileMayBeSkipped()
    {
        QFETCH(const bool, skips);
        m_history->onRead.always = [this](const FileRef &, qint64 offset, qint64 limit) {
            return chunk(offset, limit);
        };
        const auto address = [](const QString &path) {
            return readyFuture(path == "b"_L1 ? Result<FileRef>(failure(ErrorKind::NotFound, u"no b"_s))
                                              : Result<FileRef>(FileRef{path, u"http://x/"_s + path}));
        };
        Items::LongWork work(u"files"_s);
        auto *files = new FilesDownload(m_history.get(), address, m_folder->path(), &work, {.skipsErrors = skips});
        QStringList saved;
        connect(files, &FilesDownload::saved, this,
                [&saved](const FileToDownload &file, const QString &, qint64) { saved += file.path; });
        QStringList failed;
        connect(files, &FilesDownload::failed, this,
                [&failed](const FileToDownload &file, const Error &) { failed += file.path; });
        files->start({{u"a"_s, u"a"_s}, {u"b"_s, u"b"_s}, {u"c"_s, u"c"_s}}, -1);
        QTRY_COMPARE(work.state(), Items::LongWork::State::Failed);
        QCOMPARE(work.error().text, u"no b"_s);
        QCOMPARE(failed, QStringList{u"b"_s});
        QTEST(saved, "saved");
    }

    void aNameThatLeadsOutIsSkippedToo()
    {
        const auto address = [](const QString &) {
            return readyFuture<FileRef>(failure(ErrorKind::NotFound, u"none"_s));
        };
        Items::LongWork work(u"files"_s);
        auto *files = new FilesDownload(m_history.get(), address, m_folder->path(), &work, {.skipsErrors = true});
        int failed = 0;
        connect(files, &FilesDownload::failed, this, [&failed] { ++failed; });
        files->start({{u"../a"_s, u"../a"_s}, {u"b"_s, u"b"_s}}, -1);
        QTRY_COMPARE(work.state(), Items::LongWork::State::Failed);
        QCOMPARE(failed, 2); // a name that leads out of the folder is skipped as well
    }
};

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
