// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/opening.h"
#include "app/roostctl/serveropening.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/core/trackinglines.h"
#include "models/trust/foldertrust.h"
#include "models/trust/privatefile.h"
#include "models/wire/roost/workspaceconfig.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace Roost::Ctl {

using namespace Trust;
using namespace Qt::StringLiterals;

namespace {

// `token` is printed only if the user requests it.
int tell(CommandContext &context, const WorkspaceInfo &info, const QString &token = {})
{
    if (context.wantsJson()) {
        QJsonObject json = toJson(info);
        if (!token.isEmpty())
            json[u"trackingToken"_s] = token;
        print(json);
        return Done;
    }
    QList<QStringList> rows{{u"location"_s, info.location},       {u"kind"_s, info.kind},
                            {u"folder"_s, info.folder},           {u"id"_s, info.resourceId},
                            {u"description"_s, info.description}, {u"MLFLOW_TRACKING_URI"_s, info.trackingUri},
                            {u"MLFLOW_TRACKING_TOKEN"_s, token}};
    for (const auto &[part, bytes] : info.storage.asKeyValueRange())
        rows += {part, sizeText(bytes)};
    rows.removeIf([](const QStringList &row) { return row[1].isEmpty(); });
    printTable({u"WORKSPACE"_s, info.name}, rows);
    return Done;
}

const QString clientOption = u"client"_s;

// Prints only the lines that a client needs, so that a shell can evaluate them.
int tellClient(CommandContext &context, const WorkspaceInfo &info, const QString &token)
{
    const QString form = context.option(clientOption);
    if (form != "shell"_L1 && form != "python"_L1) {
        printError(u"--client takes shell or python, not \"%1\"."_s.arg(form));
        return BadUsage;
    }
    if (info.trackingUri.isEmpty()) {
        printError(u"The workspace %1 has no address for MLflow clients."_s.arg(info.name));
        return Trouble;
    }
    const auto lines =
        trackingLines(form == "shell"_L1 ? TrackingForm::Shell : TrackingForm::Python, info.trackingUri, token);
    for (const QString &line : lines)
        printLine(line);
    if (!token.isEmpty())
        printError(u"Keep the token secret: whoever has it can read and change this workspace. It holds until you log "
                   "out or restart this computer. Clients need the service: it runs while a window is open, or as "
                   "roostd serve --data-dir %1."_s.arg(info.folder));
    return Done;
}

// Lets a project folder refer to a workspace in another folder.
bool link(const QString &folder)
{
    const QString name = u".azureml/config.json"_s;
    if (const QFileInfo there(name); there.exists() || there.isSymLink()) {
        printError(u"%1 already exists and was not changed."_s.arg(name));
        return false;
    }
    QDir::current().mkpath(u".azureml"_s);
    const QByteArray text = QJsonDocument(Wire::workspaceLink(folder)).toJson();
    const auto written = writePrivateFile(name, text);
    if (!written)
        printError(written.error());
    return written.has_value();
}

int create(CommandContext &context)
{
    const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(context.argument(0)));
    if (context.has(u"trust"_s)) {
        QDir().mkpath(folder);
        if (const auto kept = trustFolder(folder); !kept) {
            printError(kept.error());
            return Trouble;
        }
    }
    auto workspace = context.get(createWorkspace(context.network(), folder, context.option(u"name"_s)));
    const auto info = workspace ? context.get((*workspace)->info()) : std::nullopt;
    if (!info || (context.has(u"link"_s) && !link(folder)))
        return Trouble;
    return tell(context, *info);
}

int show(CommandContext &context)
{
    Workspace *workspace = context.open();
    const auto info = workspace ? context.get(workspace->info()) : std::nullopt;
    if (!info)
        return Trouble;
    const auto address = context.has(u"token"_s) || context.has(clientOption) ? context.address() : std::nullopt;
    const QString token = address ? trackingToken(*address) : QString();
    return context.has(clientOption) ? tellClient(context, *info, token) : tell(context, *info, token);
}

int test(CommandContext &context)
{
    const auto address = context.address();
    if (!address)
        return Trouble;
    const auto check = testServer(context.commandLine(), context.network(), *address);
    if (!check)
        return Trouble;
    QJsonArray steps;
    QList<QStringList> rows;
    for (const ServerCheckStep &step : check->steps) {
        const bool hasFailed = step.outcome == ServerCheckStep::Outcome::Failed;
        rows += {step.what, hasFailed ? u"failed"_s : u"ok"_s, step.text};
        steps += QJsonObject{{u"step"_s, step.what}, {u"passed"_s, !hasFailed}, {u"text"_s, step.text}};
    }
    if (context.wantsJson())
        print(QJsonObject{
            {u"passed"_s, check->hasPassed()}, {u"steps"_s, steps}, {u"fingerprint"_s, check->fingerprint}});
    else
        printTable({u"STEP"_s, u"RESULT"_s, u"FOUND"_s}, rows);
    if (!check->fingerprint.isEmpty() && !context.wantsJson())
        printError(u"To accept this certificate, if the server's administrator confirms it, add: "
                   "--accept-certificate %1"_s.arg(check->fingerprint));
    return check->hasPassed() ? Done : Trouble;
}

int forget(CommandContext &context)
{
    const auto address = context.address();
    return address && forgetServer(*address) ? Done : Trouble;
}

} // namespace

QList<Verb> workspaceVerbs()
{
    const QCommandLineOption name(u"name"_s, u"Its name (that of the folder)."_s, u"NAME"_s);
    const QCommandLineOption linked(u"link"_s,
                                    u"Also writes .azureml/config.json here, so that verbs find it from here."_s);
    const QCommandLineOption token(
        u"token"_s, u"Also shows the token that MLflow clients need; whoever has it can change the workspace."_s);
    const QCommandLineOption client(clientOption,
                                    u"Shows only the lines with which an MLflow client logs to the workspace, with the "
                                    "token: as shell or as python lines."_s,
                                    u"FORM"_s);
    return {
        {u"workspace create"_s,
         u"PATH"_s,
         u"Makes a workspace of this machine in a folder."_s,
         {name, linked},
         1,
         1,
         create},
        {u"workspace test"_s,
         {},
         u"Tests a server step by step: connection, certificate, sign-in, version, experiments."_s,
         {},
         0,
         0,
         test},
        {u"workspace forget"_s,
         {},
         u"Removes the password or token of a server from the keychain, and what is kept of its runs here."_s,
         {},
         0,
         0,
         forget},
        {u"workspace show"_s, {}, u"Shows which workspace is in use and what it holds."_s, {token, client}, 0, 0, show},
    };
}

} // namespace Roost::Ctl
