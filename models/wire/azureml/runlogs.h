// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/logpath.h"
#include "models/core/run.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns the logs of details in reading order: the output of the ranks, then the image build, then the rest.
QList<FileRef> logsFromDetails(const QJsonObject &details);
void sortForReading(QList<FileRef> &logs);
using Roost::rankOfLog;

} // namespace Roost::Wire
