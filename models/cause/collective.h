// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Roost::Causes {

/// The collective operation in which a rank was, as NCCL's watchdog reports it.
struct Collective
{
    qint64 sequence = -1;
    qint64 lastEnqueued = -1;
    QString operation;
    QString group; // the process group; empty if it is not reported
};

/// Updates `collective` from a line of the watchdog.
void readCollective(QByteArrayView line, Collective &collective);

/// Returns the rank that a line of PyTorch ("[Rank 3] Watchdog caught ...") names as its writer; -1 if it names none.
int rankInWords(QByteArrayView line);

} // namespace Roost::Causes
