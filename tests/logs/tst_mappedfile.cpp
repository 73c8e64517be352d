// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/mappedfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>
#include <vector>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

class TestMappedFile : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 Size = 1024 * 1024;
    QTemporaryDir m_folder;

    void fill(QFile &file)
    {
        file.setFileName(m_folder.filePath(u"log.txt"_s));
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered));
        QCOMPARE(file.write(QByteArray(Size, 'x')), Size);
    }

private Q_SLOTS:
    void appendedBytesAreReadable()
    {
        QFile file;
        fill(file);
        const auto mapped = MappedFile::map(file.handle(), 2 * Size);
        QVERIFY(mapped);
        QCOMPARE(mapped->bytes(0, Size).count('x'), Size);
        QCOMPARE(file.write(QByteArray(Size, 'y')), Size);
        QCOMPARE(mapped->bytes(Size, 2 * Size).count('y'), Size);
        mapped->release(100, 2 * Size);
        QCOMPARE(mapped->bytes(Size - 1, Size + 1), QByteArrayView("xy"));
        QVERIFY(!mapped->wasCut());
        QVERIFY(!MappedFile::map(-1, Size));
    }

    void truncatedBytesReadAsZeros()
    {
        QFile file;
        fill(file);
        const auto mapped = MappedFile::map(file.handle(), Size);
        const auto other = MappedFile::map(file.handle(), Size);
        QVERIFY(file.resize(Size / 2));
        QVERIFY(!mapped->wasCut());
        QCOMPARE(mapped->bytes(Size - 10, Size), QByteArrayView("\0\0\0\0\0\0\0\0\0\0", 10));
        QVERIFY(mapped->wasCut());
        QVERIFY(!other->wasCut());
        QCOMPARE(mapped->bytes(0, Size / 2).count('x'), Size / 2);
        QCOMPARE(other->bytes(0, Size).count('x'), Size / 2);
        QVERIFY(other->wasCut());
    }

    // The file is truncated repeatedly while readers never check its size.
    void readersSurvive()
    {
        QFile file;
        fill(file);
        std::atomic_bool ended = false;
        std::atomic<qint64> reads = 0;
        std::atomic<qint64> cuts = 0;
        std::vector<std::thread> readers;
        for (int i = 0; i < 3; ++i) {
            readers.emplace_back([&, handle = file.handle()] {
                while (!ended) {
                    const auto mapped = MappedFile::map(handle, Size);
                    const auto all = mapped->bytes(0, Size);
                    reads += all.count('x') + all.count('\0') == Size ? 1 : 0;
                    cuts += mapped->wasCut() ? 1 : 0;
                }
            });
        }
        const auto enough = [&] { return cuts > 100 && reads > 100; };
        QElapsedTimer timer;
        for (timer.start(); !enough() && timer.elapsed() < 60000;) {
            QVERIFY(file.resize(0));
            QVERIFY(file.resize(Size));
        }
        ended = true;
        for (auto &reader : readers)
            reader.join();
        QVERIFY(enough());
    }

    // A SIGBUS with another cause ends the program, as it would without MappedFile.
    void otherFaultsAreNotHandled()
    {
        QFile file;
        fill(file);
        const auto mapped = MappedFile::map(file.handle(), Size);
        void *foreign = ::mmap(nullptr, size_t(Size), PROT_READ, MAP_SHARED, file.handle(), 0);
        QVERIFY(foreign != MAP_FAILED);
        QVERIFY(file.resize(0));
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(STDERR_FILENO); // a sanitizer would print a long report there
            ::_exit(*static_cast<volatile char *>(foreign));
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
        QCOMPARE(mapped->bytes(0, 1), QByteArrayView("\0", 1));
        ::munmap(foreign, size_t(Size));
    }
};

QTEST_GUILESS_MAIN(TestMappedFile)
#include "tst_mappedfile.moc"
