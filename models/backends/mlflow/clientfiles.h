// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace Roost::Mlflow {

// What MLflow's own client reads from environment variables and files.

/// A user with a password, or a token; all empty if nothing was found.
struct ClientSignIn
{
    QString user;
    QString password;
    QString token;
};

/// Returns the sign-in that MLflow's client would use: MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, the same
/// two in ~/.mlflow/credentials, or MLFLOW_TRACKING_TOKEN.
ClientSignIn clientSignIn();
/// Returns the file with the credentials, ~/.mlflow/credentials.
QString credentialsFile();

/// A workspace of Databricks that ~/.databrickscfg or the variables DATABRICKS_HOST and DATABRICKS_TOKEN name.
struct DatabricksProfile
{
    QString name;
    QUrl host;
    ClientSignIn signIn;
};

/// Returns whether the text is an address of the form "databricks" or "databricks://PROFILE".
bool isDatabricksAddress(const QString &text);
/// Returns whether the host is one of Databricks' own domains.
bool isDatabricksHost(const QString &host);
/// Returns all profiles that have a host.
QList<DatabricksProfile> databricksProfiles();
/// Returns the profile that an address names; without a name, that of the variables or "DEFAULT". The error says what
/// the file lacks.
Result<DatabricksProfile> databricksProfile(const QString &address);

} // namespace Roost::Mlflow
