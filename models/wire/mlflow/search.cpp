// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/search.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr int mostModels = 1000;
constexpr int mostRows = 50000;
constexpr int mostVersions = 200000;

Parameters textSearch()
{
    using enum Parameter::Type;
    return {{"filter"}, {"max_results", Whole}, {"order_by", Texts}, {"page_token"}};
}

MlflowView viewOf(const Message &message, QStringView key)
{
    const QString view = message.word(key).toUpper();
    if (view == "DELETED_ONLY"_L1 || view == "2"_L1)
        return MlflowView::DeletedOnly;
    return view == "ALL"_L1 || view == "3"_L1 ? MlflowView::All : MlflowView::ActiveOnly;
}

void readCommon(SearchRequest &request, const Message &message, int usual, int most)
{
    request.limit = message.limit(u"max_results", usual, 1, most);
    request.offset = pageOffset(message);
    request.filter = message.text(u"filter");
    request.orderBy = message.texts(u"order_by");
}

} // namespace

Parameters ExperimentSearchRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"max_results", Whole, Required}, {"order_by", Texts}, {"filter"}, {"page_token"}};
}

ExperimentSearchRequest ExperimentSearchRequest::read(const Message &message)
{
    ExperimentSearchRequest request;
    readCommon(request, message, 0, mostRows);
    request.view = viewOf(message, u"view_type");
    return request;
}

Parameters RunSearchRequest::parameters()
{
    using enum Parameter::Type;
    return {{"experiment_ids", Texts}, {"filter"}, {"max_results", Whole}, {"order_by", Texts}, {"page_token"}};
}

RunSearchRequest RunSearchRequest::read(const Message &message)
{
    RunSearchRequest request;
    request.experimentIds = message.texts(u"experiment_ids");
    readCommon(request, message, 1000, mostRows);
    request.view = viewOf(message, u"run_view_type");
    return request;
}

Parameters ModelSearchRequest::parameters()
{
    return textSearch();
}

ModelSearchRequest ModelSearchRequest::read(const Message &message)
{
    ModelSearchRequest request;
    readCommon(request, message, 100, mostModels);
    return request;
}

Parameters ModelVersionSearchRequest::parameters()
{
    return textSearch();
}

ModelVersionSearchRequest ModelVersionSearchRequest::read(const Message &message)
{
    ModelVersionSearchRequest request;
    readCommon(request, message, 10000, mostVersions);
    return request;
}

Parameters LoggedModelSearchRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"experiment_ids", Texts, Required},
            {"filter"},
            {"datasets", List},
            {"max_results", Whole},
            {"order_by", List},
            {"page_token"}};
}

LoggedModelSearchRequest LoggedModelSearchRequest::read(const Message &message)
{
    LoggedModelSearchRequest request;
    // MLflow's own server treats 0 as its default here.
    const int wanted = message.limit(u"max_results", 0, 0, mostRows);
    request.limit = wanted == 0 ? 50 : wanted;
    request.offset = pageOffset(message);
    const auto datasets = message.messages(u"datasets");
    for (const Message &dataset : datasets)
        request.datasets.append({dataset.requiredText(u"dataset_name"), dataset.text(u"dataset_digest")});
    request.experimentIds = message.texts(u"experiment_ids");
    request.filter = message.text(u"filter");
    const auto orders = message.messages(u"order_by");
    for (const Message &order : orders) {
        Order one{order.requiredText(u"field_name"), order.flag(u"ascending", true), {}};
        if (order.has(u"dataset_name"))
            one.dataset = Dataset{order.text(u"dataset_name"), order.text(u"dataset_digest")};
        request.orders.append(one);
    }
    return request;
}

qint64 pageOffset(const Message &message)
{
    const QString token = message.text(u"page_token");
    if (token.isEmpty())
        return 0;
    const QJsonObject parts = QJsonDocument::fromJson(QByteArray::fromBase64(token.toLatin1())).object();
    const qint64 offset = parts.value("offset"_L1).toInteger(-1);
    if (offset < 0)
        throw ApiError(ErrorKind::Rejected, u"Invalid page token, could not base64-decode"_s);
    return offset;
}

namespace {

QString pageToken(qint64 offset)
{
    // Formatted exactly as in MLflow's own server, including blanks.
    const QByteArray token = "{\"offset\": " + QByteArray::number(offset) + '}';
    return QString::fromLatin1(token.toBase64());
}

} // namespace

void putNextPage(QJsonObject &answer, std::optional<qint64> nextOffset)
{
    if (nextOffset)
        answer.insert(u"next_page_token"_s, pageToken(*nextOffset));
}

void writeNextPage(JsonText &json, std::optional<qint64> nextOffset)
{
    if (nextOffset)
        json.pair("next_page_token", pageToken(*nextOffset));
}

} // namespace Roost::Wire
