// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/modelrequests.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

using enum Parameter::Type;
using enum Parameter::Need;

const Parameters modelName{{"name", Text, Required}};
const Parameters modelVersion{{"name", Text, Required}, {"version", Text, Required}};

} // namespace

Parameters CreateModelRequest::parameters()
{
    return modelName + Parameters{{"tags", List}, {"description"}};
}

CreateModelRequest CreateModelRequest::read(const Message &message)
{
    return {message.text(u"name"), message.text(u"description"), message.pairs(u"tags")};
}

Parameters ModelRequest::parameters()
{
    return modelName;
}

ModelRequest ModelRequest::read(const Message &message)
{
    return {message.requiredText(u"name")};
}

Parameters RenameModelRequest::parameters()
{
    return modelName + Parameters{{"new_name", Text, Required}};
}

RenameModelRequest RenameModelRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"new_name")};
}

Parameters UpdateModelRequest::parameters()
{
    return modelName + Parameters{{"description"}};
}

UpdateModelRequest UpdateModelRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.text(u"description")};
}

Parameters LatestVersionsRequest::parameters()
{
    return modelName + Parameters{{"stages", Texts}};
}

LatestVersionsRequest LatestVersionsRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.texts(u"stages")};
}

Parameters ModelTagRequest::parameters()
{
    return modelName + Parameters{{"key", Text, Required}, {"value"}};
}

ModelTagRequest ModelTagRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"key"), message.text(u"value")};
}

Parameters ModelAliasRequest::parameters()
{
    return modelName + Parameters{{"alias", Text, Required}};
}

ModelAliasRequest ModelAliasRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"alias")};
}

Parameters SetModelAliasRequest::parameters()
{
    return modelName + Parameters{{"alias", Text, Required}, {"version", Text, Required}};
}

SetModelAliasRequest SetModelAliasRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"alias"), message.requiredText(u"version")};
}

Parameters CreateModelVersionRequest::parameters()
{
    return {{"name", Text, Required},
            {"source", Text, Required},
            {"run_id"},
            {"tags", List},
            {"run_link"},
            {"description"},
            {"model_id"}};
}

CreateModelVersionRequest CreateModelVersionRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"source"), message.text(u"run_id"),
            message.text(u"run_link"),     message.text(u"description"),    message.text(u"model_id"),
            message.has(u"model_id"),      message.pairs(u"tags")};
}

Parameters ModelVersionRequest::parameters()
{
    return modelVersion;
}

ModelVersionRequest ModelVersionRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"version")};
}

Parameters UpdateModelVersionRequest::parameters()
{
    return modelVersion + Parameters{{"description"}};
}

UpdateModelVersionRequest UpdateModelVersionRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"version"), message.text(u"description")};
}

Parameters TransitionStageRequest::parameters()
{
    return modelVersion + Parameters{{"stage", Text, Required}, {"archive_existing_versions", Flag}};
}

TransitionStageRequest TransitionStageRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"version"), message.requiredText(u"stage"),
            message.flag(u"archive_existing_versions", false)};
}

Parameters ModelVersionTagRequest::parameters()
{
    return modelVersion + Parameters{{"key", Text, Required}, {"value"}};
}

ModelVersionTagRequest ModelVersionTagRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.requiredText(u"version"), message.requiredText(u"key"),
            message.text(u"value")};
}

} // namespace Roost::Wire
