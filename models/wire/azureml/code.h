// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// One uploaded snapshot. `hash` is the content hash of version 202208.
struct CodeVersion
{
    QString name;
    QString version;
    QString uri; // the folder's URL
    QString hash;
    QDateTime created;
    /// `uri` with the right to list and read the files below it; only Roost's own service returns it.
    QString signedUri;
    // The members below are the client's own; codeFrom() leaves them empty, codeFromBody() reads them.
    QString description = {};
    StringMap tags = {};
    StringMap properties = {};
    bool isAnonymous = true;
    bool operator==(const CodeVersion &) const = default;
};

QJsonObject codeBody(const CodeVersion &code);
QJsonObject codeResource(const CodeVersion &code, const WorkspaceId &workspace);
/// The body of PUT codes/NAME/versions/VERSION with all members a client may state; `hash` is the hash promised by
/// the client.
CodeVersion codeFromBody(const QString &name, const QString &version, const QJsonObject &body);
/// Reads a resource or a body; name and version come from the id and are empty in a body.
CodeVersion codeFrom(const QJsonObject &resource);

/// The target of an upload: a container's URL, with the signature to write into it in `sasUri`.
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
