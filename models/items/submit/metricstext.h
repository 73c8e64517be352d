// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost::Items {

/// The patterns of metrics as text, one on each line: "loss: loss=(?<value>\S+)".
struct MetricsText
{
    StringMap patterns;
    /// What is wrong with the first line that is not valid, and its number, counted from 1; empty if all are.
    QString problem;
    int problemLine = 0;
};

MetricsText readMetricsText(const QString &text);
QString writeMetricsText(const StringMap &patterns);

} // namespace Roost::Items
