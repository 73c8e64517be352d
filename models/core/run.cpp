// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/run.h"

#include <array>
#include <utility>

namespace Roost {

namespace {

constexpr std::array<std::pair<RunStatus, const char *>, 14> statusWords{{
    {RunStatus::NotStarted, "NotStarted"},
    {RunStatus::Queued, "Queued"},
    {RunStatus::Preparing, "Preparing"},
    {RunStatus::Provisioning, "Provisioning"},
    {RunStatus::Starting, "Starting"},
    {RunStatus::Running, "Running"},
    {RunStatus::Finalizing, "Finalizing"},
    {RunStatus::CancelRequested, "CancelRequested"},
    {RunStatus::Completed, "Completed"},
    {RunStatus::Failed, "Failed"},
    {RunStatus::Canceled, "Canceled"},
    {RunStatus::NotResponding, "NotResponding"},
    {RunStatus::Paused, "Paused"},
    {RunStatus::Unknown, "Unknown"},
}};

constexpr std::array<std::pair<Phase, const char *>, 4> phaseWords{{
    {Phase::Preparing, "Preparing"},
    {Phase::Scaling, "Scaling"},
    {Phase::Running, "Running"},
    {Phase::PostProcessing, "PostProcessing"},
}};

} // namespace

QString toWord(RunStatus status)
{
    for (const auto &[value, word] : statusWords) {
        if (value == status)
            return QString::fromLatin1(word);
    }
    std::unreachable();
}

RunStatus runStatusFromWord(QStringView word)
{
    for (const auto &[value, text] : statusWords) {
        if (word == QLatin1StringView(text))
            return value;
    }
    return RunStatus::Unknown;
}

bool isTerminal(RunStatus status)
{
    return status == RunStatus::Completed || status == RunStatus::Failed || status == RunStatus::Canceled;
}

std::optional<Phase> phaseOf(RunStatus status)
{
    switch (status) {
    case RunStatus::Preparing:
        return Phase::Preparing;
    case RunStatus::Queued:
    case RunStatus::Provisioning:
    case RunStatus::Starting:
        return Phase::Scaling;
    case RunStatus::Running:
    case RunStatus::NotResponding:
    case RunStatus::Paused:
        return Phase::Running;
    case RunStatus::Finalizing:
        return Phase::PostProcessing;
    case RunStatus::NotStarted:
    case RunStatus::CancelRequested:
    case RunStatus::Completed:
    case RunStatus::Failed:
    case RunStatus::Canceled:
    case RunStatus::Unknown:
        return std::nullopt;
    }
    std::unreachable();
}

QString toWord(Phase phase)
{
    for (const auto &[value, word] : phaseWords) {
        if (value == phase)
            return QString::fromLatin1(word);
    }
    std::unreachable();
}

std::optional<Phase> phaseFromWord(QStringView word)
{
    for (const auto &[value, text] : phaseWords) {
        if (word == QLatin1StringView(text))
            return value;
    }
    return std::nullopt;
}

} // namespace Roost
