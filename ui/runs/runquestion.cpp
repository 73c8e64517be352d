// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runquestion.h"

#include "models/items/runs/runsmodel.h"
#include "ui/widgets/bar.h"

#include <QCoreApplication>

#include <utility>

namespace Roost::Ui {

using namespace Items;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Roost::Ui::RunQuestion)
};

} // namespace

RunQuestion RunQuestion::start(const Run &run)
{
    return {startQuestion(run), Words::tr("Start run"), Words::tr("Not yet")};
}

RunQuestion RunQuestion::cancel(const Run &run)
{
    return {Words::tr("Cancel %1? Its processes are ended; what it wrote so far stays.").arg(nameOf(run)),
            Words::tr("Cancel run"), Words::tr("Keep running")};
}

RunQuestion RunQuestion::remove(const Run &run)
{
    return {Words::tr("Delete %1 with its logs and outputs?").arg(nameOf(run)), Words::tr("Delete run"),
            Words::tr("Keep run")};
}

void RunQuestion::show(ConfirmBar &bar, std::function<void()> confirmed) const
{
    bar.showQuestion(text, accept, std::move(confirmed), refuse);
}

} // namespace Roost::Ui
