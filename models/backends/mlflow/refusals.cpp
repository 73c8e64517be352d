// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/refusals.h"

#include "models/core/words.h"

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

namespace {

QString addressOf(const QUrl &server)
{
    return server.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
}

} // namespace

Error explained(const Error &error, const QUrl &server, bool hasCredential)
{
    Error words = error;
    const bool isHostCheck = error.kind == ErrorKind::Denied &&
                             (error.text.contains("Host header"_L1) || error.text.contains("DNS rebinding"_L1));
    const bool isSignIn = error.kind == ErrorKind::Denied && error.detail.contains("HTTP 401"_L1);
    if (isHostCheck) {
        words.text = Words::tr("The server says: \"%1\" It accepts only host names that it was told. Start it with "
                               "--allowed-hosts %2 (or MLFLOW_SERVER_ALLOWED_HOSTS), or open it by its IP address.")
                         .arg(error.text, server.authority(QUrl::PrettyDecoded).section(u'@', -1));
    } else if (isSignIn && !hasCredential) {
        words.text = Words::tr("%1 asks for a sign-in. Open it again with a user name and password, or with a token.")
                         .arg(addressOf(server));
    } else if (error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Unreadable) {
        words.text = Words::tr("There is no MLflow server at %1: %2 Check the address and its path.")
                         .arg(addressOf(server), error.text);
    }
    return words;
}

} // namespace Roost::Mlflow
