// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensorboard/eventvalue.h"

#include <QIODevice>

#include <limits>
#include <utility>

namespace Roost::TensorBoard {

/// Bytes of an event file that could not be read and were skipped.
struct SkippedPart
{
    qint64 start = 0;
    qint64 end = 0;
    bool isTooLarge = false; // an undamaged record that is too large
    bool operator==(const SkippedPart &) const = default;
};

/// A session began at `step`: what was logged before for this and later steps is no longer valid. It is before the
/// value with the index `before`.
struct EventRestart
{
    qint64 step = 0;
    qsizetype before = 0;
    bool operator==(const EventRestart &) const = default;
};

/// What one reading found, in the order of the file.
struct EventBatch
{
    QList<EventValue> values;
    QList<EventRestart> restarts;
    QList<SkippedPart> skipped;
    /// The offset from which to continue: the end of the last record. An unfinished record is after it.
    qint64 end = 0;
    /// Whether the reading stopped at its limit, before the end of the file.
    bool hasMore = false;
    /// Whether no record was found although the file was read from its beginning and has enough bytes for one.
    bool isForeign = false;
};

/// Reads an event file that may still grow.
class EventFileReader
{
public:
    /// The plugin that shows each tag. Newer writers state it only with the first value of a tag, so that a reading
    /// that continues requires what the readings before have learned.
    using Plugins = QMap<QString, QString>;

    explicit EventFileReader(Plugins plugins = {})
        : m_plugins(std::move(plugins))
    {
    }
    const Plugins &plugins() const { return m_plugins; }

    /// Reads records from `offset` on, until `most` bytes are passed or the file ends. `file` must be open and not
    /// sequential.
    EventBatch read(QIODevice &file, qint64 offset, qint64 most = std::numeric_limits<qint32>::max());

private:
    void readEvent(QByteArrayView data, qint64 start, EventBatch &batch);

    Plugins m_plugins;
};

} // namespace Roost::TensorBoard
