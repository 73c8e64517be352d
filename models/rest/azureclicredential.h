// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/credential.h"

#include <QDateTime>

namespace Roost::Rest {

/// Signs in through `az account get-access-token`, whose sign-in the user did in a terminal. Tokens are kept
/// until shortly before they expire. Errors: Denied with az's own words when nobody is signed in, Failed when
/// there is no az, Unreachable when it does not answer within a minute.
class AzureCliCredential : public Credential
{
public:
    struct Settings
    {
        QString program = QStringLiteral("az");
        QString resource = QStringLiteral("https://management.azure.com");
        QString tenant; // empty: az's own
        int timeoutMs = 60000;
    };

    AzureCliCredential()
        : AzureCliCredential(Settings())
    {
    }
    explicit AzureCliCredential(Settings settings)
        : m_settings(std::move(settings))
    {
    }
    Future<QByteArray> token() override;
    void forget() override { m_token.clear(); }

private:
    Settings m_settings;
    QByteArray m_token;
    QDateTime m_expires;
};

} // namespace Roost::Rest
