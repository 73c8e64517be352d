// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitfield.h"

#include <utility>

namespace Roost::Items {

SubmitStep stepOf(SubmitField field)
{
    switch (field) {
    case SubmitField::Folder:
    case SubmitField::Script:
    case SubmitField::Arguments:
    case SubmitField::Command:
    case SubmitField::Experiment:
    case SubmitField::Variables:
    case SubmitField::Metrics:
        return SubmitStep::Code;
    case SubmitField::Compute:
        return SubmitStep::Compute;
    case SubmitField::Environment:
    case SubmitField::Conda:
        return SubmitStep::Environment;
    case SubmitField::Nodes:
    case SubmitField::Processes:
        return SubmitStep::Distribution;
    case SubmitField::JobText:
        return SubmitStep::Review;
    }
    std::unreachable();
}

} // namespace Roost::Items
