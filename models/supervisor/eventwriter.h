// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/supervisor/appendfile.h"

#include <QJsonObject>

namespace Roost::Supervision {

/// Writes the events of a run, one line each, as `Service::Launch::readEvents` reads them. A line that a full disk
/// refuses is kept and written before the next one.
class EventWriter
{
public:
    /// Creates the file; false when it exists already: another supervisor has the run.
    bool create(const QString &file);
    /// `durable` also waits until the disk has it.
    void write(const QString &event, QJsonObject fields = {}, bool durable = false);
    /// Lines wait for room on the disk.
    bool isPending() const { return m_file.isPending(); }
    /// Tries to write what waits; true when nothing does any more.
    bool flush();

private:
    AppendFile m_file;
    bool m_syncs = false; // what waits is to be durable
};

} // namespace Roost::Supervision
