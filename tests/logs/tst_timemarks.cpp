// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/times/timemarks.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

class TestTimeMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Supervisors of earlier versions wrote this format, and existing runs keep their marks.
    void theFormatIsTwoLittleEndianNumbers()
    {
        const QByteArray bytes = encodeTimeMark({timePointFromMs(0x0102030405), 0x0a0b});
        QCOMPARE(bytes.toHex(), "05040302010000000b0a000000000000"_ba);
        QCOMPARE(bytes.size(), TimeMarkSize);
    }

    void appendedMarksAreReadBack()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"log.idx"_s);
        const QList<TimeMark> marks{{timePointFromMs(1'700'000'000'000), 10}, {timePointFromMs(1'700'000'000'250), 30}};
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const TimeMark &mark : marks)
            file.write(encodeTimeMark(mark));
        file.write("half");
        file.close();
        QCOMPARE(readTimeIndex(name), marks);
        QCOMPARE(readTimeIndex(name, 1), marks.sliced(1));
        QCOMPARE(readTimeIndex(name, 0, 1), marks.first(1));
        QVERIFY(readTimeIndex(folder.filePath(u"absent"_s)).isEmpty());
    }

    void bytesAreDatedByTheMarkAfterThem()
    {
        const QList<TimeMark> marks{{timePointFromMs(100), 10}, {timePointFromMs(200), 30}};
        QCOMPARE(writtenAt(marks, 0), timePointFromMs(100));
        QCOMPARE(writtenAt(marks, 9), timePointFromMs(100));
        QCOMPARE(writtenAt(marks, 10), timePointFromMs(200));
        QCOMPARE(writtenAt(marks, 30), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestTimeMarks)
#include "tst_timemarks.moc"
