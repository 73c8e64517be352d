// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/curated.h"

#include "models/service/environments/interpreter.h"

using namespace Qt::StringLiterals;

namespace Roost::Service {

QList<Environment> CuratedEnvironments::list()
{
    const std::scoped_lock lock(m_mutex);
    if (m_known)
        return *m_known;
    const QString python = systemPython();
    if (python.isEmpty())
        return {};
    const auto found = inspectInterpreter(python);
    // Not remembered: a machine where python3 cannot start now may be mended while the service runs.
    if (!found)
        return {};
    Environment system;
    system.name = u"AzureML-system-python"_s;
    system.version = u"1"_s;
    system.description = u"Python %1 of this machine (%2), as it is."_s.arg(found->version, found->path);
    system.curated = true;
    system.packages = found->packages;
    m_known = QList<Environment>{system};
    return *m_known;
}

} // namespace Roost::Service
