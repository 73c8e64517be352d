// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringList>

#include <optional>
#include <vector>

namespace Roost::Service::Collect {

/// A point as a file contains it. `name` is the name of the metric within the file.
struct CollectedPoint
{
    QString name;
    MetricPoint point;
    bool operator==(const CollectedPoint &) const = default;
};

/// How far a file was read. It is stored in the transaction that stores the points, so that each record is stored once.
struct FilePosition
{
    qint64 offset = 0;
    /// What the reader has learned from the bytes before `offset`, in a form of its own; at most a few kilobytes.
    QByteArray state;
    bool operator==(const FilePosition &) const = default;
};

/// What one reading of a file found.
struct FileReading
{
    std::vector<CollectedPoint> points; // in the order of the file
    /// Points of the file's folder that were stored by earlier readings, from this step on, are no longer valid.
    std::optional<qint64> purgeFrom;
    StringMap parameters;
    std::optional<RunProgress> progress;
    std::optional<RunResources> resources;
    /// Sentences about what was not read and why.
    QStringList notes;
    FilePosition end;
    /// Whether the reading stopped at its limit, before the end of the file.
    bool hasMore = false;
};

/// Reads one kind of file into points. An object reads one file of one run and is used by one thread; it may be
/// destroyed and created again between two readings.
class MetricFileReader
{
public:
    virtual ~MetricFileReader() = default;

    /// Reads complete records from `from` on, at most about a megabyte, whatever the bytes are. A record that is not
    /// finished is left for the next reading. `isFinal` is set when the run is over: nothing more will be written.
    virtual FileReading read(QIODevice &file, const FilePosition &from, bool isFinal) = 0;
};

} // namespace Roost::Service::Collect
