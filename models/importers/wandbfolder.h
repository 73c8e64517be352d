// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/folderfiles.h"
#include "models/importers/importsource.h"
#include "models/wandb/record.h"

#include <QHash>
#include <QSet>

namespace Roost::Importers {

/// The folder in which the client of W&B keeps its runs: wandb/offline-run-TIME-ID/run-ID.wandb. A run that was resumed
/// has several of these folders.
class WandbFolder : public ImportSource
{
public:
    /// `access.folder` is the folder wandb, or the folder of one run.
    WandbFolder(FolderAccess access, Remarks &remarks)
        : m_access(std::move(access))
        , m_remarks(remarks)
    {
    }
    /// Returns the folder wandb for itself, its parent, the folder of one run, or a .wandb file; empty for any other.
    static QString folderOf(const QString &path);

    QString title() const override { return m_access.folder; }
    Result<QList<SourceRun>> runs(const RunSelection &selection) override;
    Result<ImportedRun> read(const SourceRun &run) override;
    Result<void> points(const ImportedRun &run, const PointSink &sink) override;
    Result<QList<ImportedFile>> files(const ImportedRun &run) override;
    Result<QString> fetch(const ImportedFile &file, const QString &scratch) override;

private:
    struct Reading;
    class Description;
    using RecordSink = std::function<Result<void>(const Wandb::Record &record)>;

    /// Passes on the records of all files of a run.
    Result<void> records(const QString &origin, bool showsDamage, const RecordSink &sink);
    Result<void> recordsOf(const QString &file, bool showsDamage, const RecordSink &sink);
    std::optional<Wandb::Run> readHead(const QString &file);
    Result<void> historyPoints(Reading &reading, const Wandb::History &history, const PointSink &sink);
    Result<void> systemPoints(Reading &reading, const Wandb::Statistics &sample, const PointSink &sink);
    Result<void> summaryPoints(Reading &reading, const PointSink &sink);

    FolderAccess m_access;
    Remarks &m_remarks;
    QHash<QString, QStringList> m_files; // the .wandb files of a run, the oldest first, by origin
    QHash<QString, double> m_summary;    // the numbers in the summary of the run that was read last
};

} // namespace Roost::Importers
