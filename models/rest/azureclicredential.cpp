// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/azureclicredential.h"

#include "models/core/words.h"
#include "models/wire/json.h"

#include <QPointer>
#include <QProcess>
#include <QTimeZone>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Roost::Rest {

namespace {

// A token is not used if it expires within this time.
constexpr qint64 marginSeconds = 120;

struct Token
{
    QByteArray text;
    QDateTime expires;
};

Result<Token> tokenFrom(const QByteArray &output)
{
    const auto json = Wire::parseObject(output);
    if (!json)
        return std::unexpected(json.error());
    Token token{Wire::text(json->value("accessToken"_L1)).toUtf8(), {}};
    if (token.text.isEmpty())
        return failure(ErrorKind::Unreadable, Words::tr("The Azure CLI gave no access token."),
                       QString::fromUtf8(output));
    // Newer versions report seconds since 1970, older ones local time only.
    if (const auto seconds = Wire::integer(json->value("expires_on"_L1)); seconds > 0)
        token.expires = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC);
    else
        token.expires = QDateTime::fromString(Wire::text(json->value("expiresOn"_L1)), Qt::ISODateWithMs).toUTC();
    return token;
}

// A call of az; deletes itself when the process has ended.
class Call : public QObject
{
public:
    Call(const AzureCliCredential::Settings &settings, Promise<Token> promise)
        : m_promise(std::move(promise))
        , m_program(settings.program)
    {
        QStringList arguments{u"account"_s, u"get-access-token"_s, u"--output"_s,
                              u"json"_s,    u"--resource"_s,       settings.resource};
        if (!settings.tenant.isEmpty())
            arguments << u"--tenant"_s << settings.tenant;
        connect(&m_process, &QProcess::finished, this, &Call::onFinished);
        connect(&m_process, &QProcess::errorOccurred, this, &Call::onError);
        QTimer::singleShot(settings.timeoutMs, this, [this] {
            end(failure(ErrorKind::Unreachable,
                        Words::tr("The Azure CLI did not answer in time. Try \"az account show\".")));
        });
        m_promise.onCancel([call = QPointer(this)] {
            if (call)
                call->discard();
        });
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.start(m_program, arguments);
    }

private:
    void end(Result<Token> result)
    {
        m_promise.resolve(std::move(result));
        discard();
    }

    // The thread of the window must not wait for a process that is slow to end.
    void discard()
    {
        m_process.disconnect(this);
        if (m_process.state() == QProcess::NotRunning)
            return deleteLater();
        connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
        m_process.kill();
    }

    void onError(QProcess::ProcessError error)
    {
        if (error != QProcess::FailedToStart)
            return;
        end(failure(
            ErrorKind::Failed,
            Words::tr("There is no Azure CLI (%1) on this machine. Install it and run \"az login\".").arg(m_program)));
    }

    void onFinished(int code, QProcess::ExitStatus status)
    {
        const auto errorOutput = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
        if (status == QProcess::NormalExit && code == 0)
            return end(tokenFrom(m_process.readAllStandardOutput()));
        end(failure(ErrorKind::Denied, Words::tr("The Azure CLI gave no token; run \"az login\" in a terminal."),
                    errorOutput));
    }

    Promise<Token> m_promise;
    QString m_program;
    QProcess m_process;
};

} // namespace

Future<QByteArray> AzureCliCredential::token()
{
    if (!m_token.isEmpty() && QDateTime::currentDateTimeUtc().secsTo(m_expires) > marginSeconds)
        return readyFuture<QByteArray>(m_token);
    Promise<Token> promise;
    new Call(m_settings, promise);
    return transform(promise.future(), [this](const Token &token) -> Result<QByteArray> {
        m_token = token.text;
        m_expires = token.expires;
        return token.text;
    });
}

} // namespace Roost::Rest
