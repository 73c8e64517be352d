// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/importers/importedrun.h"

#include <functional>

namespace Roost::Importers {

/// Which runs of a source are wanted.
struct RunSelection
{
    QString experiment; // its exact name; empty for all
    /// For servers a filter of runs/search; for folders a pattern of the names or folders of runs, as in a shell.
    QString filter;
    bool withDeleted = false;
};

/// A place that runs are imported from. The functions block and report what they cannot read as Remarks; an Error means
/// that nothing can be read.
class ImportSource
{
public:
    using PointSink = std::function<Result<void>(const QString &key, const MetricPoint &point)>;

    virtual ~ImportSource() = default;

    /// Returns where the runs come from, without secrets: a folder or a URL.
    virtual QString title() const = 0;
    virtual Result<QList<SourceRun>> runs(const RunSelection &selection) = 0;
    /// Returns the tags of an experiment, among them its description.
    virtual StringMap experimentTags(const QString & /*experiment*/) { return {}; }
    virtual Result<ImportedRun> read(const SourceRun &run) = 0;
    /// Passes on all points, one series after the other or in the order in which they were logged. Ends at the first
    /// error of `sink` and returns it.
    virtual Result<void> points(const ImportedRun &run, const PointSink &sink) = 0;
    virtual Result<QList<ImportedFile>> files(const ImportedRun &run) = 0;
    /// Returns the path of a local file with the content: `scratch` if it had to be downloaded.
    virtual Result<QString> fetch(const ImportedFile &file, const QString & /*scratch*/) { return file.place; }

    /// Returns the logged models of the experiments that contain `runs`.
    virtual Result<QList<ImportedLoggedModel>> loggedModels(const QList<SourceRun> & /*runs*/)
    {
        return QList<ImportedLoggedModel>();
    }
    virtual Result<QList<ImportedFile>> filesOfModel(const ImportedLoggedModel & /*model*/)
    {
        return QList<ImportedFile>();
    }
    virtual Result<QList<ImportedModel>> registeredModels() { return QList<ImportedModel>(); }
};

} // namespace Roost::Importers
