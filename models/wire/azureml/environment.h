// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/core/error.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns the body of PUT environments/NAME/versions/VERSION. An anonymous environment belongs to one job and is not
/// listed.
QJsonObject environmentBody(const Environment &environment, bool anonymous = false);
/// Reads such a body. Rejected, naming the place, if the body has neither image nor conda file, or requests a build
/// context.
Result<Environment> environmentFromBody(const QString &name, const QString &version, const QJsonObject &body);
bool isAnonymous(const QJsonObject &resourceOrBody);
bool isArchived(const QJsonObject &resourceOrBody);
/// Returns the free properties of a body, with the parts of the body that the service stores unchanged (sentparts.h).
StringMap environmentPropertiesFrom(const QJsonObject &body);

/// Returns the resource environments/NAME/versions/VERSION. Known packages are in the property roost.packages, one per
/// line.
QJsonObject environmentResource(const Environment &environment, const WorkspaceId &workspace, bool anonymous = false);
Environment environmentFrom(const QJsonObject &resource);
/// Adds the client's other values to environmentResource(): `properties` as returned by environmentPropertiesFrom().
QJsonObject withClientParts(QJsonObject resource, bool isArchived, StringMap properties);

/// The summary of versions that environments/NAME, codes/NAME and models/NAME return.
struct Container
{
    QString name;
    QString description;
    QString latestVersion;
    QString nextVersion;
    StringMap tags;
    QDateTime created;
    bool operator==(const Container &) const = default;
};

/// `kind` is "environments", "codes" or "models".
QJsonObject containerResource(const Container &container, const QString &kind, const WorkspaceId &workspace);
Container containerFrom(const QJsonObject &resource);

} // namespace Roost::Wire
