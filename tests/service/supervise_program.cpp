// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/gpuprobe.h"
#include "models/service/launch/local/startsupervisor.h"
#include "models/supervisor/mpi/rankwrapper.h"
#include "models/supervisor/supervise.h"

#include <QProcessEnvironment>

#include <cstring>

#include <unistd.h>

using namespace Roost::Service::Launch;
using namespace Roost::Supervision;

// The part of roostd that runs jobs: `supervise FILE`, `rank FILE PORT`, `gpus`, and `start FILE`, which starts a
// supervisor as the service does and then waits until the test kills it.
int main(int argc, char **argv)
{
    if (argc == 4 && std::strcmp(argv[1], "rank") == 0)
        return runRank(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toUShort());
    if (argc == 2 && std::strcmp(argv[1], "gpus") == 0)
        return Roost::Load::answerGpuRequests();
    if (argc != 3)
        return 64;
    const QString file = QString::fromLocal8Bit(argv[2]);
    if (std::strcmp(argv[1], "supervise") == 0)
        return supervise(file);
    const auto pid = startSupervisor(QString::fromLocal8Bit(argv[0]), file, QProcessEnvironment::systemEnvironment());
    if (!pid)
        return 1;
    for (;;)
        pause();
}
