// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/loadfilereader.h"

#include "models/core/systemmetrics.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Collect {

using namespace Load;

namespace {

constexpr qint64 mostBytes = 1 << 20;
constexpr double megabyte = 1e6;
// The first sample, and a sample after a time in which the machine was suspended, stand for this time.
constexpr double usualSeconds = 5;
constexpr double longestSeconds = 120;

std::optional<double> gpuPercent(const LoadSample &sample)
{
    double sum = 0;
    int count = 0;
    for (const GpuLoad &gpu : sample.node.gpus) {
        sum += gpu.utilizationPercent.value_or(0);
        count += gpu.utilizationPercent ? 1 : 0;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

/// Adds the points of one sample.
class Points
{
public:
    Points(std::vector<CollectedPoint> &points, qint64 timestamp, qint64 step)
        : m_points(points)
        , m_timestamp(timestamp)
        , m_step(step)
    {
    }

    // Sets what precedes the following names.
    void setScope(const QString &scope) { m_scope = SystemMetric::prefix + scope; }

    void add(const QString &name, double value) { m_points.push_back({m_scope + name, {value, m_timestamp, m_step}}); }

    void add(const QString &name, const std::optional<double> &value)
    {
        if (value)
            add(name, *value);
    }

    // Adds a size or rate in bytes, unless it is not known.
    void addBytes(const QString &name, double bytes)
    {
        if (bytes >= 0)
            add(name, bytes / megabyte);
    }

    void addShare(const QString &name, qint64 part, qint64 whole)
    {
        if (part >= 0 && whole > 0)
            add(name, 100. * double(part) / double(whole));
    }

private:
    std::vector<CollectedPoint> &m_points;
    qint64 m_timestamp;
    qint64 m_step;
    QString m_scope = SystemMetric::prefix;
};

QString gpuScope(int index)
{
    return SystemMetric::gpuPrefix + QString::number(index) + u'_';
}

void addNode(Points &points, const LoadSample &sample)
{
    const NodeLoad &node = sample.node;
    points.add(SystemMetric::processor, node.processorPercent);
    points.addBytes(SystemMetric::memory, double(node.memoryUsed));
    points.addShare(SystemMetric::memoryShare, node.memoryUsed, node.memoryTotal);
    points.addBytes(SystemMetric::diskUsed, double(node.diskUsed));
    points.addShare(SystemMetric::diskShare, node.diskUsed, node.diskTotal);
    if (node.diskUsed >= 0 && node.diskTotal > 0)
        points.addBytes(SystemMetric::diskAvailable, double(node.diskTotal - node.diskUsed));
    points.addBytes(SystemMetric::diskReadRate, node.diskReadRate);
    points.addBytes(SystemMetric::diskWriteRate, node.diskWriteRate);
    if (node.networkReceiveRate < 0)
        return;
    points.addBytes(SystemMetric::networkReceived, double(sample.networkReceived));
    points.addBytes(SystemMetric::networkSent, double(sample.networkSent));
    points.addBytes(SystemMetric::networkReceiveRate, node.networkReceiveRate);
    points.addBytes(SystemMetric::networkSendRate, node.networkSendRate);
}

} // namespace

void LoadFileReader::addPoints(std::vector<CollectedPoint> &points, const LoadSample &sample, qint64 step)
{
    Points added(points, msSinceEpoch(sample.node.time), step);
    addNode(added, sample);
    for (const GpuLoad &gpu : sample.node.gpus) {
        added.setScope(gpuScope(gpu.index));
        added.add(SystemMetric::gpuUtilization, gpu.utilizationPercent);
        added.addBytes(SystemMetric::gpuMemory, double(gpu.memoryUsed));
        added.addShare(SystemMetric::gpuMemoryShare, gpu.memoryUsed, gpu.memoryTotal);
        added.add(SystemMetric::gpuPower, gpu.powerWatts);
        added.add(SystemMetric::gpuTemperature, gpu.temperatureCelsius);
    }
    for (const RankLoad &rank : sample.ranks) {
        const QString scope = SystemMetric::rankPrefix + QString::number(rank.rank) + u'/';
        added.setScope(scope);
        added.add(SystemMetric::processor, rank.processorPercent);
        added.addBytes(SystemMetric::rankMemory, double(rank.memory));
        added.addBytes(SystemMetric::diskReadRate, rank.diskReadRate);
        added.addBytes(SystemMetric::diskWriteRate, rank.diskWriteRate);
        for (const auto &[gpu, bytes] : rank.gpuMemory.asKeyValueRange()) {
            added.setScope(scope + gpuScope(gpu));
            added.addBytes(SystemMetric::gpuMemory, double(bytes));
        }
    }
}

FileReading LoadFileReader::read(QIODevice &file, const FilePosition &from, bool /*isFinal*/)
{
    FileReading reading;
    reading.end = from;
    if (!file.seek(from.offset))
        return reading;
    Totals totals = Totals::fromText(from.state);
    const QByteArray bytes = file.read(mostBytes);
    qsizetype begin = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', begin)) {
        const auto sample = sampleFrom(QByteArrayView(bytes).sliced(begin, end - begin));
        begin = end + 1;
        if (!sample)
            continue;
        addPoints(reading.points, *sample, totals.samples);
        totals.add(*sample);
        if (!sample->notice.isEmpty())
            reading.notes += sample->notice;
    }
    reading.hasMore = bytes.size() == mostBytes;
    // No sample is that long: the file was damaged, and continues somewhere behind.
    if (begin == 0 && reading.hasMore)
        begin = bytes.size();
    reading.end = {from.offset + begin, totals.toText()};
    if (!reading.points.empty())
        reading.resources = totals.resources();
    return reading;
}

void LoadFileReader::Totals::add(const LoadSample &sample)
{
    const qint64 now = msSinceEpoch(sample.node.time);
    const double since = double(now - lastMs) / 1000;
    const double seconds = lastMs > 0 && since > 0 && since < longestSeconds ? since : usualSeconds;
    lastMs = now;
    ++samples;
    qint64 memory = 0;
    qint64 gpuMemory = 0;
    double percent = 0;
    for (const RankLoad &rank : sample.ranks) {
        memory += rank.memory;
        percent += rank.processorPercent;
        for (const qint64 bytes : rank.gpuMemory)
            gpuMemory += bytes;
    }
    if (const auto load = gpuPercent(sample)) {
        gpu += *load * seconds;
        gpuSeconds += seconds;
    }
    if (gpuMemory > 0)
        peakGpuMemory = std::max(peakGpuMemory, gpuMemory);
    if (sample.ranks.isEmpty())
        return;
    peakMemory = std::max(peakMemory, memory);
    processor += std::min(100., percent / std::max(1, sample.node.cores)) * seconds;
    processorSeconds += seconds;
}

RunResources LoadFileReader::Totals::resources() const
{
    RunResources resources{peakMemory, peakGpuMemory, {}, {}};
    if (processorSeconds > 0)
        resources.meanProcessorPercent = processor / processorSeconds;
    if (gpuSeconds > 0)
        resources.meanGpuPercent = gpu / gpuSeconds;
    return resources;
}

QByteArray LoadFileReader::Totals::toText() const
{
    const QJsonArray fields{samples, lastMs, peakMemory, peakGpuMemory, processor, processorSeconds, gpu, gpuSeconds};
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

LoadFileReader::Totals LoadFileReader::Totals::fromText(const QByteArray &text)
{
    const QJsonArray fields = QJsonDocument::fromJson(text).array();
    if (fields.size() != 8)
        return {};
    return {fields[0].toInteger(), fields[1].toInteger(), fields[2].toInteger(-1), fields[3].toInteger(-1),
            fields[4].toDouble(),  fields[5].toDouble(),  fields[6].toDouble(),    fields[7].toDouble()};
}

} // namespace Roost::Service::Collect
