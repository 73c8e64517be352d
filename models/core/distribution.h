// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Roost {

/// How the processes of a job are started and find each other; Azure ML v2's `distribution`.
struct Distribution
{
    enum class Type { None, PyTorch, Mpi };
    Type type = Type::None;
    /// process_count_per_instance: processes on each node, 1 or more.
    int processesPerNode = 1;
    bool operator==(const Distribution &) const = default;
};

// The words of the types are one table in distribution.cpp. Protocols, files, forms and the console call these
// functions; a new type is an enumerator above and a line of that table.

/// The protocol's word: "PyTorch", "Mpi"; empty for None.
QString toWord(Distribution::Type type);
/// The word of job files and of the console: "pytorch", "mpi"; empty for None.
QString toFileWord(Distribution::Type type);
/// The name for people: "PyTorch", "MPI"; empty for None.
QString displayName(Distribution::Type type);
/// Reads any of these words in any case; "none" and the empty text are None. Empty for an unknown word.
std::optional<Distribution::Type> distributionFromWord(const QString &word);
/// All types but None, in the order in which people choose among them.
QList<Distribution::Type> distributionTypes();
/// Their words in protocols and in files, in the same order, for sentences that list what is possible.
QStringList distributionWords();
QStringList distributionFileWords();

} // namespace Roost
