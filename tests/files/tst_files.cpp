// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/containedfolder.h"
#include "models/files/filename.h"
#include "models/files/openfile.h"
#include "models/files/removetree.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Files;
using namespace Qt::StringLiterals;

class TestFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_scratch;
    QString m_inside;
    QString m_outside;

    static QByteArray native(const QString &path) { return QFile::encodeName(path); }

    static void put(const QByteArray &path, const QByteArray &content = "content")
    {
        const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        QVERIFY2(fd >= 0, path.constData());
        QCOMPARE(::write(fd, content.constData(), std::size_t(content.size())), content.size());
        ::close(fd);
    }
    static void link(const QByteArray &target, const QString &name)
    {
        QCOMPARE(::symlink(target.constData(), native(name).constData()), 0);
    }
    static bool exists(const QString &path)
    {
        struct stat facts = {};
        return ::lstat(native(path).constData(), &facts) == 0;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList pathsOf(const Result<QList<ContainedFile>> &files)
    {
        QStringList paths;
        for (const ContainedFile &file : files.value_or(QList<ContainedFile>()))
            paths += file.path;
        return paths;
    }
    QByteArray thesis() const { return native(m_outside) + "/docs/thesis.txt"; }

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<QTemporaryDir>();
        m_inside = m_scratch->filePath(u"inside"_s);
        m_outside = m_scratch->filePath(u"outside"_s);
        QVERIFY(QDir().mkpath(m_inside + u"/outputs"_s));
        QVERIFY(QDir().mkpath(m_outside + u"/docs"_s));
        put(thesis(), "years of work");
    }

    void everyNameIsConvertedToTextAndBack_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("model.pt") << u"model.pt"_s;
        QTest::newRow("utf-8") << QByteArray("café 🦜") << u"café 🦜"_s;
        QTest::newRow("latin-1") << QByteArray("caf\xe9.bin") << u"caf\uEFE9.bin"_s;
        QTest::newRow("only a lead byte") << QByteArray("a\xc3") << u"a\uEFC3"_s;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << u"\uEFC0\uEFAF"_s;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\uEFED\uEFA0\uEF80"_s;
        QTest::newRow("the characters of bytes themselves") << QByteArray("\xee\xbf\xa9") << u"\uEFEE\uEFBF\uEFA9"_s;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                       "a")
                                         << u"\uFEFFa"_s;
        QTest::newRow("control characters") << QByteArray("a\nb\x1b\x7f") << u"a\nb\u001b\u007f"_s;
    }

    void everyNameIsConvertedToTextAndBack()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, text);
        QCOMPARE(textOf(name), text);
        QCOMPARE(bytesOf(text), name);
        // JSON and XML contain the UTF-8 of the text.
        QCOMPARE(QString::fromUtf8(text.toUtf8()), QString(text).remove(QChar(0xFEFF)) == text ? text : text.mid(1));
        QCOMPARE(bytesOf(textOfInput(text.toUtf8())), name);
    }

    void anUrlMayContainTheBytesOfAName()
    {
        QCOMPARE(bytesOf(textOfInput("caf\xe9.bin")), QByteArray("caf\xe9.bin"));
        QCOMPARE(bytesOf(textOfInput("caf\xee\xbf\xa9.bin")), QByteArray("caf\xe9.bin"));
    }

    void bytesAreReadable()
    {
        QVERIFY(hasByteCharacters(textOf("caf\xe9.bin")));
        QVERIFY(!hasByteCharacters(textOf("caf\xc3\xa9.bin")));
        QCOMPARE(readableText(textOf("caf\xe9\xff.bin")), u"caf\\xe9\\xff.bin"_s);
    }

    void aFolderIsListedCompletely()
    {
        for (int i = 0; i < 40; ++i)
            put(native(m_inside) + "/outputs/f" + QByteArray::number(i) + ".bin");
        put(native(m_inside) + "/outputs/caf\xe9.bin");
        put(native(m_inside) + "/outputs/.hidden");
        QCOMPARE(entriesOf(m_inside + u"/outputs"_s)->size(), 42);
        const auto listed = ContainedFolder(m_inside).filesBelow(u"outputs"_s);
        QVERIFY(listed);
        QCOMPARE(listed->size(), 42);
        QVERIFY(pathsOf(listed).contains(u"outputs/caf\uEFE9.bin"_s));
        QCOMPARE((*ContainedFolder(m_inside).open(u"outputs/caf\uEFE9.bin"_s))->readAll(), QByteArray("content"));
        QVERIFY(ContainedFolder(m_inside).remove(u"outputs/caf\uEFE9.bin"_s));
        QCOMPARE(entriesOf(m_inside + u"/outputs"_s)->size(), 41);
        QCOMPARE(entriesOf(m_inside + u"/nothing"_s).error().kind, ErrorKind::Failed);
        QCOMPARE(bytesBelow(m_inside), 41 * 7);
    }

    void aLinkIsRemovedAndNotFollowed()
    {
        link(native(m_outside), m_inside + u"/link"_s);
        QVERIFY(removeTree(m_inside + u"/link"_s));
        QVERIFY(!exists(m_inside + u"/link"_s));
        link(native(m_outside), m_inside + u"/link"_s);
        QVERIFY(removeTree(m_inside + u"/link/"_s));
        QVERIFY(!exists(m_inside + u"/link"_s));
        link(native(m_outside), m_inside + u"/outputs/below"_s);
        link("nowhere", m_inside + u"/outputs/dangling"_s);
        QVERIFY(removeTree(m_inside));
        QVERIFY(!exists(m_inside));
        QCOMPARE(contentOf(QFile::decodeName(thesis())), QByteArray("years of work"));
        QVERIFY(removeTree(m_inside)); // a file that was already removed counts as removed
    }

    void anyTreeIsRemoved()
    {
        put(native(m_inside) + "/caf\xe9");
        QCOMPARE(::mkdir(QByteArray(native(m_inside) + "/d\xff\xfe").constData(), 0755), 0);
        put(native(m_inside) + "/d\xff\xfe/a\nb");
        QCOMPARE(::mkfifo(QByteArray(native(m_inside) + "/pipe").constData(), 0644), 0);
        // Deeper than PATH_MAX and than the limit of open files.
        int here = ::open(native(m_inside).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        for (int i = 0; i < 5000; ++i) {
            QCOMPARE(::mkdirat(here, "deep", 0755), 0);
            const int next = ::openat(here, "deep", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            ::close(here);
            here = next;
        }
        ::close(here);
        QVERIFY(removeTree(m_inside));
        QVERIFY(!exists(m_inside));
    }

    void closedFoldersAreRemovedAndOthersAreNamed()
    {
        if (::geteuid() == 0) {
            QVERIFY(m_scratch->isValid());
            QCOMPARE(::chmod(native(m_scratch->path()).constData(), 0755), 0);
            QCOMPARE(::chown(native(m_inside).constData(), 12345, 12345), 0);
            QCOMPARE(::chown(native(m_inside + u"/outputs"_s).constData(), 12345, 12345), 0);
            QCOMPARE(::seteuid(12345), 0);
        }
        put(native(m_inside) + "/outputs/f");
        QCOMPARE(::chmod(native(m_inside + u"/outputs"_s).constData(), 0500), 0);
        const auto removed = removeTree(m_inside); // the parent folder belongs to another user, so its name stays
        const bool isOther = ::geteuid() != ::getuid();
        QCOMPARE(::seteuid(::getuid()), 0);
        QVERIFY(!exists(m_inside + u"/outputs"_s));
        QCOMPARE(removed.has_value(), !isOther);
        if (isOther)
            QVERIFY2(removed.error().text.contains(m_inside), qPrintable(removed.error().text));
    }

    void onlyAnOrdinaryFileIsOpened()
    {
        const QString name = m_inside + u"/.lock"_s;
        link(thesis(), name);
        const auto opened = openRegular(name, O_RDWR | O_CREAT | O_TRUNC);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Denied);
        QVERIFY2(opened.error().text.contains(u"is a link"_s), qPrintable(opened.error().text));
        QCOMPARE(contentOf(QFile::decodeName(thesis())), QByteArray("years of work"));
        QVERIFY(QFile::remove(name));
        QCOMPARE(::mkfifo(native(name).constData(), 0644), 0);
        QVERIFY(!openRegular(name, O_WRONLY | O_CREAT | O_APPEND));
        QVERIFY(!openRegular(name, O_RDONLY));
        QVERIFY(QFile::remove(name));
        put(native(name), "before");
        QVERIFY(openRegular(name, O_WRONLY | O_TRUNC));
        QCOMPARE(contentOf(name), QByteArray());
    }

    void linksAreServedWhileTheyStay()
    {
        put(native(m_inside) + "/outputs/model.pt", "weights");
        link("model.pt", m_inside + u"/outputs/best.pt"_s);
        link(native(m_inside) + "/outputs/model.pt", m_inside + u"/outputs/last.pt"_s);
        link("outputs/../outputs", m_inside + u"/same"_s);
        link(thesis(), m_inside + u"/outputs/out.txt"_s);
        link("../../outside/docs/thesis.txt", m_inside + u"/outputs/up.txt"_s);
        link(native(m_outside), m_inside + u"/outputs/dir"_s);
        link("loop", m_inside + u"/outputs/loop"_s);
        const ContainedFolder folder(m_inside);
        QCOMPARE(pathsOf(folder.filesBelow({})),
                 (QStringList{u"outputs/best.pt"_s, u"outputs/last.pt"_s, u"outputs/model.pt"_s}));
        for (const QString &path : {u"outputs/best.pt"_s, u"outputs/last.pt"_s, u"same/best.pt"_s})
            QCOMPARE((*folder.open(path))->readAll(), QByteArray("weights"));
        for (const QString &path : {u"outputs/out.txt"_s, u"outputs/up.txt"_s, u"outputs/dir/docs/thesis.txt"_s})
            QCOMPARE(folder.open(path).error().kind, ErrorKind::Rejected);
        QVERIFY(!folder.open(u"outputs/loop"_s));
        QVERIFY(!folder.moveIn(native(m_inside) + "/outputs/model.pt", u"outputs/dir/planted.txt"_s));
        QVERIFY(!folder.openForWriting(u"outputs/out.txt"_s, O_WRONLY | O_CREAT | O_TRUNC));
        QVERIFY(!folder.makeFolder(u"outputs/dir/planted"_s));
        QVERIFY(!folder.remove(u"outputs/dir/docs"_s));
        QVERIFY(folder.remove(u"outputs/dir"_s));
        QVERIFY(!exists(m_inside + u"/outputs/dir"_s));
        QCOMPARE(contentOf(QFile::decodeName(thesis())), QByteArray("years of work"));
        QCOMPARE(QDir(m_outside).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"docs"_s});
    }

    void theFolderItselfMayBeALinkOnlyIfAllowed()
    {
        const QString name = m_inside + u"/run"_s;
        link(native(m_outside), name);
        QCOMPARE(ContainedFolder(name).level({}).error().kind, ErrorKind::Denied);
        QVERIFY(!ContainedFolder(name).makeFolder(u"state"_s));
        QVERIFY(!ContainedFolder(name).remove(u"docs"_s));
        QCOMPARE(pathsOf(ContainedFolder(name, ContainedFolder::Root::MayBeLink).level({})), QStringList{u"docs"_s});
        QVERIFY(exists(m_outside + u"/docs"_s));
    }

    void invalidPathsAreRejected()
    {
        const ContainedFolder folder(m_inside);
        for (const QString &path : {u"../outside/docs/thesis.txt"_s, u"outputs/../../outside"_s, u"/etc/passwd"_s,
                                    u"outputs//x"_s, u"outputs/"_s, u"."_s, u"a\0b"_s})
            QCOMPARE(folder.open(path).error().kind, ErrorKind::Rejected);
        QCOMPARE(folder.open(QString()).error().kind, ErrorKind::NotFound);
        QCOMPARE(folder.open(QString(300, u'x')).error().kind, ErrorKind::Rejected);
        QCOMPARE(folder.open(u"outputs/nothing"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(::mkfifo(native(m_inside + u"/pipe"_s).constData(), 0644), 0);
        QCOMPARE(folder.open(u"pipe"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(folder.makeFolder(u"models/m-1/a"_s));
        QVERIFY(folder.openForWriting(u"models/m-1/b/c"_s, O_WRONLY | O_CREAT | O_EXCL));
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
