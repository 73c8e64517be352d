// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace Roost::Ctl {

/// To stdout; to stderr as one sentence. What would steer a terminal is written out (terminaltext.h).
void print(const QString &text);
void say(const QString &sentence);
/// To stdout as one line, whatever a name in it holds.
void printLine(const QString &line);
/// "roostctl: sentence", and with ROOST_DETAIL=1 in the environment the detail too.
void say(const Error &error);
void print(const QJsonObject &object);
void print(const QJsonArray &array);
/// As one line, for what is told while it happens.
void printEvent(const QJsonObject &event);
/// Columns under their heads, padded with blanks; each row is one line.
void printTable(const QStringList &heads, const QList<QStringList> &rows);

/// Asks in the terminal; false without one, or where the answer is not yes.
bool asksForYes(const QString &question);

/// Asks in the terminal without showing what is typed; nothing without one, or where it is interrupted.
std::optional<QString> asksForSecret(const QString &question);

/// Bytes for people: "2.9 MB".
QString sizeText(qint64 bytes);

/// Ctrl+C while one lives is noticed instead of ending the program.
class Interrupt : public QObject
{
    Q_OBJECT
public:
    Interrupt();
    ~Interrupt() override;
    bool happened() const { return m_happened; }

Q_SIGNALS:
    void pressed();

private:
    bool m_happened = false;
};

/// What a verb has to do with: its command line and the workspace it names.
class Session
{
public:
    explicit Session(const QCommandLineParser &parser);
    ~Session();

    QString argument(int index) const { return m_parser.positionalArguments().value(index); }
    QStringList arguments() const { return m_parser.positionalArguments(); }
    QString option(const QString &name) const { return m_parser.value(name); }
    QStringList options(const QString &name) const { return m_parser.values(name); }
    bool has(const QString &name) const { return m_parser.isSet(name); }
    bool wantsJson() const { return m_parser.isSet(QStringLiteral("json")); }

    /// The address of the workspace, by option or by config file; an error is said. A folder that other users could
    /// have prepared is no address before the user has said so, by --trust or asked in a terminal.
    std::optional<QString> address() const;
    /// Opens it, starting the service where it is a local one; an error is said and null returned.
    Workspace *open();
    /// What open() opened, for those that keep it.
    const std::shared_ptr<Workspace> &workspace() const { return m_workspace; }
    QNetworkAccessManager *network();

    /// Waits for an answer while the event loop runs; an error is said and nothing returned.
    template <typename T>
    std::optional<T> get(const Future<T> &answer)
    {
        auto result = wait(std::move(answer));
        if (result)
            return std::move(*result);
        say(result.error());
        return std::nullopt;
    }

    template <typename T>
    static Result<T> wait(const Future<T> &answer)
    {
        QEventLoop loop;
        std::optional<Result<T>> got;
        PendingReply<T> pending;
        pending.watch(answer, [&](Result<T> result) {
            got = std::move(result);
            loop.quit();
        });
        if (!got)
            loop.exec();
        return got ? std::move(*got) : failure(ErrorKind::Failed, QStringLiteral("The program was asked to end."));
    }

    /// The part, or null and a sentence that this kind of workspace has none.
    template <typename Part>
    static Part *needed(Part *part, const QString &what)
    {
        if (!part)
            say(QStringLiteral("This workspace has no %1.").arg(what));
        return part;
    }

private:
    bool mayUse(const QString &address) const;
    const QCommandLineParser &m_parser;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::shared_ptr<Workspace> m_workspace;
};

} // namespace Roost::Ctl
