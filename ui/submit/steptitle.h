// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitdraft.h"

namespace Roost::Ui {

/// Returns all steps, in their order.
QList<Items::SubmitStep> submitSteps();
/// Returns "Code", "Compute", ...
QString stepTitle(Items::SubmitStep step);

} // namespace Roost::Ui
