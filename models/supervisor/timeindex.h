// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/times/timemarks.h"
#include "models/supervisor/appendfile.h"

namespace Roost::Supervision {

/// Writes the time marks of one growing log.
class TimeIndex
{
public:
    /// `log` is an open descriptor that this object does not own. New marks are appended to existing ones.
    TimeIndex(int log, const QString &indexFile);

    /// Writes a mark if the log has grown since the last one.
    void markGrowth();

private:
    int m_log;
    AppendFile m_index;
    qint64 m_offset = 0;
};

} // namespace Roost::Supervision
