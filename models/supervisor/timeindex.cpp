// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/timeindex.h"

#include "models/supervisor/steadyclock.h"

#include <sys/stat.h>

namespace Roost::Supervision {

using namespace Logs;

TimeIndex::TimeIndex(int log, const QString &indexFile)
    : m_log(log)
{
    // An incomplete mark would shift all later marks.
    if (m_index.open(indexFile, AppendFile::Mode::Existing))
        m_index.dropHalfRecord(TimeMarkSize);
    const auto known = readTimeIndex(indexFile);
    if (!known.isEmpty())
        m_offset = known.last().offset;
}

void TimeIndex::markGrowth()
{
    struct stat facts = {};
    if (!m_index.isOpen() || !m_index.flush() || fstat(m_log, &facts) != 0 || facts.st_size <= m_offset)
        return;
    m_index.append(encodeTimeMark({timePointFromMs(steadyNowMs()), facts.st_size}));
    m_offset = facts.st_size;
}

} // namespace Roost::Supervision
