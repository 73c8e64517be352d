// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/distribution.h"

#include "models/core/words.h"

#include <algorithm>
#include <array>

namespace Roost {

namespace {

struct Row
{
    Distribution::Type type;
    DistributionTraits traits;
};

// None is the first row.
constexpr std::array table{
    Row{Distribution::Type::None,
        {.word = {},
         .name = {},
         .description = QT_TRANSLATE_NOOP("Words", "The command runs once, on one node."),
         .starter = RankStarter::Supervisor,
         .hasBackend = false,
         .framework = QLatin1StringView("Python"),
         .communicator = QLatin1StringView("None")}},
    Row{Distribution::Type::PyTorch,
        {.word = QLatin1StringView("PyTorch"),
         .name = QLatin1StringView("PyTorch"),
         .description = QT_TRANSLATE_NOOP("Words", "For DistributedDataParallel. Each process gets RANK, LOCAL_RANK, "
                                                   "WORLD_SIZE, MASTER_ADDR and MASTER_PORT, so that "
                                                   "init_method=\"env://\" works."),
         .starter = RankStarter::Supervisor,
         .hasBackend = true,
         .framework = QLatin1StringView("PyTorch"),
         .communicator = QLatin1StringView("None")}},
    Row{Distribution::Type::Mpi,
        {.word = QLatin1StringView("Mpi"),
         .name = QLatin1StringView("MPI"),
         .description = QT_TRANSLATE_NOOP("Words", "For Horovod and mpi4py. The processes are started by the "
                                                   "environment's own mpirun."),
         .starter = RankStarter::Mpirun,
         .hasBackend = false,
         .framework = QLatin1StringView("Python"),
         .communicator = QLatin1StringView("IntelMpi")}},
};

QStringList listOf(QString (*textOf)(Distribution::Type))
{
    QStringList texts;
    for (const Distribution::Type type : distributionTypes())
        texts += textOf(type);
    return texts;
}

} // namespace

const DistributionTraits &traitsOf(Distribution::Type type)
{
    const auto found = std::ranges::find(table, type, &Row::type);
    return (found == table.end() ? table.front() : *found).traits;
}

QString toWord(Distribution::Type type)
{
    return traitsOf(type).word;
}

QString toFileWord(Distribution::Type type)
{
    return toWord(type).toLower();
}

QString displayName(Distribution::Type type)
{
    return traitsOf(type).name;
}

QString description(Distribution::Type type)
{
    return Words::tr(traitsOf(type).description);
}

std::optional<Distribution::Type> distributionFromWord(const QString &word)
{
    if (word.isEmpty() || word.compare(QLatin1StringView("none"), Qt::CaseInsensitive) == 0)
        return Distribution::Type::None;
    for (const auto &[type, traits] : table) {
        if (word.compare(traits.word, Qt::CaseInsensitive) == 0)
            return type;
    }
    return std::nullopt;
}

QList<Distribution::Type> distributionTypes()
{
    QList<Distribution::Type> types;
    for (const auto &[type, traits] : table) {
        if (type != Distribution::Type::None)
            types += type;
    }
    return types;
}

QStringList distributionWords()
{
    return listOf(&toWord);
}

QStringList distributionFileWords()
{
    return listOf(&toFileWord);
}

QStringList distributionNames()
{
    return listOf(&displayName);
}

} // namespace Roost
