// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "ui/navigation/navigator.h"

namespace Roost::Ui {

/// How the end of a run is reported to a person.
struct RunEnd
{
    /// One sentence: the run, how it ended, and after how long or why.
    QString text;
    Notice level = Notice::Info;
};

/// `run` is at its end: completed, failed or canceled.
RunEnd describeEnd(const Run &run);

} // namespace Roost::Ui
