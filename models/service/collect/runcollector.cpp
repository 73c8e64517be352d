// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/runcollector.h"

#include "models/service/store/workspace/workspacestore.h"

#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Collect {

namespace {

constexpr qint64 longestTurnMs = 100;
constexpr qint64 failurePauseMs = 5000;
constexpr size_t mostFiles = 2000;

bool isIn(const MetricFileKind &kind, const QString &path)
{
    return std::ranges::any_of(kind.folders, [&](const QString &folder) {
        return path.startsWith(folder + u'/') && (kind.isRecursive || path.lastIndexOf(u'/') == folder.size());
    });
}

} // namespace

struct RunCollector::WatchedFile
{
    std::unique_ptr<MetricFileReader> reader;
    QString prefix;
    FilePosition position;
    qint64 seenSize = -1; // when it was read to its end
};

RunCollector::RunCollector(Store::WorkspaceStore &store, CollectedRun run, qint64 seq)
    : m_run(std::move(run))
    , m_folder(store.folder().run(m_run.id), Files::ContainedFolder::Root::MayBeLink)
    , m_writer(store, m_run.id, seq)
    , m_search(m_folder)
{
    for (const MetricFileKind &kind : metricFileKinds()) {
        for (const QString &folder : kind.folders)
            m_search.add(folder, kind.isRecursive);
    }
}

RunCollector::~RunCollector() = default;

void RunCollector::collect()
{
    // A run that is being finished must not delay the others.
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock)
        return;
    if (m_sinceFailure.isValid() && !m_sinceFailure.hasExpired(failurePauseMs))
        return;
    if (!begin())
        return;
    QElapsedTimer turn;
    turn.start();
    for (auto &[path, file] : m_files) {
        while (readSome(path, file, false) && !turn.hasExpired(longestTurnMs)) {
        }
    }
}

void RunCollector::finish(const std::atomic_bool &isStopped)
{
    const std::scoped_lock lock(m_mutex);
    if (!begin())
        return;
    for (auto &[path, file] : m_files) {
        file.seenSize = -1;
        while (!isStopped && !m_sinceFailure.isValid() && readSome(path, file, true)) {
        }
    }
}

// Returns whether files can be read: the positions of an earlier service are known.
bool RunCollector::begin()
{
    m_sinceFailure.invalidate();
    if (!m_isLoaded) {
        auto positions = m_writer.load();
        if (!positions)
            return isStored(std::unexpected(positions.error()));
        m_positions = std::move(*positions);
        m_isLoaded = true;
    }
    findFiles();
    return isStored(m_writer.writeNotes());
}

void RunCollector::findFiles()
{
    const QStringList notes = m_search.update([this](const QString &path) {
        if (m_files.contains(path))
            return;
        for (const MetricFileKind &kind : metricFileKinds()) {
            if (isIn(kind, path) && kind.isOne(path, m_run))
                addFile(kind, path);
        }
    });
    for (const QString &text : notes)
        m_writer.note(text);
}

void RunCollector::addFile(const MetricFileKind &kind, const QString &path)
{
    if (m_files.size() >= mostFiles) {
        m_writer.note(u"The run has more than %1 files with metrics; further ones are not read."_s.arg(mostFiles));
        return;
    }
    WatchedFile file;
    file.reader = kind.makeReader(path, m_run);
    file.prefix = kind.prefixOf(path, m_run);
    if (const auto stored = m_positions.find(path); stored != m_positions.end())
        file.position = stored->second;
    m_files.emplace(path, std::move(file));
}

bool RunCollector::readSome(const QString &path, WatchedFile &file, bool isFinal)
{
    const auto facts = m_folder.facts(path);
    if (!facts || facts->size == file.seenSize)
        return false;
    if (facts->size < file.position.offset) {
        m_writer.note(u"\"%1\" became shorter; it is read again from its beginning."_s.arg(path));
        file.position = {};
    }
    const auto opened = m_folder.open(path);
    if (!opened) {
        m_writer.note(u"\"%1\" cannot be read, so its metrics are missing: %2"_s.arg(path, opened.error().text));
        file.seenSize = facts->size;
        return false;
    }
    const FileReading reading = file.reader->read(**opened, file.position, isFinal);
    if (!isStored(m_writer.write(path, file.prefix, file.position, reading)))
        return false;
    file.position = reading.end;
    if (!reading.hasMore)
        file.seenSize = facts->size;
    return reading.hasMore;
}

// A failure is reported once and retried after a pause, because it must not cost more than the reading.
bool RunCollector::isStored(const Result<void> &written)
{
    if (written) {
        m_problem.clear();
        return true;
    }
    m_sinceFailure.start();
    if (std::exchange(m_problem, written.error().text) != written.error().text)
        qWarning("Metrics in files of the run %s cannot be stored: %s", qUtf8Printable(m_run.id),
                 qUtf8Printable(written.error().text));
    return false;
}

} // namespace Roost::Service::Collect
