// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/torchrunsettings.h"

#include "models/service/jobs/pythonscript.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

namespace {

constexpr auto found = "roost: no libuv";

// A PyTorch library without libuv contains the message that libuv is missing. Loading the library would take seconds.
const QString probe = uR"(
import importlib.util, mmap, os
spec = importlib.util.find_spec("torch")
for folder in (spec.submodule_search_locations or []) if spec else []:
    library = os.path.join(folder, "lib", "libtorch_cpu.so")
    if os.path.exists(library):
        with open(library, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            if content.find(b"LibUV TCPStore implementation missing") >= 0:
                print("roost: no libuv")
)"_s;

} // namespace

bool mayStartTorchrun(const QString &command)
{
    static const QRegularExpression starters(
        u"\\b(torchrun|torch\\.distributed\\.(run|launch)|accelerate|deepspeed)\\b|\\.sh\\b"_s);
    return starters.match(command).hasMatch();
}

StringMap torchrunVariables()
{
    return {
        {u"PET_RDZV_BACKEND"_s, u"c10d"_s},
        {u"PET_RDZV_CONF"_s, u"store_type=file"_s},
        // Without this variable the ranks connect to the host name of this machine, which may not resolve.
        {u"PET_LOCAL_ADDR"_s, u"127.0.0.1"_s},
        {u"TORCH_DISABLE_SHARE_RDZV_TCP_STORE"_s, u"1"_s},
        {u"USE_LIBUV"_s, u"0"_s},
    };
}

Future<StringMap> torchrunSettings(const StringMap &environment, const QByteArray &mark)
{
    // If the python does not answer, no variables are set.
    return transform(runPythonScript(probe, environment, mark), [](const QByteArray &output) -> Result<StringMap> {
        return output.contains(found) ? torchrunVariables() : StringMap();
    });
}

} // namespace Roost::Service::Jobs
