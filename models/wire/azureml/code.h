// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// An uploaded snapshot. `hash` is the content hash of version 202208.
struct CodeVersion
{
    QString name;
    QString version;
    QString uri; // the URL of the folder
    QString hash;
    QDateTime created;
    /// `uri` with the right to list and read the files below it; only Roost's own service returns it.
    QString signedUri;
    // The client sets the members below; codeFrom() leaves them empty, codeFromBody() reads them.
    QString description = {};
    StringMap tags = {};
    StringMap properties = {};
    bool isAnonymous = true;
    bool operator==(const CodeVersion &) const = default;
};

QJsonObject codeBody(const CodeVersion &code);
QJsonObject codeResource(const CodeVersion &code, const WorkspaceId &workspace);
/// Reads the body of PUT codes/NAME/versions/VERSION with all members that a client may set. `hash` is the hash that
/// the client promised.
CodeVersion codeFromBody(const QString &name, const QString &version, const QJsonObject &body);
/// Reads a resource or a body. Name and version are read from the id and are empty for a body.
CodeVersion codeFrom(const QJsonObject &resource);

/// The target of an upload: the URL of a container, and in `sasUri` the URL with a signature that permits writing.
struct PendingUpload
{
    QString id;
    QString blobUri;
    QString sasUri;
    bool operator==(const PendingUpload &) const = default;
};

QJsonObject pendingUploadBody();
QJsonObject toJson(const PendingUpload &upload);
PendingUpload pendingUploadFrom(const QJsonObject &json);

} // namespace Roost::Wire
