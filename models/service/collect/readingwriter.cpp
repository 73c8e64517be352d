// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/readingwriter.h"

#include "models/core/runkeys.h"
#include "models/core/topic.h"
#include "models/service/store/tracking/collectedstore.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"
#include "models/wire/azureml/runproperties.h"

#include <deque>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Service::Collect {

using namespace Store;

namespace {

constexpr qint64 progressPauseMs = 1000;
constexpr qsizetype mostKeys = 10'000;
constexpr qsizetype longestKey = 250; // as MLflow
constexpr qsizetype mostNotes = 20;

} // namespace

/// The points of a reading in the form of the store.
struct ReadingWriter::Entries
{
    std::deque<std::string> keys; // to which the entries refer
    std::vector<MetricEntry> points;
    QStringList newKeys;
};

ReadingWriter::ReadingWriter(WorkspaceStore &store, QString runId, qint64 seq)
    : m_store(store)
    , m_runId(std::move(runId))
    , m_seq(seq)
{
}

Result<std::map<QString, FilePosition>> ReadingWriter::load()
{
    return m_store.database().read([this](Connection &connection) {
        std::map<QString, FilePosition> positions;
        for (const CollectedFile &file : CollectedStore(connection).files(m_seq))
            positions[file.path] = {file.position, file.state};
        m_keys.clear();
        for (const CollectedSeries &series : CollectedStore(connection).series(m_seq))
            m_keys[series.folder].insert(series.key);
        m_keyCount = 0;
        for (const auto &keys : std::as_const(m_keys))
            m_keyCount += keys.size();
        const QString notes = RunStore(connection).properties(m_seq).value(PropertyName::metricNotes);
        m_notes = notes.split(u'\n', Qt::SkipEmptyParts);
        return positions;
    });
}

Result<void> ReadingWriter::write(const QString &path, const QString &prefix, const FilePosition &before,
                                  const FileReading &reading)
{
    const QString folder = path.left(path.lastIndexOf(u'/'));
    for (const QString &text : reading.notes)
        note(u"%1: %2"_s.arg(path, text));
    const bool hasProgress =
        reading.progress && (!m_sinceProgress.isValid() || m_sinceProgress.hasExpired(progressPauseMs));
    const bool isNews = !reading.points.empty() || reading.purgeFrom || !reading.parameters.isEmpty() || hasProgress ||
                        reading.resources || m_hasNewNotes;
    if (!isNews && (!reading.hasMore || reading.end == before))
        return {};
    const Entries entries = accepted(folder, prefix, reading);
    const auto written = m_store.database().write([&](Connection &connection) -> Result<void> {
        MetricStore metrics(connection);
        if (reading.purgeFrom) {
            for (const QString &key : m_keys.value(folder))
                metrics.removeFrom(m_seq, key, *reading.purgeFrom);
        }
        metrics.log(m_seq, entries.points);
        for (const QString &key : entries.newKeys)
            CollectedStore(connection).addSeries(m_seq, {folder, key});
        setProperties(connection, reading, hasProgress);
        CollectedStore(connection).setFile(m_seq, {path, reading.end.offset, reading.end.state});
        return {};
    });
    if (!written)
        return written;
    m_hasNewNotes = false;
    if (hasProgress)
        m_sinceProgress.start();
    for (const QString &key : entries.newKeys)
        m_keys[folder].insert(key);
    m_keyCount += entries.newKeys.size();
    if (isNews)
        m_store.changes().bump(Topic::run(m_runId));
    return {};
}

ReadingWriter::Entries ReadingWriter::accepted(const QString &folder, const QString &prefix, const FileReading &reading)
{
    Entries entries;
    const QSet<QString> known = m_keys.value(folder);
    QHash<QString, std::string_view> names; // of the file, with their keys; empty for a refused name
    for (const CollectedPoint &point : reading.points) {
        auto name = names.constFind(point.name);
        if (name == names.constEnd()) {
            const QString key = prefix + point.name;
            const bool isNew = !known.contains(key);
            const QString why =
                isNew && m_keyCount + entries.newKeys.size() >= mostKeys
                    ? u"The run has more than %1 metrics from files; further ones are not stored."_s.arg(mostKeys)
                    : whyNotAKey(key);
            if (!why.isEmpty()) {
                note(why);
                names.insert(point.name, {});
                continue;
            }
            if (isNew)
                entries.newKeys += key;
            name = names.insert(point.name, entries.keys.emplace_back(key.toStdString()));
        }
        if (!name->empty())
            entries.points.push_back({*name, point.point});
    }
    return entries;
}

QString ReadingWriter::whyNotAKey(const QString &key) const
{
    if (key.isEmpty())
        return u"A metric without a name is not stored."_s;
    if (key.size() > longestKey)
        return u"The metric \"%1...\" is not stored: its name has %2 characters, at most %3 are allowed."_s
            .arg(key.left(60))
            .arg(key.size())
            .arg(longestKey);
    return {};
}

void ReadingWriter::setProperties(Connection &connection, const FileReading &reading, bool hasProgress)
{
    RunStore runs(connection);
    for (const auto &[name, value] : reading.parameters.asKeyValueRange()) {
        if (!runs.param(m_seq, name))
            runs.setParam(m_seq, name, value);
    }
    if (hasProgress)
        runs.setProperty(m_seq, PropertyName::progress, Wire::progressToText(reading.progress));
    if (reading.resources)
        runs.setProperty(m_seq, PropertyName::resources, Wire::resourcesToText(reading.resources));
    if (m_hasNewNotes)
        runs.setProperty(m_seq, PropertyName::metricNotes, m_notes.join(u'\n'));
}

void ReadingWriter::note(const QString &text)
{
    if (m_notes.contains(text) || m_notes.size() >= mostNotes)
        return;
    m_notes += text;
    m_hasNewNotes = true;
}

Result<void> ReadingWriter::writeNotes()
{
    if (!m_hasNewNotes)
        return {};
    const auto written = m_store.database().write([this](Connection &connection) -> Result<void> {
        setProperties(connection, {}, false);
        return {};
    });
    if (written) {
        m_hasNewNotes = false;
        m_store.changes().bump(Topic::run(m_runId));
    }
    return written;
}

} // namespace Roost::Service::Collect
