// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/cause.h"

#include "models/wire/json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

std::optional<int> integer(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QJsonObject fromLine(const EvidenceLine &line)
{
    QJsonObject json{{u"path"_s, line.path}, {u"offset"_s, line.offset}, {u"text"_s, line.text}};
    if (line.line >= 0)
        json.insert(u"line"_s, line.line);
    return json;
}

EvidenceLine lineFrom(const QJsonObject &json)
{
    return {json.value("path"_L1).toString(), json.value("line"_L1).toInteger(-1), json.value("offset"_L1).toInteger(),
            json.value("text"_L1).toString()};
}

QJsonObject fromCandidate(const CauseCandidate &candidate)
{
    QJsonObject json{{u"rank"_s, candidate.rank}, {u"kind"_s, toWord(candidate.kind)}};
    put(json, u"type"_s, candidate.type);
    put(json, u"message"_s, candidate.message);
    put(json, u"surface"_s, candidate.surface);
    if (candidate.exitCode)
        json.insert(u"exitCode"_s, *candidate.exitCode);
    if (candidate.signal)
        json.insert(u"signal"_s, *candidate.signal);
    put(json, u"timeUtc"_s, fromUtc(candidate.time));
    QJsonArray lines;
    for (const EvidenceLine &line : candidate.evidence)
        lines += fromLine(line);
    json.insert(u"evidence"_s, lines);
    json.insert(u"headline"_s, candidate.headline);
    return json;
}

std::optional<CauseCandidate> candidateFrom(const QJsonObject &json)
{
    const auto kind = causeKindFromWord(json.value("kind"_L1).toString());
    if (!kind)
        return std::nullopt;
    CauseCandidate candidate;
    candidate.rank = json.value("rank"_L1).toInt(-1);
    candidate.kind = *kind;
    candidate.type = json.value("type"_L1).toString();
    candidate.message = json.value("message"_L1).toString();
    candidate.surface = json.value("surface"_L1).toString();
    candidate.exitCode = integer(json.value("exitCode"_L1));
    candidate.signal = integer(json.value("signal"_L1));
    candidate.time = utc(json.value("timeUtc"_L1));
    const auto lines = json.value("evidence"_L1).toArray();
    for (const auto &line : lines)
        candidate.evidence += lineFrom(line.toObject());
    const int headline = json.value("headline"_L1).toInt(-1);
    candidate.headline = headline >= 0 && headline < candidate.evidence.size() ? headline : -1;
    return candidate;
}

} // namespace

QJsonObject fromCause(const FirstCause &cause)
{
    QJsonArray candidates;
    for (const CauseCandidate &candidate : cause.candidates)
        candidates += fromCandidate(candidate);
    QJsonArray followers;
    for (const int rank : cause.followers)
        followers += rank;
    return {{u"certainty"_s, toWord(cause.certainty)}, {u"candidates"_s, candidates}, {u"followers"_s, followers}};
}

std::optional<FirstCause> causeFrom(const QJsonObject &json)
{
    const auto certainty = certaintyFromWord(json.value("certainty"_L1).toString());
    if (!certainty)
        return std::nullopt;
    FirstCause cause;
    cause.certainty = *certainty;
    const auto candidates = json.value("candidates"_L1).toArray();
    for (const auto &value : candidates) {
        if (const auto candidate = candidateFrom(value.toObject()))
            cause.candidates += *candidate;
    }
    const auto followers = json.value("followers"_L1).toArray();
    for (const auto &rank : followers)
        cause.followers += rank.toInt();
    if (cause.candidates.isEmpty())
        return std::nullopt;
    return cause;
}

QString causeToText(const std::optional<FirstCause> &cause)
{
    return cause ? QString::fromUtf8(QJsonDocument(fromCause(*cause)).toJson(QJsonDocument::Compact)) : QString();
}

std::optional<FirstCause> causeFromText(const QString &text)
{
    return causeFrom(QJsonDocument::fromJson(text.toUtf8()).object());
}

} // namespace Roost::Wire
