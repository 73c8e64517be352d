// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <variant>

namespace Roost::Items {

/// The logs of all ranks of a run as one log, ordered by time.
struct AllRanks
{
    auto operator<=>(const AllRanks &) const = default;
};

/// All logs of one rank as one log, ordered by time.
struct RankLogs
{
    int rank = 0;
    auto operator<=>(const RankLogs &) const = default;
};

/// One file, identified by its path relative to the run.
struct LogFile
{
    QString path;
    auto operator<=>(const LogFile &) const = default;
};

/// The source of a log view.
using LogSource = std::variant<AllRanks, RankLogs, LogFile>;

/// Returns the only rank whose lines a source contains; empty for AllRanks and for a file that belongs to no rank.
std::optional<int> rankOf(const LogSource &source);
/// Returns the path of a LogFile; empty for other sources.
QString pathOf(const LogSource &source);

size_t qHash(const LogSource &source, size_t seed = 0);

/// Returns the text of a source in stored states and object names: "*", "rank 3" or the path.
QString toText(const LogSource &source);
/// Parses the output of toText(). Any other text is a path; an empty text is not a source.
std::optional<LogSource> logSourceFromText(const QString &text);

} // namespace Roost::Items
