// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include "models/yaml/document.h"
#include "models/yaml/render.h"

namespace Roost::Conda {

using namespace Yaml;
using namespace Qt::StringLiterals;
using Yaml::Document;
using Yaml::Node;
using Yaml::Path;

namespace {

QString written(const Package &package)
{
    if (!package.text.isEmpty())
        return package.text;
    QString text = package.channel.isEmpty() ? package.name : package.channel + u"::"_s + package.name;
    if (!package.version.isEmpty())
        text += u"=<>!~"_s.contains(package.version.front()) ? package.version : u' ' + package.version;
    if (!package.build.isEmpty())
        text += (package.version.startsWith(u'=') ? u"="_s
                 : package.version.isEmpty()      ? u" * "_s
                                                  : u" "_s) +
                package.build;
    return text;
}

QString written(const Requirement &requirement)
{
    if (!requirement.text.isEmpty())
        return requirement.text;
    QString text = requirement.name;
    if (!requirement.extras.isEmpty())
        text += u'[' + requirement.extras.join(u',') + u']';
    text += requirement.url.isEmpty() ? requirement.version
            : text.isEmpty()          ? requirement.url
                                      : u" @ "_s + requirement.url;
    return requirement.marker.isEmpty() ? text : text + u" ; "_s + requirement.marker;
}

/// The positions of a name in a document.
struct Places
{
    int packageAt = -1;     // the index of the package
    int requirementAt = -1; // the index of the requirement in the pip section
    int pipSection = -1;    // the index of the pip section among the dependencies
    int pipPackage = -1;
    int count = 0;
    int requirements = 0;
};

Places find(const Document &document, const QString &package, const QString &requirement)
{
    Places places;
    const Node *dependencies = document.root().find(u"dependencies");
    if (!dependencies)
        return places;
    places.count = int(dependencies->items.size());
    for (int i = 0; i < places.count; ++i) {
        const Node &item = dependencies->items[i];
        if (item.isScalar()) {
            const QString name = packageFrom(item.text).name;
            if (places.packageAt < 0 && name == package && !package.isEmpty())
                places.packageAt = i;
            if (name == "pip"_L1)
                places.pipPackage = i;
        } else if (const Node *pip = item.find(u"pip"); pip && places.pipSection < 0) {
            places.pipSection = i;
            places.requirements = int(pip->items.size());
            for (int j = 0; j < places.requirements && places.requirementAt < 0; ++j) {
                if (!requirement.isEmpty() && requirementFrom(pip->items[j].text).name == requirement)
                    places.requirementAt = j;
            }
        }
    }
    return places;
}

} // namespace

QString write(const Specification &specification)
{
    Node root = Node::mapping();
    const auto add = [](Node &mapping, const QString &key, const Node &value) {
        mapping.entries.append({Node::string(key), value});
    };
    if (!specification.name.isEmpty())
        add(root, u"name"_s, Node::string(specification.name));
    if (!specification.channels.isEmpty()) {
        Node channels = Node::sequence();
        for (const QString &channel : specification.channels)
            channels.items += Node::string(channel);
        add(root, u"channels"_s, channels);
    }
    Node dependencies = Node::sequence();
    for (const Package &package : specification.packages)
        dependencies.items += Node::string(written(package));
    if (!specification.requirements.isEmpty()) {
        Node pip = Node::sequence();
        for (const Requirement &requirement : specification.requirements)
            pip.items += Node::string(written(requirement));
        dependencies.items += Node::mapping({{Node::string(u"pip"_s), pip}});
    }
    add(root, u"dependencies"_s, dependencies);
    if (!specification.variables.isEmpty()) {
        Node variables = Node::mapping();
        for (const auto &[name, value] : specification.variables.asKeyValueRange())
            add(variables, name, Node::string(value));
        add(root, u"variables"_s, variables);
    }
    return Yaml::render(root);
}

QString withPackage(const QString &text, const QString &package)
{
    auto document = Document::parse(text);
    const QString name = packageFrom(package).name;
    if (!document || name.isEmpty())
        return text;
    const Places places = find(*document, name, {});
    const QString list = u"dependencies"_s;
    if (places.packageAt >= 0)
        document->set({list, places.packageAt}, Node::string(package));
    else if (places.pipSection >= 0)
        document->insert({list, places.pipSection}, Node::string(package));
    else
        document->set({list, places.count}, Node::string(package));
    return document->text();
}

QString withRequirement(const QString &text, const QString &requirement)
{
    auto document = Document::parse(text);
    if (!document || requirement.trimmed().isEmpty())
        return text;
    const QString list = u"dependencies"_s;
    const QString pip = u"pip"_s;
    Places places = find(*document, {}, requirementFrom(requirement).name);
    if (places.pipPackage < 0) {
        if (places.pipSection >= 0)
            document->insert({list, places.pipSection}, Node::string(pip));
        else
            document->set({list, places.count}, Node::string(pip));
        places = find(*document, {}, requirementFrom(requirement).name);
    }
    if (places.pipSection < 0)
        document->set({list, places.count},
                      Node::mapping({{Node::string(pip), Node::sequence({Node::string(requirement)})}}));
    else
        document->set(
            {list, places.pipSection, pip, places.requirementAt >= 0 ? places.requirementAt : places.requirements},
            Node::string(requirement));
    return document->text();
}

QString withoutPackage(const QString &text, const QString &name)
{
    auto document = Document::parse(text);
    if (!document)
        return text;
    const QString list = u"dependencies"_s;
    const Places places = find(*document, name.toLower(), requirementFrom(name).name);
    if (places.requirementAt >= 0) {
        if (places.requirements > 1)
            document->remove({list, places.pipSection, u"pip"_s, places.requirementAt});
        else
            document->remove({list, places.pipSection});
    }
    const Places left = find(*document, name.toLower(), {});
    if (left.packageAt >= 0)
        document->remove({list, left.packageAt});
    return document->text();
}

} // namespace Roost::Conda
