// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conda/specification.h"

#include "models/core/nearestword.h"
#include "models/core/wholematch.h"
#include "models/core/words.h"
#include "models/yaml/document.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Roost::Conda {

using namespace Yaml;
using namespace Qt::StringLiterals;
using Yaml::Entry;
using Yaml::Node;

namespace {

/// Reads the tree of a conda YAML.
class Reader
{
public:
    ParseResult read(const Node &root)
    {
        m_result.diagnostics += Yaml::duplicateKeys(root);
        if (const Entry *entry = azureEnvironment(root)) {
            reportAzureEnvironment(*entry, root.find(u"conda_file"));
            return std::move(m_result);
        }
        for (const Entry &entry : root.entries)
            topLevel(entry);
        if (!root.find(u"dependencies")) {
            report({1, 1, 0, Diagnostic::Severity::Warning,
                    Words::tr("The file lists no packages. Add them below 'dependencies:'.")});
        }
        checkPip();
        return std::move(m_result);
    }

private:
    void report(const Diagnostic &diagnostic) { m_result.diagnostics += diagnostic; }

    // Returns the entry that shows that the file is Azure ML's description of an environment, which refers to a conda
    // YAML.
    static const Entry *azureEnvironment(const Node &root)
    {
        if (root.find(u"dependencies"))
            return nullptr;
        const auto found = std::ranges::find_if(root.entries, [](const Entry &entry) {
            static const QStringList keys{u"conda_file"_s, u"image"_s, u"build"_s};
            return keys.contains(entry.key.text) ||
                   (entry.key.text == "$schema"_L1 && entry.value.text.contains("environment.schema"_L1));
        });
        return found == root.entries.end() ? nullptr : &*found;
    }

    void reportAzureEnvironment(const Entry &entry, const Node *condaFile)
    {
        if (condaFile && condaFile->isScalar())
            report(entry.key.error(Words::tr("This is Azure ML's description of an environment, not a conda YAML. The "
                                             "packages are in the file that it names: use '%1' and the image.")
                                       .arg(condaFile->text)));
        else
            report(entry.key.error(Words::tr("This is Azure ML's description of an environment, not a conda YAML: it "
                                             "lists no packages below 'dependencies:'. Use its image.")));
    }

    void topLevel(const Entry &entry)
    {
        const QString &key = entry.key.text;
        if (key == "name"_L1)
            readName(entry);
        else if (key == "channels"_L1)
            readChannels(entry);
        else if (key == "dependencies"_L1)
            readDependencies(entry);
        else if (key == "variables"_L1)
            readVariables(entry);
        else if (key == "prefix"_L1)
            report(entry.key.warning(
                Words::tr("'prefix' names a folder of the machine the file was exported on. It is not used.")));
        else
            report(entry.key.warning(unknownKey(key)));
    }

    static QString unknownKey(const QString &key)
    {
        static const QHash<QString, QString> meant{{u"requirements"_s, u"dependencies"_s},
                                                   {u"packages"_s, u"dependencies"_s}};
        static const QStringList known{u"name"_s, u"channels"_s, u"dependencies"_s, u"variables"_s, u"prefix"_s};
        if (key == "pip"_L1)
            return Words::tr("'pip' belongs below 'dependencies', as an item '- pip:'. Here it is not used.");
        if (const QString word = meant.value(key.toLower(), nearestWord(key, known)); !word.isEmpty())
            return Words::tr("conda does not know '%1'; did you mean '%2'? It is not used.").arg(key, word);
        return Words::tr("conda does not know '%1'. It is not used.").arg(key);
    }

    static bool isNumber(const QString &text)
    {
        bool ok = false;
        [[maybe_unused]] const double value = text.toDouble(&ok);
        return ok;
    }

    void readName(const Entry &entry)
    {
        static const QRegularExpression bad(u"[/\\s:#]"_s);
        if (entry.value.isNull())
            return;
        if (!entry.value.isScalar()) {
            report(entry.key.error(Words::tr("'name' is one word, like 'name: birds'.")));
            return;
        }
        m_result.specification.name = entry.value.text;
        if (!entry.value.quoted && isNumber(entry.value.text))
            report(entry.value.warning(Words::tr("conda reads this name as a number. Put it in quotes.")));
        if (bad.match(entry.value.text).hasMatch())
            report(entry.value.error(Words::tr("An environment's name contains no spaces and none of '/', ':', '#'.")));
    }

    void readChannels(const Entry &entry)
    {
        if (entry.value.isNull())
            return;
        if (!entry.value.isSequence()) {
            report(entry.key.error(Words::tr("'channels' is a list: each channel on its own line behind '- '.")));
            return;
        }
        for (const Node &item : entry.value.items) {
            if (!item.isScalar() || item.text.isEmpty())
                reportItem(item, entry.key, Words::tr("A channel is one word or URL, like '- conda-forge'."));
            else if (m_result.specification.channels.contains(item.text))
                report(item.warning(Words::tr("The channel '%1' is listed twice.").arg(item.text)));
            else
                m_result.specification.channels += item.text;
        }
    }

    void readVariables(const Entry &entry)
    {
        if (!entry.value.isMapping() && !entry.value.isNull()) {
            report(entry.key.error(Words::tr("'variables' contains lines like 'NAME: value'.")));
            return;
        }
        for (const Entry &variable : entry.value.entries) {
            if (variable.value.isScalar() || variable.value.isNull())
                m_result.specification.variables.insert(variable.key.text, variable.value.text);
            else
                report(variable.key.error(Words::tr("The variable '%1' needs one value.").arg(variable.key.text)));
        }
    }

    void readDependencies(const Entry &entry)
    {
        if (entry.value.isNull()) {
            report(
                entry.key.warning(Words::tr("No packages are listed here. Write each on its own line behind '- '.")));
            return;
        }
        if (!entry.value.isSequence()) {
            report(entry.key.error(Words::tr("'dependencies' is a list: each package on its own line behind '- '.")));
            return;
        }
        for (const Node &item : entry.value.items) {
            if (item.isScalar() && !item.text.trimmed().isEmpty())
                readPackage(item);
            else if (item.isMapping())
                readSection(item);
            else
                reportItem(item, entry.key,
                           Words::tr("A list entry needs the name of a package, like '- numpy>=1.20'."));
        }
    }

    void readPackage(const Node &item)
    {
        Remarks remarks;
        Package package = packageFrom(item.text, &remarks);
        package.line = item.line;
        package.column = item.column;
        if (!reportRemarks(item, remarks))
            return;
        if (const int before = m_packageLines.value(package.name); before > 0)
            report(
                item.warning(Words::tr("'%1' is listed twice; line %2 lists it too.").arg(package.name).arg(before)));
        else
            m_packageLines.insert(package.name, item.line);
        if (package.name == "torch"_L1)
            report(item.warning(Words::tr("conda calls this package 'pytorch'; 'torch' is pip's name for it.")));
        m_result.specification.packages += package;
    }

    void readSection(const Node &section)
    {
        for (const Entry &entry : section.entries) {
            if (isSelector(entry.key.text)) {
                readSelected(entry);
                continue;
            }
            if (entry.key.text != "pip"_L1) {
                report(entry.key.error(
                    Words::tr("Only '- pip:' may open a list inside 'dependencies'. A package is written '- %1=1.2'.")
                        .arg(entry.key.text)));
                continue;
            }
            m_hasPipSection = true;
            m_pipPlace = entry.key;
            if (entry.value.isNull()) {
                report(
                    entry.key.warning(Words::tr("The pip section is empty. Indent its lines deeper than '- pip:'.")));
            } else if (!entry.value.isSequence()) {
                report(
                    entry.key.error(Words::tr("'pip' contains a list: each requirement on its own line behind '- '.")));
            } else {
                for (const Node &item : entry.value.items)
                    readRequirement(item, entry.key);
            }
        }
    }

    // Matches micromamba's "- sel(unix): package".
    static bool isSelector(const QString &key)
    {
        static const QRegularExpression selector = wholeMatch(u"sel\\([a-z0-9]+\\)"_s);
        return selector.match(key).hasMatch();
    }

    void readSelected(const Entry &entry)
    {
        static const QStringList here{u"sel(unix)"_s, u"sel(linux)"_s};
        if (!entry.value.isScalar() || entry.value.text.trimmed().isEmpty()) {
            report(entry.key.error(
                Words::tr("'%1:' is followed by one package, like '- %1: numpy>=1.20'.").arg(entry.key.text)));
            return;
        }
        report(entry.key.warning(
            Words::tr("'%1' is understood by micromamba and mamba; conda refuses the file.").arg(entry.key.text)));
        if (here.contains(entry.key.text))
            readPackage(entry.value);
    }

    void readRequirement(const Node &item, const Node &key)
    {
        if (!item.isScalar() || item.text.trimmed().isEmpty()) {
            reportItem(item, key, Words::tr("A list entry needs a requirement, like '- torch>=2'."));
            return;
        }
        Remarks remarks;
        Requirement requirement = requirementFrom(item.text, &remarks);
        requirement.line = item.line;
        requirement.column = item.column;
        if (!reportRemarks(item, remarks))
            return;
        if (!requirement.name.isEmpty()) {
            const int before = m_requirementLines.value(requirement.name);
            if (before > 0 && requirement.marker.isEmpty())
                report(item.error(Words::tr("'%1' is listed twice for pip; line %2 lists it too.")
                                      .arg(requirement.name)
                                      .arg(before)));
            else if (const int conda = m_packageLines.value(requirement.name); conda > 0)
                report(item.warning(Words::tr("'%1' is also listed for conda, in line %2; pip would replace it.")
                                        .arg(requirement.name)
                                        .arg(conda)));
            if (requirement.marker.isEmpty())
                m_requirementLines.insert(requirement.name, item.line);
        }
        m_result.specification.requirements += requirement;
    }

    // Returns whether the entry can be used.
    bool reportRemarks(const Node &item, const Remarks &remarks)
    {
        if (!remarks.problem.isEmpty())
            report(item.error(remarks.problem));
        else if (!remarks.note.isEmpty())
            report(item.warning(remarks.note));
        return remarks.problem.isEmpty();
    }

    void checkPip()
    {
        if (m_hasPipSection && !m_packageLines.contains(u"pip"_s)) {
            report(m_pipPlace.warning(Words::tr(
                "There is a pip section, but 'pip' itself is not among the dependencies. Add '- pip' above it.")));
        }
    }

    // An empty item has no position of its own, so the diagnostic marks the list.
    void reportItem(const Node &item, const Node &list, const QString &text)
    {
        report((item.line > 0 && !item.isNull() ? item : list).error(text));
    }

    ParseResult m_result;
    QHash<QString, int> m_packageLines;
    QHash<QString, int> m_requirementLines;
    bool m_hasPipSection = false;
    Node m_pipPlace;
};

// Returns notes about comments such as "- pywin32  # [win]": selectors in recipes, but only comments in an environment
// file.
Diagnostics selectorComments(const QString &text)
{
    static const QRegularExpression selector(
        u"^\\s*-[^#\\n]*\\s(#\\s*\\[(?:(?:not|and|or)\\s|[a-z0-9_<>=.\\s])+\\])[ \\t\\r]*(?=\\n|\\z)"_s,
        QRegularExpression::MultilineOption);
    Diagnostics found;
    for (auto matches = selector.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const qsizetype at = match.capturedStart(1);
        const qsizetype lineStart = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
        found += {int(text.first(at).count(u'\n')) + 1, int(at - lineStart) + 1, int(match.capturedLength(1)),
                  Diagnostic::Severity::Note,
                  Words::tr("'%1' selects a platform only in recipes; here it is a comment, and the package is "
                            "required on every platform.")
                      .arg(match.captured(1))};
    }
    return found;
}

bool isRequirements(const QString &text)
{
    int count = 0;
    for (const QString &whole : text.split(u'\n')) {
        const QString line = whole.section(u'#', 0, 0).trimmed();
        if (line.isEmpty())
            continue;
        Remarks remarks;
        requirementFrom(line, &remarks);
        if (!remarks.problem.isEmpty() || line.contains(u": "_s) || line.endsWith(u':'))
            return false;
        ++count;
    }
    return count > 0;
}

} // namespace

ParseResult read(const QString &text)
{
    const auto document = Yaml::Document::parse(text);
    if (!document) {
        Diagnostic error = document.error();
        if (text.contains("{%"_L1) || text.contains("{{"_L1))
            error.message += u' ' + Words::tr("Templates like '{% ... %}' and '{{ ... }}' are filled in by other "
                                              "tools; use the file that they create.");
        else if (isRequirements(text))
            error.message += u' ' + Words::tr("It looks like a requirements.txt: write its lines below 'dependencies:' "
                                              "and '- pip:'.");
        return {{}, {error}};
    }
    ParseResult result = Reader().read(document->root());
    result.diagnostics += selectorComments(text);
    std::ranges::stable_sort(result.diagnostics, {}, [](const Diagnostic &d) { return std::pair(d.line, d.column); });
    return result;
}

} // namespace Roost::Conda
