// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/jsontext.h"
#include "models/wire/mlflow/parameters.h"

#include <QStringList>

#include <optional>

namespace Roost::Wire {

/// The lifecycles that a search includes: ACTIVE_ONLY, DELETED_ONLY, ALL.
enum class MlflowView { ActiveOnly, DeletedOnly, All };

/// A search of any kind. Fields that a kind does not have are empty.
struct SearchRequest
{
    QStringList experimentIds;
    QString filter;
    QStringList orderBy;
    MlflowView view = MlflowView::ActiveOnly;
    int limit = 0;
    qint64 offset = 0;
};

/// experiments/search
struct ExperimentSearchRequest : SearchRequest
{
    static Parameters parameters();
    static ExperimentSearchRequest read(const Message &message);
};
/// runs/search
struct RunSearchRequest : SearchRequest
{
    static Parameters parameters();
    static RunSearchRequest read(const Message &message);
};
/// registered-models/search
struct ModelSearchRequest : SearchRequest
{
    static Parameters parameters();
    static ModelSearchRequest read(const Message &message);
};
/// model-versions/search
struct ModelVersionSearchRequest : SearchRequest
{
    static Parameters parameters();
    static ModelVersionSearchRequest read(const Message &message);
};

/// logged-models/search
struct LoggedModelSearchRequest
{
    struct Dataset
    {
        QString name;
        QString digest; // if empty, every data set with that name
    };
    struct Order
    {
        QString field;
        bool ascending = true;
        std::optional<Dataset> dataset;
    };

    QStringList experimentIds;
    QString filter;
    QList<Dataset> datasets;
    QList<Order> orders;
    int limit = 0;
    qint64 offset = 0;

    static Parameters parameters();
    static LoggedModelSearchRequest read(const Message &message);
};

/// Returns the offset of the requested page; throws an ApiError for a page token of another server.
qint64 pageOffset(const Message &message);
/// Writes the token of the next page. Clients do not interpret tokens.
void putNextPage(QJsonObject &answer, std::optional<qint64> nextOffset);
void writeNextPage(JsonText &json, std::optional<qint64> nextOffset);

} // namespace Roost::Wire
