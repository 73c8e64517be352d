// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/activeruns.h"
#include "models/items/workspace/session.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Roost::Ui {

/// A workspace that can be opened: where it is, what to call it, and how.
struct WorkspaceLocation
{
    /// Identifies it: the canonical folder, the config.json, the URL.
    QString address;
    QString title;
    /// Name of an icon: "machine", "cloud", "server".
    QString icon;
    Items::WorkspaceSession::Opener open;
};

/// What the user must say before a workspace is opened.
struct OpeningQuestion
{
    enum class About {
        Trust,    // another user could have prepared the folder
        Password, // of an address that names a user
        Token,    // of a server that was opened with one
        PlainHttp // a token or password would go to another machine unencrypted
    };
    About about = About::Trust;
    QString title;
    QStringList paragraphs;
    /// The words of the button that goes on.
    QString yes;
};

/// Who asks at a server: a user with a password, or whoever has the token. Empty: as the environment says.
struct ServerSignIn
{
    QString user;
    QString password;
    QString token;
};

/// The kinds of workspaces there are; app/roost has the list. Answers come on the asking thread.
class WorkspaceProvider
{
public:
    virtual ~WorkspaceProvider() = default;
    /// The place a folder, a config.json or a URL means; an Error says why it is none.
    virtual Result<WorkspaceLocation> place(const QString &address) const = 0;
    /// What must be answered first; nothing where it can be opened at once. Opening without an answer is refused.
    virtual std::optional<OpeningQuestion> questionBefore(const QString &) const { return std::nullopt; }
    /// The user says yes; `secret` is the password or token where one was asked for.
    virtual Result<void> answer(const QString & /*address*/, OpeningQuestion::About, const QString & /*secret*/)
    {
        return {};
    }
    /// Keeps how to sign in at a server for as long as the program runs; what is returned is its address, which names
    /// the user and no secret.
    virtual QString withSignIn(const QString &address, const ServerSignIn &) { return address; }
    /// Makes a local workspace in an empty or new `folder`; the answer is its address.
    virtual Future<QString> create(const QString &folder, const QString &name) = 0;
    /// What MLflow clients of a workspace need as MLFLOW_TRACKING_TOKEN; empty where they need none, or none is known.
    virtual QString trackingToken(const QString & /*address*/) const { return {}; }
    /// Where new local workspaces go unless told otherwise.
    virtual QString defaultFolder() const = 0;
};

/// A session and what is told of it outside its pages.
struct OpenWorkspace
{
    explicit OpenWorkspace(const WorkspaceLocation &place)
        : icon(place.icon)
        , session(place.address, place.title, place.open)
        , activeRuns(session)
    {
    }

    QString icon;
    Items::WorkspaceSession session;
    Items::ActiveRuns activeRuns;
    int viewers = 0;
};

/// The workspaces that are open in this process, shared by its windows, and those opened before.
class OpenWorkspaces : public QObject
{
    Q_OBJECT
public:
    explicit OpenWorkspaces(WorkspaceProvider &door);

    WorkspaceProvider &door() const { return m_door; }

    /// The open one of that address, or a new one that connects; remembered as recent.
    Result<std::shared_ptr<OpenWorkspace>> open(const QString &address);
    /// Null where it is not open.
    std::shared_ptr<OpenWorkspace> find(const QString &address) const;
    QList<std::shared_ptr<OpenWorkspace>> all() const { return m_open; }

    /// Addresses, the last one used first; kept in the settings.
    QStringList recent() const { return m_recent; }
    void forget(const QString &address);
    /// Its name when it was last open, or what the address says.
    QString titleOf(const QString &address) const;

Q_SIGNALS:
    /// A session was added, or the state or name of one changed.
    void changed();

private:
    void remember(const QString &address);
    void save() const;

    WorkspaceProvider &m_door;
    QList<std::shared_ptr<OpenWorkspace>> m_open;
    QStringList m_recent;
    QHash<QString, QString> m_titles;
};

} // namespace Roost::Ui
