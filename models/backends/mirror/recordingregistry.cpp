// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mirror/recordingregistry.h"

#include "models/backends/mirror/records.h"

using namespace Qt::StringLiterals;

namespace Roost::Mirror {

Future<QList<RegisteredModel>> RecordingRegistry::models()
{
    return transform(m_server->models(),
                     [folder = m_folder](const QList<RegisteredModel> &models) -> Result<QList<RegisteredModel>> {
                         folder->write(u"models"_s, [models] { return toJson(models); });
                         return models;
                     });
}

Future<QList<ModelVersion>> RecordingRegistry::versions(const QString &name)
{
    return transform(m_server->versions(name),
                     [folder = m_folder, name](const QList<ModelVersion> &versions) -> Result<QList<ModelVersion>> {
                         folder->write(u"versions/"_s + name, [versions] { return toJson(versions); });
                         return versions;
                     });
}

Future<ModelVersion> RecordingRegistry::create(const QString &name, const QString &runId, const QString &path,
                                               const QString &description, const StringMap &tags)
{
    return m_server->create(name, runId, path, description, tags);
}

Future<void> RecordingRegistry::remove(const QString &name, const QString &version)
{
    return m_server->remove(name, version);
}

Future<QList<FileRef>> RecordingRegistry::files(const ModelVersion &version)
{
    return m_server->files(version);
}

} // namespace Roost::Mirror
