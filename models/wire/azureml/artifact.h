// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns an entry of run history's artifact list, with its path in the datastore of artifacts. The size is an
/// extension, the tag roost.size.
QJsonObject artifactEntry(const Artifact &artifact, const QString &runId);
Artifact artifactFrom(const QJsonObject &json);

/// The body of artifacts/register: a blob becomes an artifact of the run in `container` ("dcid.RUN").
struct ArtifactRegistration
{
    QString origin;
    QString container;
    QString path;
    QString datastore;
    QString blob;
};
ArtifactRegistration artifactRegistrationFrom(const QJsonObject &body);

/// Returns an entry of contentinfo: the address of the bytes.
QJsonObject contentInfo(const FileRef &file, const QString &runId);
/// Reads the address of the content; `url` is empty if the reply contains none.
FileRef contentFrom(const QJsonObject &json);

} // namespace Roost::Wire
