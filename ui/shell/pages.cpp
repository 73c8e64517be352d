// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/compute/computepage.h"
#include "ui/environments/environmentspage.h"
#include "ui/pages/catalogpage.h"
#include "ui/registry/modelspage.h"
#include "ui/runs/runpage.h"
#include "ui/runs/runspage.h"
#include "ui/submit/submitwizard.h"
#include "ui/workspace/homepage.h"
#include "ui/workspace/openworkspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

template <typename P>
PageView *makeSimple(const PageContext &context, const Location &, QWidget *parent)
{
    return new P(context.workspace.session, context.navigator, parent);
}

PageView *makeHome(const PageContext &context, const Location &, QWidget *parent)
{
    auto *page = new HomePage(context.workspace.session, context.navigator, context.workspace.activeRuns,
                              context.workspaces, parent);
    QObject::connect(page, &HomePage::openWanted, page, context.openWorkspace);
    return page;
}

PageView *makeCompute(const PageContext &context, const Location &, QWidget *parent)
{
    return new ComputePage(context.workspace.session, context.navigator, context.workspace.activeRuns, parent);
}

PageView *makeRun(const PageContext &context, const Location &location, QWidget *parent)
{
    return new RunPage(context.workspace.session, context.navigator, location.name, parent);
}

// For a location without a name, a list stays as it is.
void showExperiment(PageView *page, const Location &location)
{
    if (!location.name.isEmpty())
        static_cast<RunsPage *>(page)->showExperiment(location.name);
}

void showRunTab(PageView *page, const Location &location)
{
    if (!location.version.isEmpty())
        static_cast<RunPage *>(page)->showTab(location.version);
}

void selectEntry(PageView *page, const Location &location)
{
    if (!location.name.isEmpty())
        static_cast<CatalogPage *>(page)->selectWhenListed(location.name, location.version);
}

QList<PageSpec> makeTable()
{
    return {
        {.id = Location::home().page, .title = Words::tr("Home"), .icon = u"home"_s, .make = makeHome},
        {.id = Location::runs().page,
         .title = Words::tr("Runs"),
         .icon = u"runs"_s,
         .make = makeSimple<RunsPage>,
         .show = showExperiment},
        {.id = Location::compute().page,
         .title = Words::tr("Compute"),
         .icon = u"compute"_s,
         .make = makeCompute,
         .show = selectEntry},
        {.id = Location::environments().page,
         .title = Words::tr("Environments"),
         .icon = u"environments"_s,
         .make = makeSimple<EnvironmentsPage>,
         .show = selectEntry},
        {.id = Location::models().page,
         .title = Words::tr("Models"),
         .icon = u"models"_s,
         .make = makeSimple<ModelsPage>,
         .show = selectEntry},
        {.id = Location::run({}).page,
         .railId = Location::runs().page,
         .isPerName = true,
         .make = makeRun,
         .show = showRunTab},
        // Not restored: the wizard stores its draft itself.
        {.id = Location::submit().page, .isRestored = false, .make = makeSimple<SubmitWizard>},
    };
}

} // namespace

const QList<PageSpec> &allPages()
{
    static const QList<PageSpec> pages = makeTable();
    return pages;
}

const QList<PageSpec> &railPages()
{
    static const QList<PageSpec> pages = [] {
        QList<PageSpec> inRail;
        std::ranges::copy_if(allPages(), std::back_inserter(inRail),
                             [](const PageSpec &spec) { return !spec.title.isEmpty(); });
        return inRail;
    }();
    return pages;
}

const PageSpec *findPage(const QString &id)
{
    const auto spec = std::ranges::find(allPages(), id, &PageSpec::id);
    return spec == allPages().end() ? nullptr : &*spec;
}

Location restoredLocation(const Location &location)
{
    const PageSpec *spec = findPage(location.page);
    return spec && spec->isRestored ? location : Location::home();
}

QString railIdOf(const Location &location)
{
    const PageSpec *spec = findPage(location.page);
    if (!spec)
        return {};
    return spec->railId.isEmpty() ? spec->id : spec->railId;
}

void offerJob(PageView *wizard, const Job &prefill)
{
    if (auto *submit = qobject_cast<SubmitWizard *>(wizard))
        submit->offer(prefill);
}

} // namespace Roost::Ui
