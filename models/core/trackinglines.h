// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Roost {

/// The forms in which a person gives an MLflow client the address and the token of a workspace.
enum class TrackingForm {
    Shell,  // export NAME='value'
    Python, // os.environ["NAME"] = "value"
};

/// Returns all lines that an MLflow client needs to log to a workspace; without a token if it is empty.
QStringList trackingLines(TrackingForm form, const QString &uri, const QString &token);

} // namespace Roost
