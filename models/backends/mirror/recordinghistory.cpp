// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mirror/recordinghistory.h"

#include "models/backends/mirror/records.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Mirror {

namespace {

constexpr qsizetype MostRuns = 2000;     // in the list
constexpr qsizetype MostPoints = 20'000; // of a metric
constexpr qsizetype MostSeries = 200;    // whose points are collected at a time

// The list as it is kept, used by the folder's thread alone.
struct RunList
{
    bool isRead = false;
    QList<Run> runs; // the newest first

    void read(const MirrorFolder &folder)
    {
        if (!std::exchange(isRead, true))
            runs = runsFrom(folder.readNow(u"runs"_s));
    }

    void add(const Page<Run> &page, bool isFirst)
    {
        QList<Run> older;
        // Runs that are newer than the last one of the first page, and not in it, no longer exist.
        const QDateTime border = page.items.isEmpty() ? QDateTime() : page.items.last().created;
        QSet<QString> fresh;
        for (const Run &run : page.items)
            fresh.insert(run.id);
        const bool isWhole = isFirst && page.next.isEmpty();
        for (const Run &run : std::as_const(runs)) {
            if (!fresh.contains(run.id) && !isWhole && !(isFirst && run.created >= border))
                older.append(run);
        }
        runs = page.items + older;
        std::ranges::stable_sort(runs, std::greater(), [](const Run &run) { return run.created; });
        if (runs.size() > MostRuns)
            runs.resize(MostRuns);
    }
};

} // namespace

// What was read so far. Requests may finish after the history was destroyed.
struct RecordingHistory::State
{
    struct Series
    {
        QList<MetricPoint> points;
        QString cursor;
    };

    MirrorFolderPtr folder;
    std::shared_ptr<RunList> list = std::make_shared<RunList>();
    QHash<QString, Series> series;

    void changeList(std::function<void(RunList &)> change) const
    {
        // The folder waits for its thread before it is destroyed.
        folder->write(u"runs"_s, [list = list, from = folder.get(), change = std::move(change)] {
            list->read(*from);
            change(*list);
            return toJson(list->runs);
        });
    }

    void addPoints(const QString &runId, const QString &key, const QString &cursor, const MetricHistory &part)
    {
        const QString name = u"metrics/"_s + runId + u'/' + key;
        if (series.size() > MostSeries && !series.contains(name))
            series.clear();
        if (!cursor.isEmpty() && series.value(name).cursor != cursor) {
            series.remove(name); // its beginning is not known here
            return;
        }
        Series &one = series[name];
        if (cursor.isEmpty())
            one.points.clear();
        one.points += part.points;
        one.cursor = part.cursor;
        while (one.points.size() > MostPoints) {
            QList<MetricPoint> half;
            for (qsizetype i = 0; i < one.points.size(); i += 2)
                half.append(one.points.at(i));
            one.points = half;
        }
        if (!part.more)
            folder->write(name, [points = one.points] { return toJson(points); });
    }
};

RecordingHistory::RecordingHistory(RunHistory *server, MirrorFolderPtr folder)
    : m_server(server)
    , m_state(std::make_shared<State>())
{
    m_state->folder = std::move(folder);
}

RecordingHistory::~RecordingHistory() = default;

Future<Page<Run>> RecordingHistory::runs(const RunQuery &query, const QString &page)
{
    const bool isPartial = query.activeOnly || !query.experiment.isEmpty();
    return transform(
        m_server->runs(query, page),
        [state = m_state, isPartial, isFirst = page.isEmpty()](const Page<Run> &runs) -> Result<Page<Run>> {
            if (!isPartial)
                state->changeList([runs, isFirst](RunList &list) { list.add(runs, isFirst); });
            return runs;
        });
}

Future<Run> RecordingHistory::recorded(const Future<Run> &run)
{
    return transform(run, [state = m_state](const Run &whole) -> Result<Run> {
        state->folder->write(u"runs/"_s + whole.id, [whole] { return toJson(whole); });
        return whole;
    });
}

Future<Run> RecordingHistory::run(const QString &id)
{
    return then(recorded(m_server->run(id)), [state = m_state, id](const Result<Run> &run) {
        if (!run && run.error().kind == ErrorKind::NotFound) {
            state->folder->remove(u"runs/"_s + id);
            state->changeList(
                [id](RunList &list) { list.runs.removeIf([&id](const Run &one) { return one.id == id; }); });
        }
        return readyFuture<Run>(run);
    });
}

Future<QList<FileRef>> RecordingHistory::logs(const QString &runId)
{
    return m_server->logs(runId);
}

Future<QList<Artifact>> RecordingHistory::artifacts(const QString &runId, const QString &prefix)
{
    return transform(m_server->artifacts(runId, prefix),
                     [state = m_state, runId, prefix](const QList<Artifact> &files) -> Result<QList<Artifact>> {
                         if (prefix.isEmpty())
                             state->folder->write(u"files/"_s + runId, [files] { return toJson(files); });
                         return files;
                     });
}

Future<FileRef> RecordingHistory::file(const QString &runId, const QString &path)
{
    return m_server->file(runId, path);
}

Future<MetricHistory> RecordingHistory::metric(const QString &runId, const QString &key, const QString &cursor)
{
    return transform(m_server->metric(runId, key, cursor),
                     [state = m_state, runId, key, cursor](const MetricHistory &part) -> Result<MetricHistory> {
                         state->addPoints(runId, key, cursor, part);
                         return part;
                     });
}

Future<Run> RecordingHistory::setTag(const QString &runId, const QString &key, const QString &value)
{
    return recorded(m_server->setTag(runId, key, value));
}

Future<Run> RecordingHistory::rename(const QString &runId, const QString &displayName)
{
    return recorded(m_server->rename(runId, displayName));
}

} // namespace Roost::Mirror
