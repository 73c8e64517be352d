// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/eventmetrics.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Service::Collect {

using namespace TensorBoard;

namespace {

constexpr qint64 mostBytes = 1024LL * 1024;
constexpr double largestSecond = 1e11; // the year 5138

QByteArray stateOf(const EventFileReader::Plugins &plugins)
{
    if (plugins.isEmpty())
        return {};
    QCborMap map;
    for (const auto &[tag, plugin] : plugins.asKeyValueRange())
        map.insert(tag, plugin);
    return QCborValue(map).toCbor();
}

EventFileReader::Plugins pluginsOf(const QByteArray &state)
{
    EventFileReader::Plugins plugins;
    const QCborMap map = QCborValue::fromCbor(state).toMap();
    for (const auto &[tag, plugin] : map)
        plugins.insert(tag.toString(), plugin.toString());
    return plugins;
}

qint64 millisecondsOf(double wallTime)
{
    return std::abs(wallTime) < largestSecond ? qint64(std::llround(wallTime * 1000)) : 0;
}

// As TensorBoard does, a restart discards what was logged before it for its step and later steps.
void addRestart(const EventRestart &restart, FileReading &reading)
{
    reading.purgeFrom = std::min(reading.purgeFrom.value_or(restart.step), restart.step);
    std::erase_if(reading.points, [&](const CollectedPoint &point) { return point.point.step >= restart.step; });
}

void addValue(const EventValue &value, FileReading &reading)
{
    if (const auto *scalar = std::get_if<EventScalar>(&value.value))
        reading.points.push_back({value.tag, {scalar->value, millisecondsOf(value.wallTime), value.step}});
    // A parameter never changes: the first value stays.
    if (const auto *parameters = std::get_if<EventHyperparameters>(&value.value)) {
        StringMap all = parameters->values;
        all.insert(reading.parameters);
        reading.parameters = all;
    }
}

QString noteOf(const SkippedPart &part)
{
    if (part.isTooLarge) {
        return u"A record of %1 MB at byte %2 is larger than Roost reads and was skipped."_s
            .arg((part.end - part.start) / (1024 * 1024))
            .arg(part.start);
    }
    return u"%1 bytes from byte %2 on are damaged and were skipped."_s.arg(part.end - part.start).arg(part.start);
}

} // namespace

FileReading EventMetrics::read(QIODevice &file, const FilePosition &from, bool)
{
    if (from.state != m_state) {
        m_reader = EventFileReader(pluginsOf(from.state));
        m_state = from.state;
    }
    const auto known = m_reader.plugins().size();
    const EventBatch batch = m_reader.read(file, from.offset, mostBytes);
    FileReading reading;
    auto restart = batch.restarts.cbegin();
    for (qsizetype at = 0; at <= batch.values.size(); ++at) {
        for (; restart != batch.restarts.cend() && restart->before <= at; ++restart)
            addRestart(*restart, reading);
        if (at < batch.values.size())
            addValue(batch.values.at(at), reading);
    }
    if (batch.isForeign)
        reading.notes +=
            u"It has the name of a TensorBoard event file but not its content; no metric is read from it."_s;
    for (const SkippedPart &part : batch.skipped) {
        if (!batch.isForeign)
            reading.notes += noteOf(part);
    }
    if (m_reader.plugins().size() != known)
        m_state = stateOf(m_reader.plugins());
    reading.end = {batch.end, m_state};
    reading.hasMore = batch.hasMore;
    return reading;
}

bool EventMetrics::isEventFile(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1).contains("tfevents"_L1);
}

} // namespace Roost::Service::Collect
