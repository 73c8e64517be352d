// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/folderfiles.h"
#include "models/importers/importsource.h"
#include "models/tensorboard/eventfilereader.h"

#include <QHash>
#include <QSet>

namespace Roost::Importers {

/// A folder of TensorBoard: each folder below it that contains event files is a run.
class TensorBoardFolder : public ImportSource
{
public:
    TensorBoardFolder(FolderAccess access, Remarks &remarks)
        : m_access(std::move(access))
        , m_remarks(remarks)
    {
    }
    static bool isOne(const QString &folder);

    QString title() const override { return m_access.folder; }
    Result<QList<SourceRun>> runs(const RunSelection &selection) override;
    Result<ImportedRun> read(const SourceRun &run) override;
    Result<void> points(const ImportedRun &run, const PointSink &sink) override;
    Result<QList<ImportedFile>> files(const ImportedRun &run) override;

private:
    using BatchSink = std::function<Result<void>(const TensorBoard::EventBatch &batch, const QString &file)>;
    /// Passes on the content of all event files of a run, in parts.
    Result<void> batches(const QString &folder, const BatchSink &sink);
    Result<void> batchesOf(const QString &file, TensorBoard::EventFileReader &reader, const BatchSink &sink);
    void noteOtherFiles(const QString &folder);

    FolderAccess m_access;
    Remarks &m_remarks;
    /// For the run that was read last: the first value that remains valid has a step below the limit of its index.
    /// Pairs of the number of values before a restart and the lowest step of this and all later restarts.
    QList<std::pair<qint64, qint64>> m_limits;
};

} // namespace Roost::Importers
