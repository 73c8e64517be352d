// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/opening.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/core/maintenance.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <cstdio>
#include <optional>

#include <unistd.h>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

Maintenance *maintenanceOf(CommandContext &context)
{
    Workspace *workspace = context.open();
    return workspace ? CommandContext::required(workspace->maintenance(), u"maintenance"_s) : nullptr;
}

int check(CommandContext &context)
{
    Maintenance *maintenance = maintenanceOf(context);
    const bool repair = context.has(u"repair"_s);
    const auto report = maintenance ? context.get(maintenance->check(repair)) : std::nullopt;
    if (!report)
        return Trouble;
    const bool isFine = report->faults.isEmpty() || !report->repairs.isEmpty();
    if (context.wantsJson()) {
        print(QJsonObject{{u"faults"_s, QJsonArray::fromStringList(report->faults)},
                          {u"repairs"_s, QJsonArray::fromStringList(report->repairs)}});
        return isFine ? Done : Trouble;
    }
    for (const QString &fault : report->faults)
        printLine(u"Fault: "_s + fault);
    for (const QString &done : report->repairs)
        printLine(u"Repaired: "_s + done);
    if (report->faults.isEmpty())
        print(u"The workspace is whole.\n"_s);
    else if (!repair)
        print(u"Repair what can be repaired with: roostctl workspace check --repair\n"_s);
    return isFine ? Done : Trouble;
}

int backup(CommandContext &context)
{
    const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(context.argument(0)));
    Maintenance *maintenance = maintenanceOf(context);
    if (!maintenance)
        return Trouble;
    const bool isShown = !context.wantsJson() && ::isatty(STDERR_FILENO) != 0;
    const auto progress = [isShown](qint64 done, qint64 total) {
        if (isShown && total > 0)
            std::fprintf(stderr, "\r%s of %s ", qPrintable(sizeText(done)), qPrintable(sizeText(total)));
    };
    const auto made = context.get(maintenance->backup(folder, progress));
    if (isShown)
        std::fputs("\r", stderr);
    if (!made)
        return Trouble;
    if (context.wantsJson())
        print(QJsonObject{{u"folder"_s, made->folder}, {u"files"_s, made->files}, {u"bytes"_s, made->bytes}});
    else
        printLine(u"%1 files with %2 were copied to %3."_s.arg(made->files).arg(sizeText(made->bytes), made->folder));
    return Done;
}

int restore(CommandContext &context)
{
    Maintenance *maintenance = maintenanceOf(context);
    if (!maintenance)
        return Trouble;
    QJsonArray json;
    for (const QString &id : context.arguments()) {
        if (!context.get(maintenance->restore(id)))
            return Trouble;
        json += id;
        if (!context.wantsJson())
            printLine(u"%1 is restored."_s.arg(id));
    }
    if (context.wantsJson())
        print(QJsonObject{{u"restored"_s, json}});
    return Done;
}

int listTrash(CommandContext &context)
{
    Maintenance *maintenance = maintenanceOf(context);
    const auto runs = maintenance ? context.get(maintenance->trash()) : std::nullopt;
    if (!runs)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const DeletedRun &run : *runs) {
        json += QJsonObject{{u"id"_s, run.id},
                            {u"displayName"_s, run.displayName},
                            {u"experiment"_s, run.experiment},
                            {u"deleted"_s, run.deleted.toUTC().toString(Qt::ISODateWithMs)},
                            {u"bytes"_s, run.bytes}};
        rows += {run.id, run.displayName, run.experiment, timeText(run.deleted), sizeText(run.bytes)};
    }
    if (context.wantsJson())
        print(json);
    else if (runs->isEmpty())
        print(u"The trash is empty.\n"_s);
    else
        printTable({u"ID"_s, u"NAME"_s, u"EXPERIMENT"_s, u"DELETED"_s, u"FILES"_s}, rows);
    return Done;
}

// Reads "30d", "12h", "90m" or "2w". Returns nothing for any other text.
std::optional<qint64> secondsOf(const QString &text)
{
    static const QRegularExpression form(u"\\A([0-9]{1,6})([mhdw])\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const QMap<QString, qint64> units{{u"m"_s, minute}, {u"h"_s, hour}, {u"d"_s, day}, {u"w"_s, 7 * day}};
    return match.captured(1).toLongLong() * units.value(match.captured(2));
}

int emptyTrash(CommandContext &context)
{
    QDateTime before;
    if (context.has(u"older-than"_s)) {
        const auto age = secondsOf(context.option(u"older-than"_s));
        if (!age) {
            printError(
                u"--older-than takes an age such as 30d, 12h or 90m, not '%1'."_s.arg(context.option(u"older-than"_s)));
            return BadUsage;
        }
        before = QDateTime::currentDateTimeUtc().addSecs(-*age);
    }
    Maintenance *maintenance = maintenanceOf(context);
    if (!maintenance)
        return Trouble;
    if (!context.has(u"yes"_s) && !confirm(u"Remove deleted runs for good? [y/N] "_s)) {
        printError(u"Nothing was removed. Add --yes to remove deleted runs for good."_s);
        return BadUsage;
    }
    const auto reclaimed = context.get(maintenance->emptyTrash(before));
    if (!reclaimed)
        return Trouble;
    if (context.wantsJson()) {
        print(QJsonObject{{u"runs"_s, reclaimed->runs}, {u"bytes"_s, reclaimed->bytes}, {u"kept"_s, reclaimed->kept}});
        return Done;
    }
    printLine(u"%1 runs were removed; %2 are free again."_s.arg(reclaimed->runs).arg(sizeText(reclaimed->bytes)));
    if (reclaimed->kept > 0)
        printLine(u"%1 runs stay, because a registered model or another run uses their files."_s.arg(reclaimed->kept));
    return Done;
}

} // namespace

QList<Verb> maintenanceVerbs()
{
    const QCommandLineOption repair(u"repair"_s, u"Also repairs what can be repaired; nothing is deleted."_s);
    const QCommandLineOption age(u"older-than"_s, u"Only runs that were deleted before that time: 30d, 12h, 90m."_s,
                                 u"AGE"_s);
    const QCommandLineOption yes(u"yes"_s, u"Removes without asking."_s);
    return {
        {u"workspace check"_s, {}, u"Checks the database and the files of the workspace."_s, {repair}, 0, 0, check},
        {u"workspace backup"_s,
         u"DIR"_s,
         u"Copies the workspace to a new or empty folder while it is in use."_s,
         {},
         1,
         1,
         backup},
        {u"runs restore"_s, u"RUN..."_s, u"Takes runs out of the trash."_s, {}, 1, -1, restore},
        {u"trash list"_s, {}, u"Lists deleted runs."_s, {}, 0, 0, listTrash},
        {u"trash empty"_s, {}, u"Removes deleted runs for good and frees their space."_s, {age, yes}, 0, 0, emptyTrash},
    };
}

} // namespace Roost::Ctl
