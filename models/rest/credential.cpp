// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/credential.h"

namespace Roost::Rest {

std::shared_ptr<StaticCredential> StaticCredential::basic(const QString &user, const QString &password,
                                                          bool mayTravelInPlain)
{
    auto made = std::make_shared<StaticCredential>((user + u':' + password).toUtf8().toBase64(), mayTravelInPlain);
    made->m_scheme = "Basic";
    return made;
}

Future<QByteArray> StaticCredential::token()
{
    return readyFuture<QByteArray>(m_token);
}

} // namespace Roost::Rest
