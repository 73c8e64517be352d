// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/steptitle.h"

#include <QCoreApplication>

#include <utility>

namespace Roost::Ui {

using namespace Items;

QList<SubmitStep> submitSteps()
{
    return {SubmitStep::Code, SubmitStep::Compute, SubmitStep::Environment, SubmitStep::Distribution,
            SubmitStep::Review};
}

QString stepTitle(SubmitStep step)
{
    switch (step) {
    case SubmitStep::Code:
        return QCoreApplication::translate("Roost::Ui::SubmitStep", "Code");
    case SubmitStep::Compute:
        return QCoreApplication::translate("Roost::Ui::SubmitStep", "Compute");
    case SubmitStep::Environment:
        return QCoreApplication::translate("Roost::Ui::SubmitStep", "Environment");
    case SubmitStep::Distribution:
        return QCoreApplication::translate("Roost::Ui::SubmitStep", "Distribution");
    case SubmitStep::Review:
        return QCoreApplication::translate("Roost::Ui::SubmitStep", "Review");
    }
    std::unreachable();
}

} // namespace Roost::Ui
