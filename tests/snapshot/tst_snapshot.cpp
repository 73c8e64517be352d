// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/secrets.h"
#include "models/snapshot/snapshot.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Snapshot;

class TestSnapshot : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void put(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    static QStringList names(const Listing &listing)
    {
        QStringList names;
        for (const File &file : listing.files)
            names += file.path;
        return names;
    }

    static QList<Warning> warnings(const Listing &listing, Warning::Kind kind)
    {
        QList<Warning> found = listing.warnings;
        found.removeIf([kind](const Warning &w) { return w.kind != kind; });
        return found;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theHashIsThatOfAzure()
    {
        put(u"a.txt"_s, "hello\n");
        put(u"dir/B.txt"_s, "x");
        put(u"Z.py"_s, "zz");
        ROOST_GET(listing, list(m_folder->path()));
        QCOMPARE(names(listing), QStringList({u"a.txt"_s, u"dir/B.txt"_s, u"Z.py"_s}));
        QCOMPARE(listing.totalSize, 9);
        ROOST_GET(hash, contentHash(listing));
        QCOMPARE(hash, u"21bc289e28b8ebb0ff8d35e4a2dedcae759a24c41a476b7a17c5536f70c91f54"_s);
        QCOMPARE(hashVersion(), u"202208"_s);
    }

    void onlyTheRulesOfTheRootApply()
    {
        put(u".gitignore"_s, "*.py\n");
        put(u".amlignore"_s, "data/\n*.log\n!keep.log\n");
        put(u"train.py"_s, "x");
        put(u"data/big.bin"_s, "x");
        put(u"sub/.amlignore"_s, "*\n");
        put(u"sub/a.log"_s, "abc");
        put(u"sub/keep.log"_s, "x");
        ROOST_GET(listing, list(m_folder->path()));
        QCOMPARE(listing.ignoreFile, u".amlignore"_s);
        QCOMPARE(names(listing), QStringList({u".amlignore"_s, u".gitignore"_s, u"sub/.amlignore"_s, u"sub/keep.log"_s,
                                              u"train.py"_s}));
        QCOMPARE(listing.files[3].keptBy.toText(), u".amlignore:3"_s);
        QCOMPARE(listing.excluded.size(), 2);
        QCOMPARE(listing.excluded[0].path, u"data/big.bin"_s);
        QCOMPARE(listing.excluded[0].rule.toText(), u".amlignore:1"_s);
        QCOMPARE(listing.excluded[1].size, 3);
        // Without an .amlignore, the .gitignore applies.
        QVERIFY(QFile::remove(path(u".amlignore"_s)));
        ROOST_GET(other, list(m_folder->path()));
        QVERIFY(!names(other).contains(u"train.py"_s));
        QVERIFY(names(other).contains(u"data/big.bin"_s));
    }

    void excludedFoldersAreNotWalked()
    {
        put(u".gitignore"_s, "node_modules/\n");
        put(u"node_modules/a/b.js"_s, "x");
        put(u"a.py"_s, "x");
        ROOST_GET(listing, list(m_folder->path()));
        QCOMPARE(listing.excluded.size(), 1);
        QCOMPARE(listing.excluded[0].path, u"node_modules/"_s);
        QCOMPARE(listing.excluded[0].rule.line, 1);
    }

    void filesOfAWorkspaceAreNotSent()
    {
        const QString hash(64, u'a');
        for (const QString &name : {u"config.json"_s, u"roost.db"_s, u"roost.db-wal"_s, u".lock"_s,
                                    u"runs/r/snapshot/a.py"_s, QString(u"code/"_s + hash + u"/a.py"_s)}) {
            put(name, "x");
            put(u"sub/ws/"_s + name, "x");
        }
        put(u"train.py"_s, "x");
        put(u"code/net.py"_s, "x");
        put(u"models/net.py"_s, "x");
        ROOST_GET(listing, list(m_folder->path()));
        QCOMPARE(names(listing), QStringList({u"code/net.py"_s, u"config.json"_s, u"models/net.py"_s, u"train.py"_s}));
        QStringList excluded;
        for (const Excluded &one : listing.excluded) {
            QVERIFY(one.isOfWorkspace());
            excluded += one.path;
        }
        QCOMPARE(excluded, QStringList({u".lock"_s, u"code/"_s + hash + u'/', u"roost.db"_s, u"roost.db-wal"_s,
                                        u"runs/"_s, u"sub/ws/"_s}));
        // A link to a workspace is treated as a workspace.
        QVERIFY(QFile::link(path(u"sub/ws"_s), path(u"linked"_s)));
        ROOST_GET(again, list(m_folder->path()));
        QCOMPARE(names(again), names(listing));
    }

    void linksAreFollowedOnce()
    {
        QTemporaryDir outside;
        put(u"a/x.py"_s, "x");
        QFile out(outside.filePath(u"o.txt"_s));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write("out") == 3);
        out.close();
        QVERIFY(QFile::link(m_folder->path(), path(u"a/up"_s)));
        QVERIFY(QFile::link(path(u"a"_s), path(u"b"_s)));
        QVERIFY(QFile::link(outside.path(), path(u"out"_s)));
        QVERIFY(QFile::link(path(u"nowhere"_s), path(u"dead"_s)));
        ROOST_GET(listing, list(m_folder->path()));
        QCOMPARE(names(listing), QStringList({u"a/x.py"_s, u"b/x.py"_s, u"out/o.txt"_s}));
        QCOMPARE(warnings(listing, Warning::Kind::Loop).size(), 2);
        QCOMPARE(warnings(listing, Warning::Kind::OutsideLink).value(0).path, u"out"_s);
        QCOMPARE(warnings(listing, Warning::Kind::Unreadable).value(0).path, u"dead"_s);
        ROOST_GET(hash, contentHash(listing));
        QCOMPARE(hash.size(), 64);
    }

    void unusualFilesAreReported()
    {
        put(u"a.py"_s, "x");
        QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
        ROOST_GET(listing, list(m_folder->path()));
        QCOMPARE(names(listing), QStringList{u"a.py"_s});
        QCOMPARE(warnings(listing, Warning::Kind::Unreadable).value(0).path, u"pipe"_s);
    }

    void secretsAreReported()
    {
        put(u".env"_s, "A=1\n");
        put(u".env.example"_s, "A=\n");
        put(u"keys/id_rsa"_s, "x");
        put(u"cert.pem"_s, "x");
        put(u"conf.py"_s, "a = 1\nTOKEN = 'ghp_" + QByteArray(36, 'a') + "'\n");
        put(u"model.bin"_s, QByteArray("\0-----BEGIN PRIVATE KEY-----", 28));
        put(u"readme.md"_s, "Put your private key into the vault.\n");
        ROOST_GET(listing, list(m_folder->path()));
        QStringList told;
        for (const Warning &warning : warnings(listing, Warning::Kind::SecretName))
            told += warning.path;
        QCOMPARE(told, QStringList({u".env"_s, u"cert.pem"_s, u"keys/id_rsa"_s}));
        const auto inside = warnings(listing, Warning::Kind::SecretContent);
        QCOMPARE(inside.size(), 1);
        QVERIFY(inside[0].message.contains(u"GitHub token in line 2"_s));
    }

    void filesOfSecretsAreKnownByName()
    {
        for (const char *name : {"credentials.yaml", "credentials.yml", "secrets.toml", "secret.json",
                                 "conf/credentials", "my-credentials.json", "db_credentials.ini", "kaggle.json",
                                 "prod.tfvars", "client_secret_123.json", ".aws/credentials", "credential.csv"})
            QVERIFY2(!secretByName(QString::fromLatin1(name)).isEmpty(), name);
        for (const char *name :
             {"secretary.py", "train.py", "credentials.py", "data/secrets/readme.md", "tokenizer.json"})
            QVERIFY2(secretByName(QString::fromLatin1(name)).isEmpty(), name);
        QCOMPARE(secretInside("x\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n").line, 2);
    }

    void largeSnapshotsAreReported()
    {
        for (int i = 0; i <= manyFiles; ++i)
            put(u"f/%1"_s.arg(i), {});
        QFile big(path(u"big.bin"_s));
        QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(bigSnapshot + 1)); // a sparse file
        ROOST_GET(listing, list(m_folder->path()));
        QCOMPARE(warnings(listing, Warning::Kind::BigFile).value(0).path, u"big.bin"_s);
        QCOMPARE(warnings(listing, Warning::Kind::ManyFiles).size(), 1);
        QCOMPARE(warnings(listing, Warning::Kind::BigSnapshot).size(), 1);
    }

    void nothingToSendIsAnError()
    {
        const auto empty = Testing::waitFor(list(m_folder->path()));
        QVERIFY(!empty);
        QCOMPARE(empty.error().kind, ErrorKind::Rejected);
        put(u".gitignore"_s, "*\n");
        const auto kept = Testing::waitFor(list(m_folder->path()));
        QVERIFY(!kept && kept.error().text.contains(u".gitignore"_s));
        const auto none = Testing::waitFor(list(path(u"none"_s)));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
    }

    // Code may be a single file, as in Azure; only that file is sent.
    void aSingleFileIsSentAlone()
    {
        put(u"src/train.py"_s, "print()");
        put(u"src/other.py"_s, "");
        put(u"src/.amlignore"_s, "*\n");
        ROOST_GET(listing, list(path(u"src/train.py"_s)));
        QCOMPARE(listing.folder, path(u"src"_s));
        QCOMPARE(listing.files.size(), 1);
        QCOMPARE(listing.files.first().path, u"train.py"_s);
        QCOMPARE(listing.totalSize, 7);
        QVERIFY(listing.excluded.isEmpty());
        QVERIFY(QDir(m_folder->path()).mkdir(u"alone"_s));
        put(u"alone/train.py"_s, "print()");
        ROOST_GET(folder, list(path(u"alone"_s)));
        ROOST_GET(ofFile, contentHash(listing));
        ROOST_GET(ofFolder, contentHash(folder));
        QCOMPARE(ofFile, ofFolder);
    }

    void changedFilesFailTheHash()
    {
        put(u"a"_s, "one");
        ROOST_GET(listing, list(m_folder->path()));
        put(u"a"_s, "three");
        const auto changed = Testing::waitFor(contentHash(listing));
        QVERIFY(!changed && changed.error().text.contains(u"changed"_s));
        QVERIFY(QFile::remove(path(u"a"_s)));
        QVERIFY(!Testing::waitFor(contentHash(listing)));
    }

    void changedFilesOfTheSameSizeFailTheHash()
    {
        put(u"a"_s, "one");
        ROOST_GET(listing, list(m_folder->path()));
        ROOST_GET(hash, contentHash(codeFiles(listing)));
        QVERIFY(!hash.isEmpty());
        put(u"a"_s, "two");
        QFile file(path(u"a"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(5), QFileDevice::FileModificationTime));
        file.close();
        const auto changed = Testing::waitFor(contentHash(codeFiles(listing)));
        QVERIFY(!changed && changed.error().text.contains(u"changed"_s));
    }

    void cancelStopsTheWorkAndItsProgress()
    {
        QFile big(path(u"big.bin"_s));
        QVERIFY(big.open(QIODevice::WriteOnly) && big.resize(20'000'000'000)); // sparse: takes minutes to hash
        ROOST_GET(listing, list(m_folder->path()));
        int calls = 0;
        QThread *const here = QThread::currentThread();
        PendingReply<QString> pending;
        pending.watch(contentHash(listing,
                                  [&](Progress progress) {
                                      QCOMPARE(QThread::currentThread(), here);
                                      QCOMPARE(progress.bytesTotal, 20'000'000'000);
                                      ++calls;
                                  }),
                      [](Result<QString>) { QFAIL("answered though canceled"); });
        QTRY_VERIFY(calls > 2);
        pending.cancel();
        const int before = calls;
        QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
        QCoreApplication::processEvents(); // delivers what the worker has sent before it ended
        QCOMPARE(calls, before);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
