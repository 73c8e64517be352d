// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/mlflow/parameters.h"

#include <QStringList>

namespace Roost::Wire {

/// registered-models/create
struct CreateModelRequest
{
    QString name; // may be empty; the check of names refuses it
    QString description;
    QList<KeyValue> tags;

    static Parameters parameters();
    static CreateModelRequest read(const Message &message);
};

/// registered-models/get and delete
struct ModelRequest
{
    QString name;

    static Parameters parameters();
    static ModelRequest read(const Message &message);
};

/// registered-models/rename
struct RenameModelRequest
{
    QString name;
    QString newName;

    static Parameters parameters();
    static RenameModelRequest read(const Message &message);
};

/// registered-models/update
struct UpdateModelRequest
{
    QString name;
    QString description;

    static Parameters parameters();
    static UpdateModelRequest read(const Message &message);
};

/// registered-models/get-latest-versions
struct LatestVersionsRequest
{
    QString name;
    QStringList stages; // empty means all

    static Parameters parameters();
    static LatestVersionsRequest read(const Message &message);
};

/// registered-models/set-tag and delete-tag, which has no value
struct ModelTagRequest
{
    QString name;
    QString key;
    QString value;

    static Parameters parameters();
    static ModelTagRequest read(const Message &message);
};

/// registered-models/alias: GET and DELETE
struct ModelAliasRequest
{
    QString name;
    QString alias;

    static Parameters parameters();
    static ModelAliasRequest read(const Message &message);
};

/// registered-models/alias: POST
struct SetModelAliasRequest
{
    QString name;
    QString alias;
    QString version;

    static Parameters parameters();
    static SetModelAliasRequest read(const Message &message);
};

/// model-versions/create
struct CreateModelVersionRequest
{
    QString name;
    QString source;
    QString runId;
    QString runLink;
    QString description;
    QString loggedModel;
    bool hasLoggedModel = false; // also true if the id is empty
    QList<KeyValue> tags;

    static Parameters parameters();
    static CreateModelVersionRequest read(const Message &message);
};

/// model-versions/get, delete and get-download-uri
struct ModelVersionRequest
{
    QString name;
    QString version;

    static Parameters parameters();
    static ModelVersionRequest read(const Message &message);
};

/// model-versions/update
struct UpdateModelVersionRequest
{
    QString name;
    QString version;
    QString description;

    static Parameters parameters();
    static UpdateModelVersionRequest read(const Message &message);
};

/// model-versions/transition-stage
struct TransitionStageRequest
{
    QString name;
    QString version;
    QString stage;
    bool archiveExisting = false;

    static Parameters parameters();
    static TransitionStageRequest read(const Message &message);
};

/// model-versions/set-tag and delete-tag, which has no value
struct ModelVersionTagRequest
{
    QString name;
    QString version;
    QString key;
    QString value;

    static Parameters parameters();
    static ModelVersionTagRequest read(const Message &message);
};

} // namespace Roost::Wire
