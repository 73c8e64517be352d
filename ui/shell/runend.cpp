// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/runend.h"

#include "models/cause/sentences.h"
#include "models/items/base/format.h"
#include "models/items/runs/runsmodel.h"

#include <QCoreApplication>

namespace Roost::Ui {

using namespace Causes;
using namespace Items;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RunEnd)
};

} // namespace

RunEnd describeEnd(const Run &run)
{
    const QString name = nameOf(run);
    if (run.status == RunStatus::Completed) {
        const bool isTimed = run.started.isValid() && run.ended.isValid();
        const QString time = isTimed ? Format::duration(run.started, run.ended) : QString();
        return {time.isEmpty() ? Words::tr("%1 completed.").arg(name)
                               : Words::tr("%1 completed after %2.").arg(name, time),
                Notice::Done};
    }
    if (run.status == RunStatus::Failed) {
        const QString cause = CauseText::of(run);
        return {cause.isEmpty() ? Words::tr("%1 failed.").arg(name) : Words::tr("%1 failed: %2").arg(name, cause),
                Notice::Warning};
    }
    return {Words::tr("%1 was canceled.").arg(name), Notice::Info};
}

} // namespace Roost::Ui
