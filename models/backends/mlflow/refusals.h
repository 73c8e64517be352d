// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QUrl>

namespace Roost::Mlflow {

/// Returns the error of a first request to a server in words that say what to do: a Host header that MLflow does not
/// accept, a sign-in that is missing, an address without MLflow's API. Other errors are returned as they are.
Error explained(const Error &error, const QUrl &server, bool hasCredential);

} // namespace Roost::Mlflow
