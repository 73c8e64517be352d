// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/answer.h"

#include <QUrl>

namespace Roost {

/// Who asks. The token goes into the Authorization header as a bearer token; an empty one sends no header.
class Credential
{
public:
    virtual ~Credential() = default;
    virtual Answer<QByteArray> token() = 0;
    /// The server refused the last token: the next one must be a new one.
    virtual void forget() {}
};

/// A token that is known and does not change.
class StaticCredential : public Credential
{
public:
    explicit StaticCredential(QByteArray token)
        : m_token(std::move(token))
    {
    }
    Answer<QByteArray> token() override;

private:
    QByteArray m_token;
};

/// What a client does when nobody answers where the service was: a local service may be back at another port.
class Reconnector
{
public:
    virtual ~Reconnector() = default;
    /// `url` as it is to be asked now: one that names an earlier place of the service names the present one.
    virtual QUrl current(const QUrl &url) const = 0;
    /// True when the service is there again (perhaps elsewhere) and asking once more makes sense.
    virtual Answer<bool> reconnect() = 0;
};

} // namespace Roost
