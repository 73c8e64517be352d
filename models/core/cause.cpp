// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/cause.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Roost {

namespace {

constexpr std::array<std::pair<CauseKind, QLatin1StringView>, 21> kindWords{{
    {CauseKind::Exception, QLatin1StringView("exception")},
    {CauseKind::MissingModule, QLatin1StringView("missing-module")},
    {CauseKind::MissingFile, QLatin1StringView("missing-file")},
    {CauseKind::BadData, QLatin1StringView("bad-data")},
    {CauseKind::BadArgument, QLatin1StringView("bad-argument")},
    {CauseKind::Assertion, QLatin1StringView("assertion")},
    {CauseKind::OutOfMemory, QLatin1StringView("out-of-memory")},
    {CauseKind::CudaOutOfMemory, QLatin1StringView("cuda-out-of-memory")},
    {CauseKind::CudaError, QLatin1StringView("cuda-error")},
    {CauseKind::NcclError, QLatin1StringView("nccl-error")},
    {CauseKind::DiskFull, QLatin1StringView("disk-full")},
    {CauseKind::PortTaken, QLatin1StringView("port-taken")},
    {CauseKind::RendezvousTimeout, QLatin1StringView("rendezvous-timeout")},
    {CauseKind::Hang, QLatin1StringView("hang")},
    {CauseKind::Crash, QLatin1StringView("crash")},
    {CauseKind::Killed, QLatin1StringView("killed")},
    {CauseKind::MpiAbort, QLatin1StringView("mpi-abort")},
    {CauseKind::Exit, QLatin1StringView("exit")},
    {CauseKind::EndedEarly, QLatin1StringView("ended-early")},
    {CauseKind::Interrupted, QLatin1StringView("interrupted")},
    {CauseKind::PeerLost, QLatin1StringView("peer-lost")},
}};

constexpr std::array<std::pair<FirstCause::Certainty, QLatin1StringView>, 4> certaintyWords{{
    {FirstCause::Certainty::Told, QLatin1StringView("told")},
    {FirstCause::Certainty::Inferred, QLatin1StringView("inferred")},
    {FirstCause::Certainty::Tied, QLatin1StringView("tied")},
    {FirstCause::Certainty::ClocksDisagree, QLatin1StringView("clocks-disagree")},
}};

template <typename Words, typename Value>
QString wordOf(const Words &words, Value value)
{
    return std::ranges::find(words, value, &Words::value_type::first)->second;
}

template <typename Words>
auto valueOf(const Words &words, QStringView word) -> std::optional<typename Words::value_type::first_type>
{
    const auto found = std::ranges::find_if(words, [word](const auto &pair) { return word == pair.second; });
    if (found == words.end())
        return std::nullopt;
    return found->first;
}

} // namespace

QString toWord(CauseKind kind)
{
    return wordOf(kindWords, kind);
}

std::optional<CauseKind> causeKindFromWord(QStringView word)
{
    return valueOf(kindWords, word);
}

QString toWord(FirstCause::Certainty certainty)
{
    return wordOf(certaintyWords, certainty);
}

std::optional<FirstCause::Certainty> certaintyFromWord(QStringView word)
{
    return valueOf(certaintyWords, word);
}

} // namespace Roost
