// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/local/machine.h"

#include <QHash>
#include <QList>
#include <QString>

#include <expected>
#include <mutex>

namespace Roost::Service::Launch {

/// What a run asks for before it may start.
struct Demand
{
    QString runId;
    int processes = 1;
    int nodes = 1;
    /// Empty: this machine as it is, without counting nodes.
    QString compute;
    int maxNodes = 0;
    /// GPUs a run has already, from before the service was restarted.
    QList<int> gpus;
};

/// Who has which part of the machine. A run takes a slot a process; one that is larger than the machine runs
/// when it is alone. Runs of a compute somebody made take its nodes besides. Thread-safe.
class Slots
{
public:
    explicit Slots(const Machine &machine)
        : m_machine(machine)
    {
    }

    /// The GPUs it was given, or why it must wait, as a sentence.
    std::expected<QList<int>, QString> take(const Demand &demand);
    /// Of a run that is under way already, whatever is free.
    void adopt(const Demand &demand);
    void release(const QString &runId);

    int inUse() const;
    int busyNodes(const QString &compute) const;

private:
    int used() const;
    int nodesOf(const QString &compute) const;
    QList<int> freeGpus(int wanted) const;

    Machine m_machine;
    mutable std::mutex m_mutex;
    QHash<QString, Demand> m_taken;
};

} // namespace Roost::Service::Launch
