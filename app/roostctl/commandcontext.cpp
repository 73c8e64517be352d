// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"

#include "app/roostctl/opening.h"
#include "app/roostctl/serveropening.h"

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
    m_workspace = where ? openForUser(m_parser, network(), *where) : nullptr;
    return m_workspace.get();
}

std::shared_ptr<Workspace> CommandContext::openAt(const QString &address)
{
    return openForUser(m_parser, network(), address);
}

std::optional<Importers::TrackingServer> CommandContext::trackingAt(const QString &address)
{
    std::optional<Workspaces::SignIn> signIn;
    const auto workspace = ensureTrusted(address) ? openForUser(m_parser, network(), address, &signIn) : nullptr;
    const auto info = workspace && signIn ? get(workspace->info()) : std::nullopt;
    if (!info)
        return std::nullopt;
    auto server = trackingServer(address, *info, *signIn);
    if (!server) {
        printError(server.error());
        return std::nullopt;
    }
    return *server;
}

} // namespace Roost::Ctl
