// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/credential.h"

#include <functional>

namespace Roost::Workspaces {

/// The password or token of a server. After the server has refused it, requests fail with a sentence that says so until
/// the workspace is opened again with another one.
class ServerCredential : public Rest::Credential
{
public:
    /// `whyRefused` is the sentence; `refused` is called once.
    ServerCredential(const Rest::StaticCredential &secret, QString whyRefused, std::function<void()> refused);

    Future<QByteArray> token() override;
    QByteArray scheme() const override { return m_secret.scheme(); }
    bool mayTravelInPlain() const override { return m_secret.mayTravelInPlain(); }
    void forget() override;

private:
    Rest::StaticCredential m_secret;
    QString m_whyRefused;
    std::function<void()> m_refused;
    bool m_isRefused = false;
};

} // namespace Roost::Workspaces
