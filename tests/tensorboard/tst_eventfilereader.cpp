// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tensorboard/crc32c.h"
#include "models/tensorboard/eventfilereader.h"
#include "models/tensorboard/recordwindow.h"

#include <QBuffer>
#include <QByteArrayList>
#include <QFile>
#include <QTest>
#include <QtEndian>

#include <bit>

using namespace Roost;
using namespace Roost::TensorBoard;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(ROOST_EVENT_FILES) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

EventBatch readAll(QByteArray bytes, qint64 offset = 0)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return EventFileReader().read(file, offset);
}

QStringList tagsOf(const EventBatch &batch)
{
    QStringList tags;
    for (const EventValue &value : batch.values)
        tags += value.tag;
    return tags;
}

template <typename T>
QByteArray littleEndian(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

// A CRC by long division, bit by bit, independent of the table of the room.
quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82f63b78 : crc >> 1;
    }
    crc = ~crc;
    return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
}

QByteArray framed(const QByteArray &data)
{
    const QByteArray length = littleEndian(quint64(data.size()));
    return length + littleEndian(crcOf(length)) + data + littleEndian(crcOf(data));
}

// The bytes of an event with one simple value, as the public format numbers its fields: wall_time 1, step 2, summary 5;
// in the summary value 1; in the value tag 1 and simple_value 2. All lengths are below 128.
QByteArray scalarEvent(const QByteArray &tag, qint64 step, float number)
{
    const QByteArray value =
        "\x0a" + QByteArray(1, char(tag.size())) + tag + "\x15" + littleEndian(std::bit_cast<quint32>(number));
    const QByteArray summary = "\x0a" + QByteArray(1, char(value.size())) + value;
    return "\x09" + littleEndian(std::bit_cast<quint64>(1700000000.5)) + "\x10" + QByteArray(1, char(step)) + "\x2a" +
           QByteArray(1, char(summary.size())) + summary;
}

QByteArray record(qint64 step)
{
    return framed(scalarEvent("loss", step, 0.5F));
}

} // namespace

class TestEventFileReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The values of the standard's own examples.
    void checksumsAreThoseOfTheStandard()
    {
        QCOMPARE(crc32c("123456789"), 0xe3069283U);
        QCOMPARE(crc32c(QByteArray(32, '\0')), 0x8a9136aaU);
        QCOMPARE(crc32c({}), 0U);
        QCOMPARE(maskedCrc32c("123456789"), crcOf("123456789"));
    }

    void scalarsOfPyTorchInAllForms()
    {
        const EventBatch batch = readAll(contentOf(u"torch.tfevents"_s));
        QVERIFY(batch.skipped.isEmpty());
        QVERIFY(!batch.isForeign);
        QCOMPARE(batch.end, contentOf(u"torch.tfevents"_s).size());
        QCOMPARE(tagsOf(batch).count(u"loss/train"_s), 5);
        QCOMPARE(tagsOf(batch).count(u"acc"_s), 5);
        QCOMPARE(tagsOf(batch).count(u"acc2"_s), 5);
        const EventValue &loss = batch.values.at(3);
        QCOMPARE(loss.tag, u"loss/train"_s);
        QCOMPARE(loss.step, 1);
        QCOMPARE(loss.wallTime, 1700000001.5);
        QCOMPARE(std::get<EventScalar>(loss.value).value, 0.5);
        QCOMPARE(std::get<EventScalar>(batch.values.at(4).value).value, double(0.1F));
        QCOMPARE(std::get<EventScalar>(batch.values.at(5).value).value, 0.2);
    }

    void otherValuesOfPyTorch()
    {
        const EventBatch batch = readAll(contentOf(u"torch.tfevents"_s));
        const auto find = [&](const QString &tag) { return batch.values.at(tagsOf(batch).indexOf(tag)); };
        const auto histogram = std::get<EventHistogram>(find(u"weights"_s).value);
        double count = 0;
        for (const auto &bucket : histogram.buckets) {
            QVERIFY(bucket.left <= bucket.right);
            count += bucket.count;
        }
        QCOMPARE(count, 100.0);
        QCOMPARE(histogram.buckets.first().left, 0.0);
        QCOMPARE(histogram.buckets.last().right, 99.0);
        const auto images = std::get<EventImages>(find(u"img"_s).value);
        QCOMPARE(images.width, 6);
        QCOMPARE(images.height, 4);
        QCOMPARE(images.encoded.size(), 1);
        QVERIFY(images.encoded.first().startsWith("\x89PNG"));
        QCOMPARE(std::get<EventText>(find(u"note/text_summary"_s).value).texts, QStringList{u"hello *world*"_s});
    }

    // PyTorch writes True as the number 1.
    void hyperparameters()
    {
        const EventBatch batch = readAll(contentOf(u"hparams.tfevents"_s));
        StringMap values;
        for (const EventValue &value : batch.values) {
            if (const auto *found = std::get_if<EventHyperparameters>(&value.value))
                values.insert(found->values);
        }
        QCOMPARE(values,
                 (StringMap{{u"lr"_s, u"0.1"_s}, {u"bs"_s, u"32"_s}, {u"opt"_s, u"adam"_s}, {u"amp"_s, u"1"_s}}));
        QVERIFY(tagsOf(batch).contains(u"hp/acc"_s));
    }

    void restartWithAPurgeStep()
    {
        const EventBatch batch = readAll(contentOf(u"restart.tfevents"_s));
        QCOMPARE(batch.restarts, (QList<EventRestart>{{3, 0}}));
        QCOMPARE(batch.values.size(), 3);
    }

    void valuesOfTensorFlow2()
    {
        const EventBatch batch = readAll(contentOf(u"tensorflow2.tfevents"_s));
        QCOMPARE(tagsOf(batch), (QStringList{u"top/loss"_s, u"top/loss"_s, u"top/loss"_s, u"h"_s, u"t"_s, u"i"_s,
                                             u"a"_s, u"_hparams_/session_start_info"_s}));
        QCOMPARE(std::get<EventScalar>(batch.values.at(0).value).value, 0.5);
        QCOMPARE(std::get<EventScalar>(batch.values.at(2).value).value, double(0.3F));
        const auto histogram = std::get<EventHistogram>(batch.values.at(3).value);
        QCOMPARE(histogram.buckets.size(), 5);
        QCOMPARE(histogram.buckets.first().count, 2.0);
        QCOMPARE(histogram.buckets.last().right, 9.0);
        const auto text = std::get<EventText>(batch.values.at(4).value);
        QCOMPARE(text.texts, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QCOMPARE(text.columns, 2);
        const auto images = std::get<EventImages>(batch.values.at(5).value);
        QCOMPARE(images.encoded.size(), 2);
        QCOMPARE(images.width, 6);
        QCOMPARE(std::get<EventOther>(batch.values.at(6).value).kind, u"audio"_s);
        QCOMPARE(std::get<EventHyperparameters>(batch.values.at(7).value).values,
                 (StringMap{{u"lr"_s, u"0.001"_s}, {u"opt"_s, u"sgd"_s}, {u"amp"_s, u"false"_s}}));
    }

    // A file that is read in two parts yields the same as in one, wherever the first part ends.
    void anyPartOfTheFileMayArriveFirst()
    {
        const QByteArray bytes = contentOf(u"tensorflow2.tfevents"_s);
        const EventBatch whole = readAll(bytes);
        for (qsizetype size = 0; size <= bytes.size(); ++size) {
            QByteArray part = bytes.first(size);
            QBuffer first(&part);
            first.open(QIODevice::ReadOnly);
            EventFileReader reader;
            const EventBatch before = reader.read(first, 0);
            QVERIFY(before.skipped.isEmpty());
            QByteArray all = bytes;
            QBuffer second(&all);
            second.open(QIODevice::ReadOnly);
            const EventBatch after = EventFileReader(reader.plugins()).read(second, before.end);
            QCOMPARE(before.values + after.values, whole.values);
        }
    }

    void aLimitSplitsTheReading()
    {
        QByteArray bytes = record(1) + record(2) + record(3);
        QBuffer file(&bytes);
        file.open(QIODevice::ReadOnly);
        EventFileReader reader;
        const EventBatch first = reader.read(file, 0, 1);
        QVERIFY(first.hasMore);
        QCOMPARE(first.values.size(), 1);
        QCOMPARE(first.end, record(1).size());
        const EventBatch rest = reader.read(file, first.end);
        QVERIFY(!rest.hasMore);
        QCOMPARE(rest.values.size(), 2);
    }

    void aDamagedRecordIsSkipped()
    {
        QByteArray damaged = record(2);
        damaged[20] = char(damaged[20] ^ 1);
        const EventBatch batch = readAll(record(1) + damaged + record(3));
        QCOMPARE(batch.values.size(), 2);
        QCOMPARE(batch.values.last().step, 3);
        QCOMPARE(batch.skipped, (QList<SkippedPart>{{record(1).size(), record(1).size() + damaged.size(), false}}));
    }

    void aRecordThatIsNoEventIsSkipped()
    {
        const QByteArray other = framed("this is no event");
        const EventBatch batch = readAll(record(1) + other + record(3));
        QCOMPARE(batch.values.size(), 2);
        QCOMPARE(batch.skipped, (QList<SkippedPart>{{record(1).size(), record(1).size() + other.size(), false}}));
    }

    // A damaged length does not tell where the next record begins.
    void theNextRecordIsFoundAfterADamagedLength()
    {
        QByteArray damaged = record(2);
        damaged[1] = '\x7f';
        const QByteArray garbage(1000, '\0');
        for (const QByteArray &middle : QByteArrayList{damaged, garbage, "x", damaged + garbage + damaged}) {
            const EventBatch batch = readAll(record(1) + middle + record(3));
            QCOMPARE(batch.values.size(), 2);
            QCOMPARE(batch.skipped, (QList<SkippedPart>{{record(1).size(), record(1).size() + middle.size(), false}}));
            QVERIFY(!batch.isForeign);
        }
    }

    void anImpossibleLengthReservesNoMemory()
    {
        const QByteArray length = littleEndian(quint64(1) << 62);
        const QByteArray header = length + littleEndian(crcOf(length));
        const EventBatch batch = readAll(record(1) + header + QByteArray(100, 'x'));
        QCOMPARE(batch.values.size(), 1);
        QCOMPARE(batch.end, record(1).size());
    }

    void aRecordThatIsTooLargeIsSkipped()
    {
        const QByteArray large = framed(QByteArray(qsizetype(RecordWindow::LargestRecord) + 1, 'x'));
        const EventBatch batch = readAll(large + record(3));
        QCOMPARE(batch.values.size(), 1);
        QCOMPARE(batch.skipped, (QList<SkippedPart>{{0, large.size(), true}}));
        QVERIFY(!batch.isForeign);
    }

    void aFileOfAnotherKindIsForeign()
    {
        QVERIFY(readAll("epoch,loss\n1,0.5\n2,0.25\n").isForeign);
        QVERIFY(readAll(QByteArray(100'000, 'x')).isForeign);
        QVERIFY(!readAll({}).isForeign);
        QVERIFY(!readAll(record(1).first(5)).isForeign);
    }
};

QTEST_GUILESS_MAIN(TestEventFileReader)
#include "tst_eventfilereader.moc"
