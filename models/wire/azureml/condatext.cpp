// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/condatext.h"

#include "models/yaml/parse.h"
#include "models/yaml/render.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

using namespace Yaml;

namespace {

using Yaml::Node;

void blockStyle(Node &node)
{
    node.flow = false;
    for (Node &item : node.items)
        blockStyle(item);
    for (auto &entry : node.entries)
        blockStyle(entry.value);
}

qsizetype placeOf(const QString &key)
{
    static const QStringList order{u"name"_s, u"channels"_s, u"dependencies"_s};
    const auto place = order.indexOf(key);
    return place < 0 ? order.size() : place;
}

QString quoted(const QString &text)
{
    QString json = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            json += u'\\' % QString(c);
        else if (c == u'\n')
            json += "\\n"_L1;
        else if (c == u'\t')
            json += "\\t"_L1;
        else if (c.unicode() < 0x20)
            json += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
        else
            json += c;
    }
    return json + u'"';
}

// Returns whether the text is a number or a boolean, which are written in the same way in JSON and YAML.
bool isJsonWord(const QString &text)
{
    static const QRegularExpression rule(u"\\A(?:-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|true|false)\\z"_s);
    return rule.match(text).hasMatch();
}

QString jsonOf(const Node &node, const QString &indent)
{
    const QString deeper = indent + "  "_L1;
    QStringList parts;
    switch (node.kind) {
    case Node::Kind::Null:
        return u"null"_s;
    case Node::Kind::Scalar:
        return !node.quoted && isJsonWord(node.text) ? node.text : quoted(node.text);
    case Node::Kind::Sequence:
        for (const Node &item : node.items)
            parts.append(deeper % jsonOf(item, deeper));
        return parts.isEmpty() ? u"[]"_s : QString("[\n"_L1 % parts.join(",\n"_L1) % u'\n' % indent % u']');
    case Node::Kind::Mapping:
        for (const auto &entry : node.entries)
            parts.append(deeper % quoted(entry.key.text) % ": "_L1 % jsonOf(entry.value, deeper));
        return parts.isEmpty() ? u"{}"_s : QString("{\n"_L1 % parts.join(",\n"_L1) % u'\n' % indent % u'}');
    }
    return {};
}

} // namespace

QString blockYaml(const QString &condaText)
{
    auto root = Yaml::parse(condaText);
    if (!root || !root->isMapping())
        return condaText;
    blockStyle(*root);
    std::ranges::stable_sort(root->entries, {}, [](const auto &entry) { return placeOf(entry.key.text); });
    return Yaml::render(*root);
}

QString condaJson(const QString &condaText)
{
    const auto root = Yaml::parse(condaText);
    return root && root->isMapping() ? jsonOf(*root, {}) : condaText;
}

} // namespace Roost::Wire
