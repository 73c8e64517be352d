// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/credential.h"

#include <QDateTime>

namespace Roost::Rest {

/// Gets tokens from `az account get-access-token`; the user signs in with az in a terminal. Tokens are cached until
/// shortly before they expire. Errors: Denied with the message of az if no user is signed in, Failed if az is not
/// installed, Unreachable if it does not finish within a minute.
class AzureCliCredential : public Credential
{
public:
    struct Settings
    {
        QString program = QStringLiteral("az");
        QString resource = QStringLiteral("https://management.azure.com");
        QString tenant; // empty for the default of az
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
