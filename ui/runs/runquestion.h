// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <functional>

namespace Roost::Ui {

class ConfirmBar;

/// The question before something is done with a run, and the words of its two buttons.
struct RunQuestion
{
    QString text;
    QString accept;
    QString refuse;

    static RunQuestion start(const Run &run);
    static RunQuestion cancel(const Run &run);
    static RunQuestion remove(const Run &run);

    void show(ConfirmBar &bar, std::function<void()> confirmed) const;
};

} // namespace Roost::Ui
