// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QUrl>

#include <memory>

namespace Roost::Rest {

/// The identity of the client. The Authorization header consists of the scheme and the token; an empty token sends no
/// header.
class Credential
{
public:
    virtual ~Credential() = default;
    virtual Future<QByteArray> token() = 0;
    virtual QByteArray scheme() const { return "Bearer"; }
    /// Returns whether the user has allowed the token to be sent to another machine unencrypted (http).
    virtual bool mayTravelInPlain() const { return false; }
    /// Call when the server refused the last token: token() then returns a new one.
    virtual void forget() {}
};

/// A fixed token.
class StaticCredential : public Credential
{
public:
    explicit StaticCredential(QByteArray token, bool mayTravelInPlain = false)
        : m_token(std::move(token))
        , m_mayTravelInPlain(mayTravelInPlain)
    {
    }
    /// Returns credentials for HTTP Basic authentication.
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

/// Finds a service that is no longer reachable: a local service may have restarted at another port.
class Reconnector
{
public:
    virtual ~Reconnector() = default;
    /// Returns `url` with an earlier address of the service replaced by the current one.
    virtual QUrl current(const QUrl &url) const = 0;
    /// Finishes with true if the service was found again, perhaps at another address, and the request can be repeated.
    virtual Future<void> reconnect() = 0;
};

} // namespace Roost::Rest
