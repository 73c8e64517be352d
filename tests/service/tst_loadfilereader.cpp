// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/loadfilereader.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>

using namespace Roost;
using namespace Roost::Load;
using namespace Roost::Service::Collect;
using namespace Qt::StringLiterals;

class TestLoadFileReader : public QObject
{
    Q_OBJECT

    static LoadSample sample(qint64 ms, double percent, qint64 memory)
    {
        LoadSample sample;
        sample.node = {u"node"_s,  timePointFromMs(ms), 4,         50,        8'000'000, 16'000'000, 30'000'000,
                       40'000'000, 1'000'000,           2'000'000, 3'000'000, 4'000'000, {}};
        sample.networkReceived = 5'000'000;
        sample.ranks = {{0, percent, memory, 0, 0, 1, 1, {}}, {1, percent, memory, 7'000'000, 0, 1, 1, {}}};
        return sample;
    }

    static FileReading read(QByteArray text, const FilePosition &from = {})
    {
        QBuffer file(&text);
        file.open(QIODevice::ReadOnly);
        LoadFileReader reader;
        return reader.read(file, from, false);
    }

    static std::optional<double> value(const FileReading &reading, const QString &name, qint64 step = 0)
    {
        const auto found = std::ranges::find_if(reading.points, [&](const CollectedPoint &point) {
            return point.name == name && point.point.step == step;
        });
        return found == reading.points.end() ? std::nullopt : std::optional(found->point.value);
    }

private Q_SLOTS:
    void aSampleHasTheNamesOfMlflow()
    {
        LoadSample one = sample(1000, 100, 2'000'000);
        one.node.gpus = {{2, u"GPU"_s, 75, 6'000'000, 24'000'000, 200, std::nullopt}};
        one.ranks[1].gpuMemory = {{2, 3'000'000}};
        const auto reading = read(toLine(one));
        QCOMPARE(value(reading, u"system/cpu_utilization_percentage"_s), 50);
        QCOMPARE(value(reading, u"system/system_memory_usage_megabytes"_s), 8);
        QCOMPARE(value(reading, u"system/system_memory_usage_percentage"_s), 50);
        QCOMPARE(value(reading, u"system/disk_usage_percentage"_s), 75);
        QCOMPARE(value(reading, u"system/disk_available_megabytes"_s), 10);
        QCOMPARE(value(reading, u"system/network_receive_megabytes"_s), 5);
        QCOMPARE(value(reading, u"system/network_transmit_megabytes_per_second"_s), 4);
        QCOMPARE(value(reading, u"system/gpu_2_utilization_percentage"_s), 75);
        QCOMPARE(value(reading, u"system/gpu_2_memory_usage_percentage"_s), 25);
        QCOMPARE(value(reading, u"system/gpu_2_power_usage_watts"_s), 200);
        QVERIFY(!value(reading, u"system/gpu_2_temperature_celsius"_s));
        QCOMPARE(value(reading, u"system/rank_0/cpu_utilization_percentage"_s), 100);
        QCOMPARE(value(reading, u"system/rank_0/memory_usage_megabytes"_s), 2);
        QCOMPARE(value(reading, u"system/rank_1/disk_read_megabytes_per_second"_s), 7);
        QCOMPARE(value(reading, u"system/rank_1/gpu_2_memory_usage_megabytes"_s), 3);
        QVERIFY(std::ranges::all_of(reading.points, [](const CollectedPoint &p) { return p.point.timestamp == 1000; }));
        QCOMPARE(reading.resources, (RunResources{4'000'000, 3'000'000, 50, 75}));
    }

    void stepsAndResourcesContinueWhereTheLastReadingEnded()
    {
        const QByteArray first = toLine(sample(10'000, 200, 3'000'000));
        const QByteArray second = toLine(sample(15'000, 0, 1'000'000));
        // A line that is being written is left for the next reading.
        const auto before = read(first + second.first(20));
        QCOMPARE(before.end.offset, first.size());
        QVERIFY(!before.hasMore);
        const auto after = read(first + second, before.end);
        QCOMPARE(value(after, u"system/rank_0/memory_usage_megabytes"_s, 1), 1);
        QCOMPARE(after.resources, (RunResources{6'000'000, -1, 50, {}}));
        const auto nothing = read(first + second, after.end);
        QVERIFY(nothing.points.empty());
        QCOMPARE(nothing.end, after.end);
        QVERIFY(!nothing.resources);
    }

    void damagedLinesCostOnlyThemselves()
    {
        const QByteArray good = toLine(sample(10'000, 200, 3'000'000));
        const auto reading = read("garbage\n" + QByteArray(100, '\0') + "\n" + good + "{\n" + good);
        QVERIFY(value(reading, u"system/cpu_utilization_percentage"_s, 1));
        QVERIFY(!value(reading, u"system/cpu_utilization_percentage"_s, 2));
    }

    void anEndlessLineIsSkipped()
    {
        const QByteArray text = QByteArray(3 << 20, 'x') + '\n' + toLine(sample(10'000, 200, 3'000'000));
        FilePosition at;
        FileReading reading;
        do {
            reading = read(text, at);
            QVERIFY(reading.end.offset > at.offset || !reading.hasMore);
            at = reading.end;
        } while (reading.hasMore);
        QVERIFY(value(reading, u"system/cpu_utilization_percentage"_s, 0));
    }

    void noticesArePassedOn()
    {
        LoadSample one = sample(1000, 1, 1);
        one.notice = u"GPUs are not measured."_s;
        QCOMPARE(read(toLine(one)).notes, QStringList{one.notice});
    }
};

QTEST_GUILESS_MAIN(TestLoadFileReader)

#include "tst_loadfilereader.moc"
