// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/distribution.h"

#include <algorithm>
#include <array>

namespace Roost {

namespace {

struct Entry
{
    Distribution::Type type;
    QLatin1StringView word;
    QLatin1StringView name;
};

constexpr std::array table{
    Entry{Distribution::Type::PyTorch, QLatin1StringView("PyTorch"), QLatin1StringView("PyTorch")},
    Entry{Distribution::Type::Mpi, QLatin1StringView("Mpi"), QLatin1StringView("MPI")},
};

const Entry *entryOf(Distribution::Type type)
{
    const auto found = std::ranges::find(table, type, &Entry::type);
    return found == table.end() ? nullptr : &*found;
}

QStringList wordsOf(QString (*word)(Distribution::Type))
{
    QStringList words;
    for (const Entry &entry : table)
        words += word(entry.type);
    return words;
}

} // namespace

QString toWord(Distribution::Type type)
{
    const Entry *entry = entryOf(type);
    return entry ? QString(entry->word) : QString();
}

QString toFileWord(Distribution::Type type)
{
    return toWord(type).toLower();
}

QString displayName(Distribution::Type type)
{
    const Entry *entry = entryOf(type);
    return entry ? QString(entry->name) : QString();
}

std::optional<Distribution::Type> distributionFromWord(const QString &word)
{
    if (word.isEmpty() || word.compare(QLatin1StringView("none"), Qt::CaseInsensitive) == 0)
        return Distribution::Type::None;
    for (const Entry &entry : table) {
        if (word.compare(entry.word, Qt::CaseInsensitive) == 0)
            return entry.type;
    }
    return std::nullopt;
}

QList<Distribution::Type> distributionTypes()
{
    QList<Distribution::Type> types;
    for (const Entry &entry : table)
        types += entry.type;
    return types;
}

QStringList distributionWords()
{
    return wordsOf(&toWord);
}

QStringList distributionFileWords()
{
    return wordsOf(&toFileWord);
}

} // namespace Roost
