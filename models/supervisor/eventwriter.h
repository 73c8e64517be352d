// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/supervisor/appendfile.h"

#include <QJsonObject>

namespace Roost::Supervision {

/// Writes the events of a run, one line each, in the format that `Service::Launch::readEvents` reads. A line that a
/// full disk rejects is kept and written before the next one.
class EventWriter
{
public:
    /// Creates the file. Returns false if the file exists, which means that another supervisor has the run.
    bool create(const QString &file);
    /// Writes an event. If `durable`, waits until the event is on the disk.
    void write(const QString &event, QJsonObject fields = {}, bool durable = false);
    /// Returns whether lines wait for space on the disk.
    bool isPending() const { return m_file.isPending(); }
    /// Tries to write the pending lines. Returns true if none is left.
    bool flush();

private:
    AppendFile m_file;
    bool m_syncs = false; // the pending lines must be durable
};

} // namespace Roost::Supervision
