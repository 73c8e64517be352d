// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/logsource.h"

#include "models/core/logpath.h"

#include <QHash>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

constexpr auto All = "*"_L1;
constexpr auto RankPrefix = "rank "_L1;

template <typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};

} // namespace

std::optional<int> rankOf(const LogSource &source)
{
    return std::visit(Overloaded{[](AllRanks) { return std::optional<int>(); },
                                 [](RankLogs logs) { return std::optional(logs.rank); },
                                 [](const LogFile &file) { return rankOfLog(file.path); }},
                      source);
}

QString pathOf(const LogSource &source)
{
    const auto *file = std::get_if<LogFile>(&source);
    return file ? file->path : QString();
}

size_t qHash(const LogSource &source, size_t seed)
{
    return qHash(toText(source), seed);
}

QString toText(const LogSource &source)
{
    return std::visit(Overloaded{[](AllRanks) { return QString(All); },
                                 [](RankLogs logs) { return QString(RankPrefix + QString::number(logs.rank)); },
                                 [](const LogFile &file) { return file.path; }},
                      source);
}

std::optional<LogSource> logSourceFromText(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (text == All)
        return AllRanks{};
    bool isNumber = false;
    const int rank = text.startsWith(RankPrefix) ? text.sliced(RankPrefix.size()).toInt(&isNumber) : 0;
    return isNumber && rank >= 0 ? LogSource(RankLogs{rank}) : LogSource(LogFile{text});
}

} // namespace Roost::Items
