// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/importresult.h"
#include "models/importers/importsource.h"
#include "models/importers/remarks.h"
#include "models/importers/targetindex.h"
#include "models/importers/validnames.h"
#include "models/wire/mlflow/metric.h"

#include <QTemporaryDir>

namespace Roost::Importers {

/// Writes runs into the target: points in batches, files one by one, so that memory is bounded.
class RunWriter
{
public:
    struct Target
    {
        QString experimentId;
        QString parentId;                   // empty if there is no parent or it is not in the target
        const TargetRun *earlier = nullptr; // a run to be updated, or null
        /// Writes what else belongs to the run, before it counts as complete.
        std::function<Result<void>(const TargetRun &written)> completes;
    };
    /// What was written, added up over all runs.
    struct Counts
    {
        qint64 points = 0;
        qint64 files = 0;
        qint64 bytes = 0;
    };

    RunWriter(TrackingApi &api, ImportSource &source, Remarks &remarks, std::function<void()> progress)
        : m_api(api)
        , m_source(source)
        , m_remarks(remarks)
        , m_progress(std::move(progress))
    {
    }

    /// Writes the run. After an error, incompleteId() is a run that is incomplete.
    Result<TargetRun> write(const ImportedRun &run, const Target &target);
    /// Copies files into artifacts; a file that cannot be copied is a remark.
    Result<void> copyFiles(const QList<ImportedFile> &files, const QString &root, const QString &where);
    /// Returns the id of the new run in the target that is not complete; empty if there is none.
    const QString &incompleteId() const { return m_incompleteId; }
    const Counts &counts() const { return m_counts; }

private:
    struct Writing;

    Result<TargetRun> create(const ImportedRun &run, const Target &target);
    Result<void> fill(Writing &writing, const ImportedRun &run);
    Result<void> writePairs(Writing &writing, const ImportedRun &run);
    Result<void> sendPairs(Writing &writing, const StringMap &pairs, bool areParams);
    Result<void> writePoints(Writing &writing, const ImportedRun &run);
    Result<void> sendPoints(Writing &writing, qsizetype from, qsizetype count);
    Result<void> writeFiles(Writing &writing, const ImportedRun &run);
    Result<void> writeUnabridged(Writing &writing);
    Result<void> finish(const Writing &writing, const ImportedRun &run);
    Result<QString> scratchFile();

    TrackingApi &m_api;
    ImportSource &m_source;
    Remarks &m_remarks;
    std::function<void()> m_progress;
    Counts m_counts;
    QString m_incompleteId;
    QTemporaryDir m_scratch;
};

} // namespace Roost::Importers
