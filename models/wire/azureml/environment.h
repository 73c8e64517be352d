// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/core/error.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The body of PUT environments/NAME/versions/VERSION. Anonymous ones belong to one job and appear in no list.
QJsonObject environmentBody(const Environment &environment, bool anonymous = false);
/// Rejected, naming the place, when neither image nor conda file is given or a build context is asked for.
Result<Environment> environmentFromBody(const QString &name, const QString &version, const QJsonObject &body);
bool isAnonymous(const QJsonObject &resourceOrBody);
bool isArchived(const QJsonObject &resourceOrBody);
/// The free properties of a body, with the parts that the service keeps as sent among them (sentparts.h).
StringMap environmentPropertiesFrom(const QJsonObject &body);

/// environments/NAME/versions/VERSION. Known packages go under the property roost.packages, one a line.
QJsonObject environmentResource(const Environment &environment, const WorkspaceId &workspace, bool anonymous = false);
Environment environmentFrom(const QJsonObject &resource);
/// environmentResource() with what else a client gave: `properties` as environmentPropertiesFrom() returns them.
QJsonObject withClientParts(QJsonObject resource, bool isArchived, StringMap properties);

/// The summary of their versions that environments/NAME, codes/NAME and models/NAME give.
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
