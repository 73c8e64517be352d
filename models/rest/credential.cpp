// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/credential.h"

namespace Roost {

Answer<QByteArray> StaticCredential::token()
{
    return answered<QByteArray>(m_token);
}

} // namespace Roost
