// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/curated.h"

#include "models/service/environments/interpreter.h"

using namespace Qt::StringLiterals;

namespace Roost::Service {

using namespace Environments;

QList<Environment> curatedEnvironments()
{
    const QString python = systemPython();
    if (python.isEmpty())
        return {};
    const auto found = inspectInterpreter(python);
    if (!found)
        return {};
    Environment system;
    system.name = u"AzureML-system-python"_s;
    system.version = u"1"_s;
    system.description = u"Python %1 of this machine (%2), as it is."_s.arg(found->version, found->path);
    system.curated = true;
    system.packages = found->packages;
    return {system};
}

} // namespace Roost::Service
