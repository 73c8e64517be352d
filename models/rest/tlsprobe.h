// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/rest/tlsoptions.h"

#include <QUrl>

namespace Roost::Rest {

/// What a server shows when a connection to it is encrypted.
struct TlsFindings
{
    QString protocol;    // "TLS 1.3"
    QString fingerprint; // of the server's certificate
    QString certificate; // for whom and by whom it was issued, and until when it is valid
    /// Why the certificate is not trusted, one sentence each; empty if it is trusted.
    QStringList faults;
};

/// Connects to an https address and reports its certificate, also if it is not trusted. Sends no request. Unreachable
/// if there is no connection or no encryption within `timeoutMs`; Rejected if a file of the options cannot be used.
Future<TlsFindings> probeTls(const QUrl &url, const TlsOptions &options, int timeoutMs = 10000);

} // namespace Roost::Rest
