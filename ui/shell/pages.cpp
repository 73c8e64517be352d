// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/compute/computepage.h"
#include "ui/environments/environmentspage.h"
#include "ui/registry/modelspage.h"
#include "ui/runs/runpage.h"
#include "ui/runs/runspage.h"
#include "ui/submit/submitwizard.h"
#include "ui/workspace/homepage.h"

#include <QCoreApplication>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

template <typename P>
PageView *simplePage(const PageContext &context, QWidget *parent)
{
    return new P(context.workspace.session, context.navigator, parent);
}

PageView *homePage(const PageContext &context, QWidget *parent)
{
    auto *page = new HomePage(context.workspace.session, context.navigator, context.workspace.activeRuns,
                              context.sessions, parent);
    QObject::connect(page, &HomePage::openWanted, page, context.openWorkspace);
    return page;
}

PageView *computePage(const PageContext &context, QWidget *parent)
{
    return new ComputePage(context.workspace.session, context.navigator, context.workspace.activeRuns, parent);
}

} // namespace

const QList<PageSpec> &railPages()
{
    static const QList<PageSpec> pages = {
        {u"home"_s, Words::tr("Home"), u"home"_s, homePage},
        {u"runs"_s, Words::tr("Runs"), u"runs"_s, simplePage<RunsPage>},
        {u"compute"_s, Words::tr("Compute"), u"compute"_s, computePage},
        {u"environments"_s, Words::tr("Environments"), u"environments"_s, simplePage<EnvironmentsPage>},
        {u"models"_s, Words::tr("Models"), u"models"_s, simplePage<ModelsPage>},
    };
    return pages;
}

PageView *makePage(const Location &location, const PageContext &context, QWidget *parent)
{
    if (location.page == u"run")
        return new RunPage(context.workspace.session, context.navigator, location.name, parent);
    if (location.page == u"submit")
        return simplePage<SubmitWizard>(context, parent);
    for (const PageSpec &spec : railPages()) {
        if (spec.name == location.page)
            return spec.make(context, parent);
    }
    return nullptr;
}

void pick(PageView *page, const Location &location)
{
    if (location.name.isEmpty())
        return;
    if (auto *runs = qobject_cast<RunsPage *>(page))
        runs->showExperiment(location.name);
    else if (auto *compute = qobject_cast<ComputePage *>(page))
        compute->show(location.name);
    else if (auto *environments = qobject_cast<EnvironmentsPage *>(page))
        environments->show(location.name, location.version);
    else if (auto *models = qobject_cast<ModelsPage *>(page))
        models->show(location.name, location.version);
}

QString railPageOf(const Location &location)
{
    return location.page == u"run" ? u"runs"_s : location.page;
}

void offer(PageView *wizard, const Job &prefill)
{
    if (auto *submit = qobject_cast<SubmitWizard *>(wizard))
        submit->offer(prefill);
}

} // namespace Roost::Ui
