// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/importers/trackingapi.h"

#include <QHash>

namespace Roost::Importers {

/// Tags of an imported run, by which a later import recognises it.
namespace ImportTag {
/// SourceRun::origin
inline constexpr QLatin1StringView origin("roost.import.origin");
/// ImportSource::title() at the time of the import.
inline constexpr QLatin1StringView source("roost.import.source");
/// SourceRun::fingerprint of a complete run; until then writingMark().
inline constexpr QLatin1StringView fingerprint("roost.import.fingerprint");
/// The origin of the parent, while the parent is not in the target.
inline constexpr QLatin1StringView parent("roost.import.parent");
} // namespace ImportTag

/// The fingerprint of a run while this process writes it.
QString writingMark();

/// A run that an earlier import wrote.
struct TargetRun
{
    QString id;
    QString artifactUri;
    QString experimentId;
    QString fingerprint;
    QString missingParent;
    bool deleted = false;
};

/// The experiments of the target, and the runs in it that were imported before.
class TargetIndex
{
public:
    struct Experiment
    {
        QString id;
        bool deleted = false;
    };

    static Result<TargetIndex> read(TrackingApi &api);

    const Experiment *experiment(const QString &name) const;
    void addExperiment(const QString &name, const QString &id) { m_experiments.insert(name, {id, false}); }

    const TargetRun *run(const QString &origin) const;
    void addRun(const QString &origin, const TargetRun &run) { m_runs.insert(origin, run); }
    /// Returns the runs that an interrupted import left incomplete. Runs that another import is writing now are not
    /// among them; they count as complete.
    QStringList incomplete() const { return m_incomplete; }
    /// Returns the complete runs whose parent was not in the target when they were imported, with its origin.
    QHash<QString, QString> orphans() const;

private:
    Result<void> readExperiments(TrackingApi &api);
    Result<void> readRuns(TrackingApi &api);

    QHash<QString, Experiment> m_experiments;
    QHash<QString, TargetRun> m_runs;
    QStringList m_incomplete;
};

} // namespace Roost::Importers
