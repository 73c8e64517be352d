// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/console.h"
#include "app/roostctl/waiting.h"
#include "models/core/workspace.h"
#include "models/importers/trackingapi.h"
#include "models/workspaces/registry.h"

#include <QCommandLineParser>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace Roost::Ctl {

/// The command line of a verb, and the workspace that it names.
class CommandContext
{
public:
    explicit CommandContext(const QCommandLineParser &parser);
    ~CommandContext();

    QString argument(int index) const { return m_parser.positionalArguments().value(index); }
    QStringList arguments() const { return m_parser.positionalArguments(); }
    QString option(const QString &name) const { return m_parser.value(name); }
    QStringList options(const QString &name) const { return m_parser.values(name); }
    bool has(const QString &name) const { return m_parser.isSet(name); }
    bool wantsJson() const { return m_parser.isSet(QStringLiteral("json")); }

    /// Returns the address of the workspace, from --workspace or from a config file; prints an error and returns
    /// nothing if there is none. A folder that other users could have prepared is used only after the user agrees, by
    /// --trust or in the terminal.
    std::optional<QString> address() const;
    /// Opens the workspace and starts the service of a local one. Prints an error and returns null if that fails.
    Workspace *open();
    /// Opens the workspace at that address in the same way.
    std::shared_ptr<Workspace> openAt(const QString &address);
    /// Opens the workspace at that address and returns where it serves MLflow's protocol. Prints an error and returns
    /// nothing if that fails.
    std::optional<Importers::TrackingServer> trackingAt(const QString &address);
    /// The workspace that open() has opened, for callers that keep it.
    const std::shared_ptr<Workspace> &workspace() const { return m_workspace; }
    QNetworkAccessManager *network();
    const QCommandLineParser &commandLine() const { return m_parser; }

    /// Waits for the future while the event loop runs. Prints an error and returns nothing if it fails.
    template <typename T>
    std::optional<T> get(const Future<T> &future)
    {
        auto result = wait(future);
        if (result)
            return std::move(*result);
        printError(result.error());
        return std::nullopt;
    }

    /// Like get() above, for a future without a value. Returns whether it succeeded.
    bool get(const Future<void> &future)
    {
        const auto result = wait(future);
        if (!result)
            printError(result.error());
        return result.has_value();
    }

    template <typename T>
    static Result<T> wait(const Future<T> &future)
    {
        return waitFor(future);
    }

    /// Returns the part. If it is null, prints that this kind of workspace does not have it.
    template <typename Part>
    static Part *required(Part *part, const QString &what)
    {
        if (!part)
            printError(QStringLiteral("This workspace has no %1.").arg(what));
        return part;
    }

private:
    bool ensureTrusted(const QString &address) const;
    const QCommandLineParser &m_parser;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::shared_ptr<Workspace> m_workspace;
};

} // namespace Roost::Ctl
