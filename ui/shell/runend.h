// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "ui/navigation/navigator.h"

namespace Roost::Ui {

/// The report to the user that a run has ended.
struct RunEnd
{
    /// One sentence: the run, its result, and the duration or the reason.
    QString text;
    Notice level = Notice::Info;
};

/// `run` must have ended: completed, failed or canceled.
RunEnd describeEnd(const Run &run);

} // namespace Roost::Ui
