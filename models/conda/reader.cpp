// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include "models/core/words.h"
#include "models/yaml/document.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace Roost::Conda {

using namespace Qt::StringLiterals;
using Yaml::Entry;
using Yaml::Node;

namespace {

class Reader
{
public:
    Reading take(const Node &root)
    {
        m_reading.diagnostics += Yaml::duplicateKeys(root);
        for (const Entry &entry : root.entries)
            topLevel(entry);
        if (!root.find(u"dependencies")) {
            say({1, 1, 0, Diagnostic::Severity::Warning,
                 Words::tr("The file asks for no packages. List them below 'dependencies:'.")});
        }
        checkPip();
        std::ranges::stable_sort(m_reading.diagnostics, {},
                                 [](const Diagnostic &d) { return std::pair(d.line, d.column); });
        return std::move(m_reading);
    }

private:
    void say(const Diagnostic &diagnostic) { m_reading.diagnostics += diagnostic; }

    void topLevel(const Entry &entry)
    {
        const QString &key = entry.key.text;
        if (key == "name"_L1)
            takeName(entry);
        else if (key == "channels"_L1)
            takeChannels(entry);
        else if (key == "dependencies"_L1)
            takeDependencies(entry);
        else if (key == "variables"_L1)
            takeVariables(entry);
        else if (key == "prefix"_L1)
            say(entry.key.warning(
                Words::tr("'prefix' names a folder of the machine the file was exported on. It is not used.")));
        else
            say(entry.key.warning(unknownKey(key)));
    }

    static QString unknownKey(const QString &key)
    {
        static const QHash<QString, QString> meant{{u"dependency"_s, u"dependencies"_s},
                                                   {u"channel"_s, u"channels"_s},
                                                   {u"requirements"_s, u"dependencies"_s},
                                                   {u"packages"_s, u"dependencies"_s},
                                                   {u"dependancies"_s, u"dependencies"_s}};
        if (key == "pip"_L1)
            return Words::tr("'pip' belongs below 'dependencies', as an item '- pip:'. Here it is not used.");
        if (const QString word = meant.value(key.toLower()); !word.isEmpty())
            return Words::tr("conda does not know '%1'; did you mean '%2'? It is not used.").arg(key, word);
        return Words::tr("conda does not know '%1'. It is not used.").arg(key);
    }

    void takeName(const Entry &entry)
    {
        static const QRegularExpression bad(u"[/\\s:#]"_s);
        if (entry.value.isNull())
            return;
        if (!entry.value.isScalar()) {
            say(entry.key.error(Words::tr("'name' is one word, like 'name: birds'.")));
            return;
        }
        m_reading.specification.name = entry.value.text;
        if (bad.match(entry.value.text).hasMatch())
            say(entry.value.error(Words::tr("An environment's name holds no blanks and none of '/', ':', '#'.")));
    }

    void takeChannels(const Entry &entry)
    {
        if (entry.value.isNull())
            return;
        if (!entry.value.isSequence()) {
            say(entry.key.error(Words::tr("'channels' is a list: each channel on its own line behind '- '.")));
            return;
        }
        for (const Node &item : entry.value.items) {
            if (!item.isScalar() || item.text.isEmpty())
                sayOfItem(item, entry.key, Words::tr("A channel is one word or URL, like '- conda-forge'."));
            else if (m_reading.specification.channels.contains(item.text))
                say(item.warning(Words::tr("The channel '%1' is listed twice.").arg(item.text)));
            else
                m_reading.specification.channels += item.text;
        }
    }

    void takeVariables(const Entry &entry)
    {
        if (!entry.value.isMapping() && !entry.value.isNull()) {
            say(entry.key.error(Words::tr("'variables' holds lines like 'NAME: value'.")));
            return;
        }
        for (const Entry &variable : entry.value.entries) {
            if (variable.value.isScalar() || variable.value.isNull())
                m_reading.specification.variables.insert(variable.key.text, variable.value.text);
            else
                say(variable.key.error(Words::tr("The variable '%1' needs one value.").arg(variable.key.text)));
        }
    }

    void takeDependencies(const Entry &entry)
    {
        if (entry.value.isNull()) {
            say(entry.key.warning(Words::tr("No packages are listed here. Write each on its own line behind '- '.")));
            return;
        }
        if (!entry.value.isSequence()) {
            say(entry.key.error(Words::tr("'dependencies' is a list: each package on its own line behind '- '.")));
            return;
        }
        for (const Node &item : entry.value.items) {
            if (item.isScalar() && !item.text.trimmed().isEmpty())
                takePackage(item);
            else if (item.isMapping())
                takeSection(item);
            else
                sayOfItem(item, entry.key,
                          Words::tr("A list entry needs the name of a package, like '- numpy>=1.20'."));
        }
    }

    void takePackage(const Node &item)
    {
        QString problem;
        Package package = packageFrom(item.text, &problem);
        package.line = item.line;
        package.column = item.column;
        if (!problem.isEmpty()) {
            say(item.error(problem));
            return;
        }
        if (const int before = m_packageLines.value(package.name); before > 0)
            say(item.warning(
                Words::tr("'%1' is asked for twice; line %2 asks for it too.").arg(package.name).arg(before)));
        else
            m_packageLines.insert(package.name, item.line);
        if (package.name == "torch"_L1)
            say(item.warning(Words::tr("conda calls this package 'pytorch'; 'torch' is pip's name for it.")));
        m_reading.specification.packages += package;
    }

    void takeSection(const Node &section)
    {
        for (const Entry &entry : section.entries) {
            if (entry.key.text != "pip"_L1) {
                say(entry.key.error(
                    Words::tr("Only '- pip:' may open a list inside 'dependencies'. A package is written '- %1=1.2'.")
                        .arg(entry.key.text)));
                continue;
            }
            m_hasPipSection = true;
            m_pipPlace = entry.key;
            if (entry.value.isNull()) {
                say(entry.key.warning(Words::tr("The pip section is empty. Indent its lines deeper than '- pip:'.")));
            } else if (!entry.value.isSequence()) {
                say(entry.key.error(Words::tr("'pip' holds a list: each requirement on its own line behind '- '.")));
            } else {
                for (const Node &item : entry.value.items)
                    takeRequirement(item, entry.key);
            }
        }
    }

    void takeRequirement(const Node &item, const Node &key)
    {
        if (!item.isScalar() || item.text.trimmed().isEmpty()) {
            sayOfItem(item, key, Words::tr("A list entry needs a requirement, like '- torch>=2'."));
            return;
        }
        QString problem;
        Requirement requirement = requirementFrom(item.text, &problem);
        requirement.line = item.line;
        requirement.column = item.column;
        if (!problem.isEmpty()) {
            say(item.error(problem));
            return;
        }
        if (!requirement.name.isEmpty()) {
            const int before = m_requirementLines.value(requirement.name);
            if (before > 0 && requirement.marker.isEmpty())
                say(item.error(Words::tr("pip is asked for '%1' twice; line %2 asks for it too.")
                                   .arg(requirement.name)
                                   .arg(before)));
            else if (const int conda = m_packageLines.value(requirement.name); conda > 0)
                say(item.warning(Words::tr("'%1' is asked of conda too, in line %2; pip would replace it.")
                                     .arg(requirement.name)
                                     .arg(conda)));
            if (requirement.marker.isEmpty())
                m_requirementLines.insert(requirement.name, item.line);
        }
        m_reading.specification.requirements += requirement;
    }

    void checkPip()
    {
        if (m_hasPipSection && !m_packageLines.contains(u"pip"_s)) {
            say(m_pipPlace.warning(Words::tr(
                "There is a pip section, but 'pip' itself is not among the dependencies. Add '- pip' above it.")));
        }
    }

    // An empty item has no place of its own worth showing.
    void sayOfItem(const Node &item, const Node &list, const QString &text)
    {
        say((item.line > 0 && !item.isNull() ? item : list).error(text));
    }

    Reading m_reading;
    QHash<QString, int> m_packageLines;
    QHash<QString, int> m_requirementLines;
    bool m_hasPipSection = false;
    Node m_pipPlace;
};

} // namespace

Reading read(const QString &text)
{
    const auto document = Yaml::Document::parse(text);
    if (!document)
        return {{}, {document.error()}};
    return Reader().take(document->root());
}

} // namespace Roost::Conda
