// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/maintenance.h"
#include "models/service/store/upkeep/longtask.h"
#include "models/service/store/upkeep/metricrepair.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Store {

/// Checks a workspace while it is in use: the pages and references of the database, what is derived from metrics, the
/// texts of runs, the folders of runs, and the files of models. A repair rebuilds what is derived, and replaces a
/// damaged database by its readable rows; the old one stays beside it. Nothing is deleted.
class WorkspaceCheck
{
public:
    WorkspaceCheck(WorkspaceStore &store, LongTask &task)
        : m_store(store)
        , m_task(task)
    {
    }

    Result<CheckReport> run(bool repair);

private:
    using Step = Result<void> (WorkspaceCheck::*)();
    Result<QStringList> damagedPages();
    Result<void> checkPages();
    Result<void> repairPages();
    Result<void> checkReferences();
    Result<void> checkMetrics();
    Result<bool> checkSeries(SeriesNumber series);
    Result<void> checkRuns();
    Result<void> checkFolders();
    Result<void> checkModels();
    void addFault(const QString &sentence) { m_report.faults.append(sentence); }

    WorkspaceStore &m_store;
    LongTask &m_task;
    bool m_repairs = false;
    CheckReport m_report;
};

} // namespace Roost::Service::Store
