// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/servercredential.h"

namespace Roost::Workspaces {

ServerCredential::ServerCredential(const Rest::StaticCredential &secret, QString whyRefused,
                                   std::function<void()> refused)
    : m_secret(secret)
    , m_whyRefused(std::move(whyRefused))
    , m_refused(std::move(refused))
{
}

Future<QByteArray> ServerCredential::token()
{
    if (m_isRefused)
        return readyFuture<QByteArray>(failure(ErrorKind::Denied, m_whyRefused));
    return m_secret.token();
}

void ServerCredential::forget()
{
    if (std::exchange(m_isRefused, true) || !m_refused)
        return;
    m_refused();
}

} // namespace Roost::Workspaces
