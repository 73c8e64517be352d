// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QUrl>

#include <memory>

namespace Roost::Rest {

/// Who asks. The token goes into the Authorization header behind the scheme; an empty one sends no header.
class Credential
{
public:
    virtual ~Credential() = default;
    virtual Future<QByteArray> token() = 0;
    virtual QByteArray scheme() const { return "Bearer"; }
    /// Whether the user has agreed that it goes to another machine where others can read it on its way (http).
    virtual bool mayTravelInPlain() const { return false; }
    /// The server refused the last token: the next one must be a new one.
    virtual void forget() {}
};

/// A token that is known and does not change.
class StaticCredential : public Credential
{
public:
    explicit StaticCredential(QByteArray token, bool mayTravelInPlain = false)
        : m_token(std::move(token))
        , m_mayTravelInPlain(mayTravelInPlain)
    {
    }
    /// Of a name and a password.
    static std::shared_ptr<StaticCredential> basic(const QString &user, const QString &password,
                                                   bool mayTravelInPlain = false);
    Future<QByteArray> token() override;
    QByteArray scheme() const override { return m_scheme; }
    bool mayTravelInPlain() const override { return m_mayTravelInPlain; }

private:
    QByteArray m_token;
    QByteArray m_scheme = "Bearer";
    bool m_mayTravelInPlain;
};

/// What a client does when nobody answers where the service was: a local service may be back at another port.
class Reconnector
{
public:
    virtual ~Reconnector() = default;
    /// `url` as it is to be asked now: one that names an earlier place of the service names the present one.
    virtual QUrl current(const QUrl &url) const = 0;
    /// True when the service is there again (perhaps elsewhere) and asking once more makes sense.
    virtual Future<bool> reconnect() = 0;
};

} // namespace Roost::Rest
