// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/containedfolder.h"
#include "models/service/collect/filesearch.h"
#include "models/service/collect/metricfilekinds.h"
#include "models/service/collect/readingwriter.h"

#include <QElapsedTimer>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>

namespace Roost::Service::Collect {

/// Reads the metrics of one run from its files, in the order in which they are written. A service that was killed
/// continues where its last transaction ended. Thread-safe.
class RunCollector
{
public:
    /// `seq` is the number of the run in the store, which must outlive this object.
    RunCollector(Store::WorkspaceStore &store, CollectedRun run, qint64 seq);
    ~RunCollector();

    /// Reads what was written since the last call, for a short time; a later call reads the rest.
    void collect();
    /// Reads all files to their ends. Call when nothing more is written. Returns early if `isStopped` is set, or if
    /// the points cannot be stored.
    void finish(const std::atomic_bool &isStopped);

private:
    struct WatchedFile;

    bool begin();
    void findFiles();
    void addFile(const MetricFileKind &kind, const QString &path);
    /// Returns whether the file has more to read.
    bool readSome(const QString &path, WatchedFile &file, bool isFinal);
    bool isStored(const Result<void> &written);

    CollectedRun m_run;
    Files::ContainedFolder m_folder;
    std::mutex m_mutex; // of all below
    ReadingWriter m_writer;
    FileSearch m_search;
    std::map<QString, WatchedFile> m_files;
    std::map<QString, FilePosition> m_positions; // of an earlier service
    bool m_isLoaded = false;
    QString m_problem;            // that was reported last
    QElapsedTimer m_sinceFailure; // valid while points cannot be stored
};

} // namespace Roost::Service::Collect
