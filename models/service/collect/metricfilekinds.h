// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/collect/metricfilereader.h"

#include <QStringList>

#include <memory>

namespace Roost::Service::Collect {

/// The run whose file is read. `stateFolder` is the absolute path of its state/.
struct CollectedRun
{
    QString id;
    Job job;
    QString stateFolder;
};

/// A kind of file that contains metrics.
struct MetricFileKind
{
    /// Folders of the run that are searched, such as "logs". With `isRecursive`, also the folders below them.
    QStringList folders;
    bool isRecursive = false;
    /// Returns whether the file is of this kind. `path` is relative to the run: "logs/train/events.out.tfevents.1".
    bool (*isOne)(const QString &path, const CollectedRun &run);
    /// Returns the reader of such a file.
    std::unique_ptr<MetricFileReader> (*makeReader)(const QString &path, const CollectedRun &run);
    /// Returns the text before the name of each metric of the file, such as "train/"; often empty.
    QString (*prefixOf)(const QString &path, const CollectedRun &run);
};

/// Returns the kinds of files that are collected. A new kind is a row here and a reader.
const QList<MetricFileKind> &metricFileKinds();

} // namespace Roost::Service::Collect
