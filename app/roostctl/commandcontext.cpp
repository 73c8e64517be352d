// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"

#include "app/roostctl/opening.h"

#include <QDir>
#include <QNetworkAccessManager>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

CommandContext::CommandContext(const QCommandLineParser &parser)
    : m_parser(parser)
{
}

CommandContext::~CommandContext() = default;

QNetworkAccessManager *CommandContext::network()
{
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    return m_network.get();
}

std::optional<QString> CommandContext::address() const
{
    QStringList skipped;
    const QString found = has(u"workspace"_s) ? option(u"workspace"_s) : workspaceOf(QDir::currentPath(), skipped);
    for (const QString &sentence : std::as_const(skipped))
        printError(sentence + u" If you mean it, name it by --workspace."_s);
    if (!found.isEmpty())
        return ensureTrusted(found) ? std::optional(found) : std::nullopt;
    printError(
        u"No workspace was found: there is no config.json or .azureml/config.json in this folder or a parent. Use "
        "--workspace PATH, or make one with: roostctl workspace create PATH"_s);
    return std::nullopt;
}

bool CommandContext::ensureTrusted(const QString &address) const
{
    const auto why = whyNotTrusted(address);
    if (!why)
        return true;
    if (!has(u"trust"_s)) {
        if (!confirm(
                u"The workspace %1 could have been prepared by another user: %2\nThat user can run commands as you. Use it, now and later? [y/N] "_s
                    .arg(address, *why))) {
            printError(
                u"The workspace %1 was not used. %2 If you trust whoever can write there, add --trust once."_s.arg(
                    address, *why));
            return false;
        }
    }
    const auto saved = trust(address);
    if (!saved)
        printError(saved.error());
    return saved.has_value();
}

Workspace *CommandContext::open()
{
    const auto where = address();
    if (!where)
        return nullptr;
    QString password;
    if (const QString user = userWithoutPassword(*where); !user.isEmpty()) {
        const auto typed = readSecret(u"Password of %1: "_s.arg(user));
        if (!typed) {
            printError(
                u"The password of %1 is not known. Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or call "
                "roostctl in a terminal, where it asks."_s.arg(user));
            return nullptr;
        }
        password = *typed;
    }
    auto opened =
        get(openWorkspace(network(), *where, {.password = password, .mayTravelInPlain = has(u"plain-http"_s)}));
    if (!opened)
        return nullptr;
    m_workspace = std::move(*opened);
    return m_workspace.get();
}

} // namespace Roost::Ctl
