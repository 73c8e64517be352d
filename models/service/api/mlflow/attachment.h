// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Service::Mlflow {

/// Content-Disposition of a file to keep: `filename` for clients that know nothing else, and `filename*` with the name
/// as it is.
QByteArray attachment(const QString &fileName);

/// The content type MLflow's server gives a file of this name: whatever is text is text/plain.
QByteArray artifactType(const QString &fileName);

} // namespace Roost::Service::Mlflow
