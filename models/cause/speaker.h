// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevents.h"

namespace Roost {

/// A line without what PyTorch ("[rank1]: "), torchrun ("[default1]:") and mpirun ("[1,1]<stderr>: ") put before it,
/// and the rank that names; -1 for none. Before a traceback that may stand anywhere in the line.
struct Spoken
{
    int who = -1;
    QByteArrayView text;
};
Spoken spokenIn(QByteArrayView line);

/// What a line outside of a traceback tells, and how many lines after it belong to it.
std::optional<std::pair<LogEvent, int>> eventOfLine(QByteArrayView text, const EvidenceLine &here);
/// Takes in what a line says that belongs to `event`.
void learnFromFollowing(LogEvent &event, QByteArrayView text);

} // namespace Roost
