// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Service::Mlflow {

/// Returns the Content-Disposition of a file to save: `filename` for simple clients, and `filename*` with the exact
/// name.
QByteArray attachment(const QString &fileName);

/// Returns the content type that MLflow's server sends for a file of this name: text/plain for every kind of text.
QByteArray artifactType(const QString &fileName);

} // namespace Roost::Service::Mlflow
