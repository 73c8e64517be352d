// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/nvml.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Load {

namespace {

// The parts of the library's interface that are used here. It is stable: a changed function gets another name.
constexpr int success = 0;
constexpr int notSupported = 3;
constexpr int insufficientSize = 7;
constexpr int temperatureOfGpu = 0;
constexpr unsigned nameSize = 96;
constexpr auto unknownBytes = ~0ULL;
constexpr size_t mostProcesses = 100'000;

struct Utilization
{
    unsigned gpu = 0; // percent
    unsigned memory = 0;
};

struct Memory
{
    unsigned long long total = 0;
    unsigned long long free = 0;
    unsigned long long used = 0;
};

struct ProcessInfo
{
    unsigned pid = 0;
    unsigned long long usedMemory = 0;
    unsigned gpuInstance = 0;
    unsigned computeInstance = 0;
};

} // namespace

struct Nvml::Functions
{
    int (*init)() = nullptr;
    int (*shutdown)() = nullptr;
    int (*count)(unsigned *) = nullptr;
    int (*device)(unsigned, void **) = nullptr;
    int (*name)(void *, char *, unsigned) = nullptr;
    int (*uuid)(void *, char *, unsigned) = nullptr;
    int (*utilization)(void *, Utilization *) = nullptr;
    int (*memory)(void *, Memory *) = nullptr;
    int (*power)(void *, unsigned *) = nullptr; // milliwatts
    int (*temperature)(void *, int, unsigned *) = nullptr;
    int (*processes)(void *, unsigned *, ProcessInfo *) = nullptr;
    const char *(*errorText)(int) = nullptr;
};

Nvml::Nvml()
    : m_functions(std::make_unique<Functions>())
    , m_problem(loadLibrary())
{
}

Nvml::~Nvml()
{
    if (m_library == nullptr)
        return;
    m_functions->shutdown();
    dlclose(m_library);
}

QString Nvml::loadLibrary()
{
    const QByteArray other = qgetenv(nvmlVariable);
    void *library = dlopen(other.isEmpty() ? "libnvidia-ml.so.1" : other.constData(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        return u"GPUs are not measured, because NVIDIA's library cannot be loaded (%1). It comes with the driver."_s
            .arg(QString::fromLocal8Bit(dlerror()));
    }
    QString missing;
    const auto find = [&](auto &function, std::initializer_list<const char *> names) {
        for (const char *name : names) {
            if (void *address = dlsym(library, name)) {
                function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(address);
                return;
            }
        }
        missing = QString::fromLatin1(*names.begin());
    };
    Functions &f = *m_functions;
    find(f.processes, {"nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetComputeRunningProcesses_v2"});
    missing.clear(); // drivers before 450 have neither; the processes are then not known
    find(f.init, {"nvmlInit_v2"});
    find(f.shutdown, {"nvmlShutdown"});
    find(f.count, {"nvmlDeviceGetCount_v2"});
    find(f.device, {"nvmlDeviceGetHandleByIndex_v2"});
    find(f.name, {"nvmlDeviceGetName"});
    find(f.uuid, {"nvmlDeviceGetUUID"});
    find(f.utilization, {"nvmlDeviceGetUtilizationRates"});
    find(f.memory, {"nvmlDeviceGetMemoryInfo"});
    find(f.power, {"nvmlDeviceGetPowerUsage"});
    find(f.temperature, {"nvmlDeviceGetTemperature"});
    find(f.errorText, {"nvmlErrorString"});
    int code = success;
    QString problem;
    if (!missing.isEmpty())
        problem = u"GPUs are not measured, because NVIDIA's library lacks the function %1."_s.arg(missing);
    else if (code = f.init(); code != success)
        problem = u"GPUs are not measured, because NVIDIA's driver reports: %1."_s.arg(textOf(code));
    if (problem.isEmpty())
        m_library = library;
    else
        dlclose(library);
    return problem;
}

QString Nvml::textOf(int code) const
{
    const char *text = m_functions->errorText(code);
    return text == nullptr ? u"error %1"_s.arg(code) : QString::fromLatin1(text);
}

GpuReading Nvml::read()
{
    GpuReading reading;
    reading.problem = m_problem;
    unsigned count = 0;
    if (m_library == nullptr)
        return reading;
    if (const int code = m_functions->count(&count); code != success)
        reading.problem = u"GPUs are not measured, because NVIDIA's driver reports: %1."_s.arg(textOf(code));
    for (unsigned index = 0; index < count; ++index)
        reading.gpus += stateOf(index, reading.problem);
    return reading;
}

GpuState Nvml::stateOf(unsigned index, QString &problem) const
{
    const Functions &f = *m_functions;
    GpuState state;
    state.load.index = int(index);
    void *device = nullptr;
    const auto succeeds = [&](int code) {
        if (code != success && code != notSupported && problem.isEmpty())
            problem =
                u"GPU %1 is not measured fully, because NVIDIA's driver reports: %2."_s.arg(index).arg(textOf(code));
        return code == success;
    };
    if (!succeeds(f.device(index, &device)))
        return state;
    std::array<char, nameSize> text{};
    if (succeeds(f.name(device, text.data(), nameSize)))
        state.load.name = QString::fromLatin1(text.data());
    if (succeeds(f.uuid(device, text.data(), nameSize)))
        state.uuid = QString::fromLatin1(text.data());
    Utilization utilization;
    if (succeeds(f.utilization(device, &utilization)))
        state.load.utilizationPercent = utilization.gpu;
    Memory memory;
    if (succeeds(f.memory(device, &memory))) {
        state.load.memoryUsed = qint64(memory.used);
        state.load.memoryTotal = qint64(memory.total);
    }
    unsigned value = 0;
    if (succeeds(f.power(device, &value)))
        state.load.powerWatts = value / 1000.;
    if (succeeds(f.temperature(device, temperatureOfGpu, &value)))
        state.load.temperatureCelsius = value;
    setProcesses(device, state, problem);
    return state;
}

void Nvml::setProcesses(void *device, GpuState &state, QString &problem) const
{
    if (m_functions->processes == nullptr)
        return;
    std::vector<ProcessInfo> list(64);
    auto count = unsigned(list.size());
    int code = m_functions->processes(device, &count, list.data());
    while (code == insufficientSize && list.size() < mostProcesses) {
        list.resize(2 * list.size() + count);
        count = unsigned(list.size());
        code = m_functions->processes(device, &count, list.data());
    }
    if (code != success)
        return;
    for (size_t i = 0; i < std::min<size_t>(count, list.size()); ++i) {
        const auto pid = pid_t(list[i].pid);
        if (list[i].usedMemory == unknownBytes)
            continue;
        state.processes[pid] += qint64(list[i].usedMemory);
        if (problem.isEmpty() && kill(pid, 0) != 0 && errno == ESRCH) {
            problem = u"Not all GPU memory is attributed to ranks, because the driver lists processes that cannot be "
                      "seen from here, as in a container."_s;
        }
    }
}

} // namespace Roost::Load
