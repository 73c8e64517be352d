// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

namespace Roost::Service::AzureMl {

/// A reference to a versioned asset (environment, code, model) or, without a version, to a plain resource (compute).
struct Reference
{
    QString name;
    /// Empty means the latest version.
    QString version;
    bool operator==(const Reference &) const = default;
};

/// Reads a reference to an asset of `collection` ("environments") as Azure ML's clients write it into a job: an ARM
/// id ("/subscriptions/.../environments/n/versions/v", with or without "azureml:" before it), "azureml:n:v",
/// "azureml:n@latest", "n:v", "n@latest" or "n". `workspace` is this workspace's own ARM id; ids of another workspace
/// and registry URIs are Rejected with the reason.
Result<Reference> readReference(const QString &text, const QString &collection, const QString &workspace);

/// Returns "{workspace}/environments/n/versions/v".
QString versionId(const QString &workspace, const QString &collection, const Reference &reference);

/// The parts of a model's URI: azureml://jobs/<run>/outputs/artifacts/paths/<path>, runs:/<run>/<path>, or
/// azureml://.../datastores/<store>/paths/<path> in its long or short form.
struct AssetUri
{
    enum class Kind { Run, Datastore };
    Kind kind = Kind::Run;
    /// The id of the run, or the name of the datastore.
    QString owner;
    /// Without a trailing '/'.
    QString path;
    bool operator==(const AssetUri &) const = default;
};
Result<AssetUri> readAssetUri(const QString &uri);

} // namespace Roost::Service::AzureMl
