// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wandb/recordfile.h"

#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace Roost;
using namespace Roost::Wandb;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blockSize = 32768;

// CRC-32 bit by bit, as its definition states it.
quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

template <typename T>
QByteArray littleEndian(T value)
{
    const T ordered = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

/// Frames records as the client of W&B does.
QByteArray framed(const QList<QByteArray> &records)
{
    QByteArray file = ":W&B" + littleEndian(quint16(0xBEE1)) + '\0';
    for (const QByteArray &record : records) {
        qsizetype at = 0;
        do {
            const qsizetype left = blockSize - file.size() % blockSize;
            if (left < 7) {
                file += QByteArray(left, '\0');
                continue;
            }
            const qsizetype size = std::min(left - 7, record.size() - at);
            const bool isFirst = at == 0;
            const bool isLast = at + size == record.size();
            const char kind = isFirst ? (isLast ? 1 : 2) : (isLast ? 4 : 3);
            const QByteArray data = record.sliced(at, size);
            file += littleEndian(crcOf(kind + data)) + littleEndian(quint16(size)) + kind + data;
            at += size;
            if (isLast)
                break;
        } while (true);
    }
    return file;
}

struct Read
{
    QList<QByteArray> records;
    QList<RecordFile::Damage> damage;
};

Read read(const QByteArray &bytes)
{
    Read all;
    auto file = RecordFile::over(bytes);
    if (!file)
        return all;
    while (const auto record = file->next([&](const RecordFile::Damage &one) { all.damage += one; }))
        all.records += *record;
    return all;
}

const QList<QByteArray> samples{"one", QByteArray(100'000, 'x'), QByteArray(), "four", QByteArray(32'740, 'y'), "six"};

} // namespace

class TestRecordFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsSpanBlocks()
    {
        const Read all = read(framed(samples));
        QCOMPARE(all.records, samples);
        QVERIFY(all.damage.isEmpty());
    }

    void aRecordMayEndAnywhereInABlock()
    {
        for (qsizetype size = blockSize - 40; size < blockSize; ++size) {
            const QList<QByteArray> records{QByteArray(size, 'a'), "next"};
            QCOMPARE(read(framed(records)).records, records);
        }
    }

    void everyTruncationGivesWholeRecordsOnly()
    {
        const QByteArray file = framed({"one", "two", QByteArray(300, 'z')});
        for (qsizetype size = 7; size < file.size(); ++size) {
            const Read cut = read(file.first(size));
            QVERIFY(cut.records.size() <= 2);
            QCOMPARE(cut.records, (QList<QByteArray>{"one", "two"}.first(cut.records.size())));
            const bool isAtBoundary = size == 7 || size == 17 || size == 27;
            QCOMPARE(cut.damage.size(), isAtBoundary ? 0 : 1);
            QVERIFY(isAtBoundary || cut.damage.first().isTail);
        }
    }

    void damageCostsOneBlock()
    {
        QList<QByteArray> many;
        for (int i = 0; i < 2000; ++i)
            many += "record " + QByteArray::number(i) + QByteArray(50, '.');
        QByteArray file = framed(many);
        file[blockSize + 100] = char(file[blockSize + 100] ^ 0x20);
        const Read all = read(file);
        QVERIFY(!all.damage.isEmpty());
        QVERIFY(all.damage.first().offset >= blockSize && all.damage.first().offset < 2 * blockSize);
        QVERIFY(!all.damage.first().isTail);
        QVERIFY(all.records.size() > 1000 && all.records.size() < 2000);
        QCOMPARE(all.records.first(), many.first());
        QCOMPARE(all.records.last(), many.last());
    }

    void aForeignFileIsRefused()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("hello world"), QByteArray(":W&B\xe1\xbe\x07 more", 13)}) {
            const auto file = RecordFile::over(bytes);
            QVERIFY(!file);
            QCOMPARE(file.error().kind, ErrorKind::Unreadable);
        }
        QCOMPARE(RecordFile::open(u"/nowhere/run.wandb"_s).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestRecordFile)
#include "tst_recordfile.moc"
