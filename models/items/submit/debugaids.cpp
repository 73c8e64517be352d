// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/debugaids.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Items {

namespace {

StringMap variablesOf(DebugAid aid)
{
    switch (aid) {
    case DebugAid::DistributedDetail:
        // Without the second variable, the output of the first is not printed.
        return {{u"TORCH_DISTRIBUTED_DEBUG"_s, u"DETAIL"_s}, {u"TORCH_CPP_LOG_LEVEL"_s, u"INFO"_s}};
    case DebugAid::GlooLog:
        return {{u"GLOO_LOG_LEVEL"_s, u"DEBUG"_s}};
    case DebugAid::NcclLog:
        return {{u"NCCL_DEBUG"_s, u"INFO"_s}};
    case DebugAid::FlightRecorder:
        // PyTorch up to 2.8 reads the first three names, later versions the last two.
        return {{u"TORCH_NCCL_TRACE_BUFFER_SIZE"_s, u"2000"_s},
                {u"TORCH_NCCL_DUMP_ON_TIMEOUT"_s, u"1"_s},
                {u"TORCH_NCCL_DEBUG_INFO_TEMP_FILE"_s, u"logs/nccl_trace_rank_"_s},
                {u"TORCH_FR_BUFFER_SIZE"_s, u"2000"_s},
                {u"TORCH_FR_DUMP_TEMP_FILE"_s, u"logs/nccl_trace_rank_"_s}};
    }
    std::unreachable();
}

} // namespace

bool isOn(DebugAid aid, const StringMap &variables)
{
    const auto wanted = variablesOf(aid);
    return std::ranges::all_of(wanted.asKeyValueRange(), [&variables](const auto &variable) {
        return variables.contains(variable.first) && variables.value(variable.first) == variable.second;
    });
}

StringMap switched(StringMap variables, DebugAid aid, bool on)
{
    const auto own = variablesOf(aid);
    for (const auto &[name, value] : own.asKeyValueRange()) {
        if (on)
            variables[name] = value;
        else if (variables.value(name) == value)
            variables.remove(name);
    }
    return variables;
}

StringMap writtenByControls(const StringMap &variables)
{
    StringMap written;
    for (const DebugAid aid : allDebugAids) {
        if (isOn(aid, variables))
            written = switched(written, aid, true);
    }
    const QString backend = variables.value(backendVariable);
    if (backend == "gloo"_L1 || backend == "nccl"_L1)
        written[backendVariable] = backend;
    return written;
}

} // namespace Roost::Items
