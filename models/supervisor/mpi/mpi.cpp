// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/mpi/mpi.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Supervision::Mpi {

namespace {

constexpr qint64 abortStandsIn = 64 * 1024;

QString shellWord(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

Result<QString> findLauncher(const QString &path)
{
    const auto folders = path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const auto &name : {u"mpirun"_s, u"mpiexec"_s}) {
        QString found = QStandardPaths::findExecutable(name, folders);
        if (!found.isEmpty())
            return found;
    }
    return failure(ErrorKind::NotFound,
                   u"MPI runs need mpirun, and the environment of this run has none. Put Open MPI or MPICH into its "
                   "conda file (openmpi and mpi4py), or install it on this machine (Debian: openmpi-bin and "
                   "python3-mpi4py)."_s);
}

QString launcherLine(const QString &launcher, int processes, const QString &program, const QString &launchFile,
                     quint16 port)
{
    return u"exec %1 -n %2 %3 rank %4 %5"_s.arg(shellWord(launcher))
        .arg(processes)
        .arg(shellWord(program), shellWord(launchFile))
        .arg(port);
}

StringMap launcherVariables(const StringMap &inherited)
{
    const StringMap wanted{
        // Containers often run as root.
        {u"OMPI_ALLOW_RUN_AS_ROOT"_s, u"1"_s},
        {u"OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"_s, u"1"_s},
        {u"PRTE_ALLOW_RUN_AS_ROOT"_s, u"1"_s},
        {u"PRTE_ALLOW_RUN_AS_ROOT_CONFIRM"_s, u"1"_s},
        // Allows more processes than cores; the slots of the machine are counted before the launch.
        {u"OMPI_MCA_rmaps_base_oversubscribe"_s, u"1"_s},
        {u"PRTE_MCA_rmaps_default_mapping_policy"_s, u":oversubscribe"_s},
        {u"OMPI_MCA_mpi_yield_when_idle"_s, u"1"_s}, // a process that waits in a busy loop occupies a core
        // A bound process would share its core with processes of other runs.
        {u"OMPI_MCA_hwloc_base_binding_policy"_s, u"none"_s},
        {u"PRTE_MCA_hwloc_default_binding_policy"_s, u"none"_s},
        {u"I_MPI_PIN"_s, u"off"_s},
        // All processes are on this machine, so shared memory is enough. TCP would need a network route back to this
        // machine, which many machines do not have, and Open MPI prints a warning for each pair.
        {u"OMPI_MCA_btl"_s, u"^tcp"_s},
    };
    StringMap variables;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (!inherited.contains(it.key()))
            variables[it.key()] = it.value();
    }
    return variables;
}

std::optional<Place> placeIn(const StringMap &environment)
{
    struct Names
    {
        QString rank;
        QString size;
        bool abortWaitsForDeath;
    };
    // Open MPI, MPICH, Intel MPI and other launchers that implement PMIx.
    static const std::array known{Names{u"OMPI_COMM_WORLD_RANK"_s, u"OMPI_COMM_WORLD_SIZE"_s, false},
                                  Names{u"PMI_RANK"_s, u"PMI_SIZE"_s, true}, Names{u"PMIX_RANK"_s, {}, false}};
    for (const Names &names : known) {
        bool isNumber = false;
        const int rank = environment.value(names.rank).toInt(&isNumber);
        if (isNumber && rank >= 0)
            return Place{rank, environment.value(names.size).toInt(), names.abortWaitsForDeath};
    }
    return std::nullopt;
}

bool hasAborted(const QString &logFile)
{
    QFile log(logFile);
    if (!log.open(QIODevice::ReadOnly))
        return false;
    log.seek(std::max<qint64>(0, log.size() - abortStandsIn));
    const auto lines = log.read(abortStandsIn).split('\n');
    return std::ranges::any_of(lines, [](const QByteArray &line) {
        return line.startsWith("Abort(") && line.contains("application called MPI_Abort");
    });
}

} // namespace Roost::Supervision::Mpi
