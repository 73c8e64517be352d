// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Roost {

/// How the processes of a job are started and how they find each other; Azure ML v2's `distribution`.
struct Distribution
{
    enum class Type { None, PyTorch, Mpi };
    Type type = Type::None;
    /// process_count_per_instance: processes on each node, 1 or more.
    int processesPerNode = 1;

    /// Returns whether the job has ranks; otherwise it is one process.
    bool isDistributed() const { return type != Type::None; }
    /// Returns the number of processes on all `nodes`; 1 for a job that is not distributed.
    int processCount(int nodes) const { return isDistributed() ? nodes * processesPerNode : 1; }
    bool operator==(const Distribution &) const = default;
};

/// The program that starts the ranks of a distributed job.
enum class RankStarter {
    Supervisor, // starts each rank; the ranks meet at MASTER_ADDR and MASTER_PORT
    Mpirun,     // of the job's environment; the ranks meet through MPI
};

/// The differences between the types of distributions. To add a type, add an enumerator above and a row to the table
/// in distribution.cpp. Other rooms read a trait and never compare with a type.
struct DistributionTraits
{
    /// The protocol's word: "PyTorch", "Mpi"; empty for None.
    QLatin1StringView word;
    /// The name that users see: "PyTorch", "MPI"; empty for None.
    QLatin1StringView name;
    /// The source text of `description`.
    const char *description;
    RankStarter starter;
    /// Whether the ranks use a back end of torch.distributed, such as NCCL.
    bool hasBackend;
    /// The words of Azure ML's run definition (v1).
    QLatin1StringView framework;
    QLatin1StringView communicator;
};

const DistributionTraits &traitsOf(Distribution::Type type);

QString toWord(Distribution::Type type);
/// Returns the word of job files and of the console: "pytorch", "mpi"; empty for None.
QString toFileWord(Distribution::Type type);
QString displayName(Distribution::Type type);
/// Returns the purpose of the type for users, in one or two sentences.
QString description(Distribution::Type type);
/// Returns the type of any of these words or names, ignoring case; "none" and the empty text are None. Empty for an
/// unknown word.
std::optional<Distribution::Type> distributionFromWord(const QString &word);
/// Returns all types except None, in the order in which choices list them.
QList<Distribution::Type> distributionTypes();
/// Return their words in protocols, their words in files, and their names, in the same order, for sentences that list
/// the possible values.
QStringList distributionWords();
QStringList distributionFileWords();
QStringList distributionNames();

} // namespace Roost
