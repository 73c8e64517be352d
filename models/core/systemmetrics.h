// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The names of metrics that describe the load of a run's machine and processes, as MLflow's clients name them:
/// "system/cpu_utilization_percentage". What belongs to one rank is below "system/rank_N/", what belongs to one GPU
/// begins with "gpu_N_". A megabyte is a million bytes.
namespace Roost::SystemMetric {

inline constexpr QLatin1StringView prefix("system/");
inline constexpr QLatin1StringView rankPrefix("rank_");
inline constexpr QLatin1StringView gpuPrefix("gpu_");

/// Of the machine from 0 to 100; of a rank, 100 is one core.
inline constexpr QLatin1StringView processor("cpu_utilization_percentage");
inline constexpr QLatin1StringView memory("system_memory_usage_megabytes");
inline constexpr QLatin1StringView memoryShare("system_memory_usage_percentage");
inline constexpr QLatin1StringView diskUsed("disk_usage_megabytes");
inline constexpr QLatin1StringView diskShare("disk_usage_percentage");
inline constexpr QLatin1StringView diskAvailable("disk_available_megabytes");
/// Since the start of the run.
inline constexpr QLatin1StringView networkReceived("network_receive_megabytes");
inline constexpr QLatin1StringView networkSent("network_transmit_megabytes");
// MLflow's clients do not log the following three kinds.
inline constexpr QLatin1StringView diskReadRate("disk_read_megabytes_per_second");
inline constexpr QLatin1StringView diskWriteRate("disk_write_megabytes_per_second");
inline constexpr QLatin1StringView networkReceiveRate("network_receive_megabytes_per_second");
inline constexpr QLatin1StringView networkSendRate("network_transmit_megabytes_per_second");
inline constexpr QLatin1StringView rankMemory("memory_usage_megabytes");
// After "gpu_N_".
inline constexpr QLatin1StringView gpuUtilization("utilization_percentage");
inline constexpr QLatin1StringView gpuMemory("memory_usage_megabytes");
inline constexpr QLatin1StringView gpuMemoryShare("memory_usage_percentage");
inline constexpr QLatin1StringView gpuPower("power_usage_watts");
inline constexpr QLatin1StringView gpuTemperature("temperature_celsius");

/// Returns whether the metric describes the load, and was not logged by the script for itself.
inline bool isOne(const QString &key)
{
    return key.startsWith(prefix);
}

} // namespace Roost::SystemMetric
