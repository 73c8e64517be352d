// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/importresult.h"
#include "models/importers/modelwriter.h"

namespace Roost::Importers {

struct ImportOptions
{
    RunSelection selection;
    /// The experiment that all runs are put into; empty for that of the source.
    QString into;
    bool dryRun = false;
};

/// Imports the runs of a source into a server. The call blocks its thread, in event loops; a window calls it on a
/// thread of its own.
class ImportWork
{
public:
    struct Target
    {
        QNetworkAccessManager *network = nullptr; // of the calling thread
        TrackingServer server;
    };

    /// The references must outlive this object.
    ImportWork(const Target &target, ImportSource &source, Remarks &remarks, const Stop &stop, ProgressSink progress);

    /// Imports what is new and returns what was done. An Error means that nothing could be done at all, or that the
    /// target was lost; then result() is what was done before. After a stop, all runs in the target are whole.
    Result<void> run(const ImportOptions &options);
    const ImportResult &result() const { return m_result; }

private:
    /// Returns the runs in an order in which each follows its parent.
    static QList<SourceRun> parentsFirst(const QList<SourceRun> &runs);
    Result<void> removeIncomplete();
    Result<void> importRuns(const QList<SourceRun> &runs, const ImportOptions &options);
    Result<void> importRun(const SourceRun &run, const ImportOptions &options);
    void removeIncompleteRun(const SourceRun &run);
    Result<QString> experimentFor(const SourceRun &run, const ImportOptions &options);
    Result<void> linkOrphans();
    Result<void> importModels(const RunSelection &selection);
    bool isCurrent(const TargetRun &earlier, const SourceRun &run) const;
    void report();
    void count();

    ImportSource &m_source;
    Remarks &m_remarks;
    const Stop &m_stop;
    const Stop m_never;
    ProgressSink m_show;
    TrackingApi m_api;
    TrackingApi m_cleaning; // works after a stop as well
    TargetIndex m_index;
    RunWriter m_writer;
    ModelWriter m_models;
    ImportProgress m_progress;
    ImportResult m_result;
};

} // namespace Roost::Importers
