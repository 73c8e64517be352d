// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/interrupt.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/core/computeload.h"
#include "models/items/base/format.h"
#include "models/items/base/poller.h"

#include <algorithm>

namespace Roost::Ctl {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

ComputeCatalog *catalog(CommandContext &context)
{
    Workspace *workspace = context.open();
    return workspace ? CommandContext::required(workspace->computes(), u"compute"_s) : nullptr;
}

QStringList row(const Compute &compute)
{
    return {compute.name, compute.type, compute.size, toWord(compute.state),
            u"%1 of %2"_s.arg(compute.busyNodes).arg(compute.maxNodes)};
}

int list(CommandContext &context)
{
    ComputeCatalog *computes = catalog(context);
    const auto all = computes ? context.get(computes->computes()) : std::nullopt;
    if (!all)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const Compute &compute : *all) {
        json += toJson(compute);
        rows += row(compute);
    }
    if (context.wantsJson())
        print(json);
    else
        printTable({u"NAME"_s, u"TYPE"_s, u"SIZE"_s, u"STATE"_s, u"BUSY"_s}, rows);
    return Done;
}

// Polls until the compute is ready or has failed, or until the user presses Ctrl+C, which does not stop its creation.
int waitUntilCreated(CommandContext &context, ComputeCatalog &computes, Compute compute)
{
    constexpr Poller::Intervals pace{std::chrono::milliseconds(500), std::chrono::seconds(5), std::chrono::seconds(30),
                                     1.3};
    QEventLoop loop;
    Interrupt interrupt;
    std::optional<Error> error;
    PendingReply<Compute> reply;
    Poller poller(
        [&](const std::function<void(Poller::Outcome)> &done) {
            reply.watch(computes.compute(compute.name), [&, done](Result<Compute> now) {
                if (now)
                    compute = std::move(*now);
                else if (!now.error().mayPass())
                    error = now.error();
                const bool ends = error || (now && isTerminal(compute.state));
                done(ends ? Poller::Outcome::Stop : now ? Poller::Outcome::Same : Poller::Outcome::Unreachable);
                if (ends)
                    loop.quit();
            });
        },
        pace);
    QObject::connect(&interrupt, &Interrupt::pressed, &loop, &QEventLoop::quit);
    poller.start();
    loop.exec();
    if (interrupt.happened()) {
        printError(u"Stopped waiting; %1 is being created all the same."_s.arg(compute.name));
        return Trouble;
    }
    if (error) {
        printError(*error);
        return Trouble;
    }
    if (context.wantsJson())
        print(toJson(compute));
    else if (compute.state == ProvisioningState::Succeeded)
        printLine(u"%1 is ready."_s.arg(compute.name));
    if (compute.state == ProvisioningState::Succeeded)
        return Done;
    printError(u"%1 could not be created: %2"_s.arg(
        compute.name, compute.errors.isEmpty() ? toWord(compute.state) : compute.errors.join(u"; "_s)));
    return Trouble;
}

int create(CommandContext &context)
{
    Compute wanted;
    wanted.name = context.argument(0);
    wanted.type = Compute::ClusterType;
    wanted.size = context.option(u"size"_s);
    wanted.lowPriority = context.has(u"low-priority"_s);
    bool isMinNumber = true;
    bool isMaxNumber = true;
    wanted.minNodes = context.has(u"min"_s) ? context.option(u"min"_s).toInt(&isMinNumber) : 0;
    wanted.maxNodes = context.has(u"max"_s) ? context.option(u"max"_s).toInt(&isMaxNumber) : 1;
    if (!isMinNumber || !isMaxNumber || wanted.minNodes < 0 || wanted.maxNodes < std::max(1, wanted.minNodes)) {
        printError(u"--min and --max take whole numbers, and --max is 1 or more and no less than --min."_s);
        return BadUsage;
    }
    bool isIdleNumber = true;
    if (context.has(u"idle"_s))
        wanted.idleSeconds = context.option(u"idle"_s).toLongLong(&isIdleNumber);
    if (!isIdleNumber || wanted.idleSeconds < -1) {
        printError(u"--idle takes a whole number of seconds."_s);
        return BadUsage;
    }
    if (const QString why = whyNotAComputeName(wanted.name); !why.isEmpty()) {
        printError(why);
        return BadUsage;
    }
    if (wanted.size.isEmpty()) {
        printError(u"Which size has a node? Add --size SIZE, as the workspace names it, like STANDARD_NC6."_s);
        return BadUsage;
    }
    ComputeCatalog *computes = catalog(context);
    auto created = computes ? context.get(computes->create(wanted)) : std::nullopt;
    if (!created)
        return Trouble;
    if (context.has(u"wait"_s))
        return waitUntilCreated(context, *computes, *created);
    context.wantsJson() ? print(toJson(*created)) : printLine(u"%1 is being created."_s.arg(created->name));
    return Done;
}

int show(CommandContext &context)
{
    ComputeCatalog *computes = catalog(context);
    const auto found = computes ? context.get(computes->compute(context.argument(0))) : std::nullopt;
    if (!found)
        return Trouble;
    if (context.wantsJson()) {
        print(toJson(*found));
        return Done;
    }
    const auto count = [](int n) { return n > 0 ? QString::number(n) : QString(); };
    QList<QStringList> rows{{u"type"_s, found->type},
                            {u"description"_s, found->description},
                            {u"size"_s, found->size},
                            {u"location"_s, found->location},
                            {u"priority"_s, found->lowPriority ? u"low"_s : QString()},
                            {u"state"_s, toWord(found->state)},
                            {u"errors"_s, found->errors.join(u"; "_s)},
                            {u"nodes"_s, u"%1 to %2, %3 there, %4 busy"_s.arg(found->minNodes)
                                             .arg(found->maxNodes)
                                             .arg(found->currentNodes)
                                             .arg(found->busyNodes)},
                            {u"idle timeout"_s, found->idleSeconds < 0 ? QString() : u"%1 s"_s.arg(found->idleSeconds)},
                            {u"cores of a node"_s, count(found->cores)},
                            {u"GPUs of a node"_s, count(found->gpus)},
                            {u"created"_s, timeText(found->created)}};
    rows.removeIf([](const QStringList &row) { return row[1].isEmpty(); });
    printTable({u"COMPUTE"_s, found->name}, rows);
    return Done;
}

QString percentText(double percent)
{
    return QString::number(percent, 'f', 0) + u" %"_s;
}

QList<QStringList> rowsOf(const NodeLoad &load)
{
    const auto size = [](qint64 used, qint64 total) {
        return used < 0 ? QString() : u"%1 of %2"_s.arg(Format::bytes(used), Format::bytes(total));
    };
    const auto rates = [](double in, const QString &inWord, double out, const QString &outWord) {
        return in < 0
                   ? QString()
                   : u"%1/s %2, %3/s %4"_s.arg(Format::bytes(qint64(in)), inWord, Format::bytes(qint64(out)), outWord);
    };
    QList<QStringList> rows{
        {u"cpu"_s, u"%1 of %2 cores"_s.arg(percentText(load.processorPercent)).arg(load.cores)},
        {u"memory"_s, size(load.memoryUsed, load.memoryTotal)},
        {u"disk"_s, size(load.diskUsed, load.diskTotal)},
        {u"disk traffic"_s, rates(load.diskReadRate, u"read"_s, load.diskWriteRate, u"written"_s)},
        {u"network"_s, rates(load.networkReceiveRate, u"received"_s, load.networkSendRate, u"sent"_s)}};
    for (const GpuLoad &gpu : load.gpus) {
        QStringList parts{gpu.name};
        if (gpu.utilizationPercent)
            parts += percentText(*gpu.utilizationPercent);
        parts += size(gpu.memoryUsed, gpu.memoryTotal);
        if (gpu.powerWatts)
            parts += QString::number(*gpu.powerWatts, 'f', 0) + u" W"_s;
        if (gpu.temperatureCelsius)
            parts += QString::number(*gpu.temperatureCelsius, 'f', 0) + u" °C"_s;
        rows += {u"GPU %1"_s.arg(gpu.index), parts.join(u", "_s)};
    }
    rows.removeIf([](const QStringList &row) { return row[1].isEmpty(); });
    return rows;
}

int load(CommandContext &context)
{
    Workspace *workspace = context.open();
    ComputeLoad *measured =
        workspace ? CommandContext::required(workspace->computeLoad(), u"way to measure computes"_s) : nullptr;
    const auto nodes = measured ? context.get(measured->load(context.argument(0))) : std::nullopt;
    if (!nodes)
        return Trouble;
    QJsonArray json;
    for (const NodeLoad &node : *nodes) {
        json += toJson(node);
        if (!context.wantsJson())
            printTable({u"NODE"_s, node.node}, rowsOf(node));
    }
    if (context.wantsJson())
        print(json);
    return Done;
}

int remove(CommandContext &context)
{
    ComputeCatalog *computes = catalog(context);
    // Azure reports success for the removal of a compute that does not exist.
    if (!computes || !context.get(computes->compute(context.argument(0))) ||
        !context.get(computes->remove(context.argument(0))))
        return Trouble;
    if (context.wantsJson())
        print(QJsonObject{{u"name"_s, context.argument(0)}, {u"removed"_s, true}});
    else
        printLine(u"%1 is being removed."_s.arg(context.argument(0)));
    return Done;
}

} // namespace

QList<Verb> computesVerbs()
{
    const QCommandLineOption size(u"size"_s, u"The size of a node, as the workspace names it."_s, u"SIZE"_s);
    const QCommandLineOption least(u"min"_s, u"Nodes that are always kept (0)."_s, u"N"_s);
    const QCommandLineOption most(u"max"_s, u"Nodes at most (1)."_s, u"N"_s);
    const QCommandLineOption idle(u"idle"_s, u"Seconds without work before a node is given back."_s, u"SECONDS"_s);
    const QCommandLineOption low(u"low-priority"_s, u"Cheaper nodes, which the cloud may take away."_s);
    const QCommandLineOption waits(u"wait"_s, u"Returns when it is ready; the exit code is 0 only then."_s);
    return {
        {u"computes"_s, {}, u"Lists the compute targets."_s, {}, 0, 0, list},
        {u"computes list"_s, {}, u"The same."_s, {}, 0, 0, list},
        {u"computes show"_s, u"NAME"_s, u"Shows one compute target."_s, {}, 1, 1, show},
        {u"computes load"_s, u"NAME"_s, u"Measures how busy the nodes of a compute target are."_s, {}, 1, 1, load},
        {u"computes create"_s,
         u"NAME"_s,
         u"Creates a compute target."_s,
         {size, least, most, idle, low, waits},
         1,
         1,
         create},
        {u"computes remove"_s, u"NAME"_s, u"Removes a compute target."_s, {}, 1, 1, remove},
    };
}

} // namespace Roost::Ctl
