// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace Roost::Service::Launch {

/// The events in `state/events.jsonl`, which the supervisor writes and readEvents() reads.
namespace EventName {
inline constexpr QLatin1StringView supervisor("supervisor");
inline constexpr QLatin1StringView started("started");
inline constexpr QLatin1StringView ended("ended");
/// A rank failed first.
inline constexpr QLatin1StringView failing("failing");
inline constexpr QLatin1StringView cancel("cancel");
inline constexpr QLatin1StringView timeLimit("timeLimit");
inline constexpr QLatin1StringView error("error");
inline constexpr QLatin1StringView unkillable("unkillable");
/// The last event of a run.
inline constexpr QLatin1StringView end("end");
} // namespace EventName

/// The keys of their JSON.
namespace EventKey {
inline constexpr QLatin1StringView event("event");
/// UTC milliseconds since 1970.
inline constexpr QLatin1StringView time("time");
inline constexpr QLatin1StringView rank("rank");
inline constexpr QLatin1StringView pid("pid");
inline constexpr QLatin1StringView startTicks("startTicks");
inline constexpr QLatin1StringView boot("boot");
inline constexpr QLatin1StringView lastLine("lastLine");
inline constexpr QLatin1StringView signal("signal");
inline constexpr QLatin1StringView exitCode("exitCode");
inline constexpr QLatin1StringView outOfMemory("outOfMemory");
inline constexpr QLatin1StringView text("text");
inline constexpr QLatin1StringView count("count");
inline constexpr QLatin1StringView outcome("outcome");
} // namespace EventKey

} // namespace Roost::Service::Launch
