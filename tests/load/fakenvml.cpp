// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

// A replacement of libnvidia-ml.so.1 with two GPUs, written after NVIDIA's published header. FAKE_NVML_INIT is the code
// that the start returns; FAKE_NVML_HANGS blocks every request for the number of GPUs; FAKE_NVML_MIG makes the first
// GPU a divided one; FAKE_NVML_PROCESSES names a file of lines "GPU PID BYTES".

namespace {

int codeOf(const char *variable)
{
    const char *text = std::getenv(variable);
    return text == nullptr ? 0 : std::atoi(text);
}

int indexOf(void *device)
{
    return static_cast<int *>(device) - static_cast<int *>(nullptr) - 1;
}

struct Utilization
{
    unsigned gpu, memory;
};

struct Memory
{
    unsigned long long total, free, used;
};

struct Process
{
    unsigned pid;
    unsigned long long bytes;
    unsigned gpuInstance, computeInstance;
};

} // namespace

extern "C" {

int nvmlInit_v2()
{
    return codeOf("FAKE_NVML_INIT");
}

int nvmlShutdown()
{
    return 0;
}

const char *nvmlErrorString(int code)
{
    return code == 9 ? "Driver Not Loaded" : "Unknown Error";
}

int nvmlDeviceGetCount_v2(unsigned *count)
{
    while (std::getenv("FAKE_NVML_HANGS") != nullptr)
        pause();
    *count = 2;
    return 0;
}

int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **device)
{
    *device = static_cast<int *>(nullptr) + index + 1;
    return 0;
}

int nvmlDeviceGetName(void *, char *name, unsigned size)
{
    std::snprintf(name, size, "Test GPU 24GB");
    return 0;
}

int nvmlDeviceGetUUID(void *device, char *uuid, unsigned size)
{
    std::snprintf(uuid, size, "GPU-%d0000000-aaaa", indexOf(device) + 1);
    return 0;
}

int nvmlDeviceGetUtilizationRates(void *device, Utilization *utilization)
{
    if (indexOf(device) == 0 && std::getenv("FAKE_NVML_MIG") != nullptr)
        return 3;
    *utilization = {indexOf(device) == 0 ? 87U : 0U, 12};
    return 0;
}

int nvmlDeviceGetMemoryInfo(void *device, Memory *memory)
{
    const unsigned long long used = indexOf(device) == 0 ? 6ULL << 30 : 1ULL << 20;
    *memory = {24ULL << 30, (24ULL << 30) - used, used};
    return 0;
}

int nvmlDeviceGetPowerUsage(void *device, unsigned *milliwatts)
{
    *milliwatts = indexOf(device) == 0 ? 215500 : 15000;
    return 0;
}

int nvmlDeviceGetTemperature(void *device, int, unsigned *celsius)
{
    *celsius = indexOf(device) == 0 ? 71 : 34;
    return 0;
}

int nvmlDeviceGetComputeRunningProcesses_v3(void *device, unsigned *count, Process *list)
{
    unsigned found = 0;
    const char *name = std::getenv("FAKE_NVML_PROCESSES");
    std::FILE *file = name == nullptr ? nullptr : std::fopen(name, "r");
    int gpu = 0;
    Process process{};
    while (file != nullptr && std::fscanf(file, "%d %u %llu", &gpu, &process.pid, &process.bytes) == 3) {
        if (gpu == indexOf(device) && ++found <= *count)
            list[found - 1] = process;
    }
    if (file != nullptr)
        std::fclose(file);
    const bool fits = found <= *count;
    *count = found;
    return fits ? 0 : 7;
}
}
