// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/flatvalues.h"

#include "models/wire/barenumbers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

QString jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

void flattenValue(const QString &name, const QJsonValue &value, const std::function<void(const FlatValue &)> &sink)
{
    const QJsonObject object = value.toObject();
    if (value.isObject() && !object.isEmpty() && !object.contains("_type"_L1)) {
        for (auto one = object.begin(); one != object.end(); ++one)
            flattenValue(name.isEmpty() ? one.key() : name + u'.' + one.key(), one.value(), sink);
        return;
    }
    FlatValue flat{name, std::nullopt, jsonText(value), false};
    if (value.isDouble())
        flat.number = value.toDouble();
    else if (value.isBool())
        flat.number = value.toBool() ? 1 : 0;
    if (value.isString()) {
        flat.text = value.toString();
        flat.isText = true;
        // These words were not quoted in the original if they are numbers; a text of that form is read as one too.
        if (flat.text == "NaN"_L1 || flat.text == "Infinity"_L1 || flat.text == "-Infinity"_L1) {
            flat.number = Wire::numberFromText(flat.text);
            flat.isText = false;
        }
    }
    sink(flat);
}

} // namespace

bool flatten(const QStringList &names, const QByteArray &json, const std::function<void(const FlatValue &)> &value)
{
    const QString name = names.join(u'.');
    // Most values are plain numbers.
    bool isNumber = false;
    const double number = json.toDouble(&isNumber);
    if (isNumber && !json.isEmpty()) {
        value({name, number, QString::fromLatin1(json), false});
        return true;
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(Wire::quoteBareNumbers('[' + json + ']'), &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return false;
    flattenValue(name, document.array().first(), value);
    return true;
}

} // namespace Roost::Importers
