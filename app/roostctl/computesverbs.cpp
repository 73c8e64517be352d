// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/session.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

ComputeCatalog *catalog(Session &session)
{
    Workspace *workspace = session.open();
    return workspace ? Session::needed(workspace->computes(), u"compute"_s) : nullptr;
}

QStringList row(const Compute &compute)
{
    return {compute.name, compute.type, compute.size, toWord(compute.state),
            u"%1 of %2"_s.arg(compute.busyNodes).arg(compute.maxNodes)};
}

int list(Session &session)
{
    ComputeCatalog *computes = catalog(session);
    const auto all = computes ? session.get(computes->computes()) : std::nullopt;
    if (!all)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const Compute &compute : *all) {
        json += toJson(compute);
        rows += row(compute);
    }
    if (session.wantsJson())
        print(json);
    else
        printTable({u"NAME"_s, u"TYPE"_s, u"SIZE"_s, u"STATE"_s, u"BUSY"_s}, rows);
    return Done;
}

int create(Session &session)
{
    Compute wanted;
    wanted.name = session.argument(0);
    wanted.type = u"AmlCompute"_s;
    wanted.size = session.option(u"size"_s);
    bool minFine = true;
    bool maxFine = true;
    wanted.minNodes = session.has(u"min"_s) ? session.option(u"min"_s).toInt(&minFine) : 0;
    wanted.maxNodes = session.has(u"max"_s) ? session.option(u"max"_s).toInt(&maxFine) : 1;
    if (!minFine || !maxFine || wanted.minNodes < 0 || wanted.maxNodes < std::max(1, wanted.minNodes)) {
        say(u"--min and --max take whole numbers, and --max is 1 or more and no less than --min."_s);
        return BadUsage;
    }
    if (const QString why = whyNotAComputeName(wanted.name); !why.isEmpty()) {
        say(why);
        return BadUsage;
    }
    ComputeCatalog *computes = catalog(session);
    const auto made = computes ? session.get(computes->create(wanted)) : std::nullopt;
    if (!made)
        return Trouble;
    session.wantsJson() ? print(toJson(*made)) : print(u"%1 is being created.\n"_s.arg(made->name));
    return Done;
}

int remove(Session &session)
{
    ComputeCatalog *computes = catalog(session);
    // Azure answers the removal of what is not there with success.
    if (!computes || !session.get(computes->compute(session.argument(0))) ||
        !session.get(computes->remove(session.argument(0))))
        return Trouble;
    if (session.wantsJson())
        print(QJsonObject{{u"name"_s, session.argument(0)}, {u"removed"_s, true}});
    else
        print(u"%1 is being removed.\n"_s.arg(session.argument(0)));
    return Done;
}

} // namespace

QList<Verb> computesVerbs()
{
    const QCommandLineOption size(u"size"_s, u"The size of a node, as the workspace names it."_s, u"SIZE"_s);
    const QCommandLineOption least(u"min"_s, u"Nodes that are always kept (0)."_s, u"N"_s);
    const QCommandLineOption most(u"max"_s, u"Nodes at most (1)."_s, u"N"_s);
    return {
        {u"computes"_s, {}, u"Lists the compute targets."_s, {}, 0, 0, list},
        {u"computes list"_s, {}, u"The same."_s, {}, 0, 0, list},
        {u"computes create"_s, u"NAME"_s, u"Makes a compute target."_s, {size, least, most}, 1, 1, create},
        {u"computes remove"_s, u"NAME"_s, u"Removes a compute target."_s, {}, 1, 1, remove},
    };
}

} // namespace Roost::Ctl
