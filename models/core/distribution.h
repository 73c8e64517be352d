// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    bool operator==(const Distribution &) const = default;
};

// One table in distribution.cpp contains the words of the types. Protocols, files, forms and the console call these
// functions; to add a type, add an enumerator above and a row to that table.

/// Returns the word of the protocol: "PyTorch", "Mpi"; empty for None.
QString toWord(Distribution::Type type);
/// Returns the word of job files and of the console: "pytorch", "mpi"; empty for None.
QString toFileWord(Distribution::Type type);
/// Returns the name that users see: "PyTorch", "MPI"; empty for None.
QString displayName(Distribution::Type type);
/// Returns the type of any of these words, ignoring case; "none" and the empty text are None. Empty for an unknown
/// word.
std::optional<Distribution::Type> distributionFromWord(const QString &word);
/// Returns all types except None, in the order in which choices list them.
QList<Distribution::Type> distributionTypes();
/// Return their words in protocols and in files, in the same order, for sentences that list the possible values.
QStringList distributionWords();
QStringList distributionFileWords();

} // namespace Roost
