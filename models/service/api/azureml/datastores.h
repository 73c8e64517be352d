// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Roost::Service::AzureMl {

/// A name under which Azure's clients know one of the blob containers.
struct Datastore
{
    QString name;
    QString container;
    bool isDefault = false;
};

const QList<Datastore> &datastores();
/// Returns null if there is none. Names are compared without case.
const Datastore *findDatastore(const QString &name);

} // namespace Roost::Service::AzureMl
