// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/systemcharts.h"

#include "models/core/systemmetrics.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SystemCharts)
};

/// What a metric describes.
enum class Subject { Machine, Rank, Gpu, GpuOfRank };

struct MetricName
{
    Subject subject = Subject::Machine;
    int rank = -1;
    int gpu = -1;
    QString name; // without what precedes it
};

// Takes "WORDN" and the separator from the start of the text; nullopt if it does not begin so.
std::optional<int> takeNumber(QString &text, QLatin1StringView word, QChar separator)
{
    const auto end = text.indexOf(separator, word.size());
    if (!text.startsWith(word) || end < 0)
        return std::nullopt;
    bool isNumber = false;
    const int number = QStringView(text).sliced(word.size(), end - word.size()).toInt(&isNumber);
    if (!isNumber || number < 0)
        return std::nullopt;
    text.remove(0, end + 1);
    return number;
}

MetricName nameOf(const QString &key)
{
    MetricName name;
    name.name = key.sliced(SystemMetric::prefix.size());
    if (const auto rank = takeNumber(name.name, SystemMetric::rankPrefix, u'/')) {
        name.rank = *rank;
        name.subject = Subject::Rank;
    }
    if (const auto gpu = takeNumber(name.name, SystemMetric::gpuPrefix, u'_')) {
        name.gpu = *gpu;
        name.subject = name.rank < 0 ? Subject::Gpu : Subject::GpuOfRank;
    }
    return name;
}

struct Kind
{
    Subject subject;
    QLatin1StringView name;
    QLatin1StringView chart;
    QString (*title)();
    double scale;
    QString (*line)(); // null: the name of the rank or the GPU
};

constexpr double gigabytes = 1e-3; // of a megabyte

QString read()
{
    return Words::tr("read");
}

QString written()
{
    return Words::tr("written");
}

QString received()
{
    return Words::tr("received");
}

QString sent()
{
    return Words::tr("sent");
}

// The kinds in the order of their charts.
const QList<Kind> &kinds()
{
    using namespace SystemMetric;
    static const QList<Kind> all{
        {Subject::Rank, processor, "rank-cpu"_L1, [] { return Words::tr("CPU, % of a core"); }, 1, nullptr},
        {Subject::Rank, rankMemory, "rank-memory"_L1, [] { return Words::tr("Memory, GB"); }, gigabytes, nullptr},
        {Subject::Gpu, gpuUtilization, "gpu"_L1, [] { return Words::tr("GPU, %"); }, 1, nullptr},
        {Subject::GpuOfRank, gpuMemory, "rank-gpu"_L1, [] { return Words::tr("GPU memory of the run, GB"); }, gigabytes,
         nullptr},
        {Subject::Gpu, gpuMemory, "gpu-memory"_L1, [] { return Words::tr("GPU memory, GB"); }, gigabytes, nullptr},
        {Subject::Gpu, gpuPower, "gpu-power"_L1, [] { return Words::tr("GPU power, W"); }, 1, nullptr},
        {Subject::Gpu, gpuTemperature, "gpu-temperature"_L1, [] { return Words::tr("GPU temperature, °C"); }, 1,
         nullptr},
        {Subject::Rank, diskReadRate, "rank-read"_L1, [] { return Words::tr("Read from disk, MB/s"); }, 1, nullptr},
        {Subject::Rank, diskWriteRate, "rank-write"_L1, [] { return Words::tr("Written to disk, MB/s"); }, 1, nullptr},
        {Subject::Machine, processor, "cpu"_L1, [] { return Words::tr("CPU of the machine, %"); }, 1, nullptr},
        {Subject::Machine, memory, "memory"_L1, [] { return Words::tr("Memory of the machine, GB"); }, gigabytes,
         nullptr},
        {Subject::Machine, diskReadRate, "disk-rate"_L1, [] { return Words::tr("Disk of the machine, MB/s"); }, 1,
         read},
        {Subject::Machine, diskWriteRate, "disk-rate"_L1, [] { return Words::tr("Disk of the machine, MB/s"); }, 1,
         written},
        {Subject::Machine, networkReceiveRate, "network-rate"_L1,
         [] { return Words::tr("Network of the machine, MB/s"); }, 1, received},
        {Subject::Machine, networkSendRate, "network-rate"_L1, [] { return Words::tr("Network of the machine, MB/s"); },
         1, sent},
        {Subject::Machine, diskUsed, "disk"_L1, [] { return Words::tr("Disk in use, GB"); }, gigabytes, nullptr},
        {Subject::Machine, networkReceived, "network"_L1, [] { return Words::tr("Network of the machine, MB"); }, 1,
         received},
        {Subject::Machine, networkSent, "network"_L1, [] { return Words::tr("Network of the machine, MB"); }, 1, sent},
    };
    return all;
}

// What need not be shown if `better` is there.
struct Redundant
{
    QLatin1StringView name;
    QLatin1StringView better;
};
constexpr std::array<Redundant, 6> redundant{{
    {SystemMetric::memoryShare, SystemMetric::memory},
    {SystemMetric::diskShare, SystemMetric::diskUsed},
    {SystemMetric::diskAvailable, SystemMetric::diskUsed},
    {SystemMetric::gpuMemoryShare, SystemMetric::gpuMemory},
    {SystemMetric::networkReceived, SystemMetric::networkReceiveRate},
    {SystemMetric::networkSent, SystemMetric::networkSendRate},
}};

bool isRedundant(const QString &key, const MetricName &name, const QSet<QString> &all)
{
    return std::ranges::any_of(redundant, [&](const Redundant &one) {
        return name.name == one.name && all.contains(key.chopped(name.name.size()) + one.better);
    });
}

QString lineName(const MetricName &name, const Kind &kind)
{
    if (kind.line)
        return kind.line();
    switch (name.subject) {
    case Subject::Rank:
        return Words::tr("rank %1").arg(name.rank);
    case Subject::Gpu:
        return Words::tr("GPU %1").arg(name.gpu);
    case Subject::GpuOfRank:
        return Words::tr("rank %1, GPU %2").arg(name.rank).arg(name.gpu);
    case Subject::Machine:
        break;
    }
    return {};
}

/// A line with what it is sorted by.
struct Found
{
    std::pair<int, int> order; // rank and GPU, or the place of the kind
    SystemChart::Line line;
};

} // namespace

QList<SystemChart> systemCharts(const QStringList &keys)
{
    const QSet<QString> all(keys.begin(), keys.end());
    QMap<qsizetype, QList<Found>> charts; // by the place of the first kind of the chart
    QList<SystemChart> others;
    for (const QString &key : keys) {
        if (!SystemMetric::isOne(key))
            continue;
        const MetricName name = nameOf(key);
        if (name.rank >= MostChartedRanks || isRedundant(key, name, all))
            continue;
        const auto kind = std::ranges::find_if(
            kinds(), [&](const Kind &one) { return one.subject == name.subject && one.name == name.name; });
        if (kind == kinds().end()) {
            others.append({key, key.sliced(SystemMetric::prefix.size()), 1, {{key, {}}}});
            continue;
        }
        const auto first = std::ranges::find(kinds(), kind->chart, &Kind::chart) - kinds().begin();
        const std::pair<int, int> order =
            kind->line ? std::pair(int(kind - kinds().begin()), 0) : std::pair(name.rank, name.gpu);
        charts[first].append({order, {key, lineName(name, *kind)}});
    }
    QList<SystemChart> result;
    for (const auto &[place, found] : charts.asKeyValueRange()) {
        const Kind &kind = kinds().at(place);
        std::ranges::sort(found, {}, &Found::order);
        SystemChart chart{kind.chart, kind.title(), kind.scale, {}};
        for (const Found &one : std::as_const(found))
            chart.lines += one.line;
        if (chart.lines.size() == 1)
            chart.lines[0].name.clear();
        result += chart;
    }
    std::ranges::sort(others, {}, &SystemChart::id);
    return result + others;
}

QStringList shownMetrics(const QStringList &keys)
{
    QStringList shown;
    for (const QString &key : keys) {
        if (!SystemMetric::isOne(key))
            shown += key;
    }
    const auto charts = systemCharts(keys);
    for (const SystemChart &chart : charts) {
        for (const SystemChart::Line &line : chart.lines)
            shown += line.key;
    }
    return shown;
}

int measuredRanks(const QStringList &keys)
{
    QSet<int> ranks;
    for (const QString &key : keys) {
        if (const int rank = SystemMetric::isOne(key) ? nameOf(key).rank : -1; rank >= 0)
            ranks += rank;
    }
    return int(ranks.size());
}

} // namespace Roost::Items
