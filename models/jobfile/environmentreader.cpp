// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/environmentreader.h"

#include "models/conda/specification.h"
#include "models/core/environment.h"
#include "models/core/words.h"
#include "models/yaml/render.h"

#include <QDir>
#include <QRegularExpression>

namespace Roost::JobFile {

using namespace Qt::StringLiterals;
using Yaml::Entry;
using Yaml::Node;

EnvironmentReader::EnvironmentReader(const QString &folder, const ReadFile &readFile)
    : m_folder(folder)
    , m_readFile(readFile)
{
}

void EnvironmentReader::read(const Entry &entry)
{
    if (entry.value.isScalar()) {
        readName(entry.value);
        return;
    }
    if (!isMapping(entry, u"image: ..."_s)) {
        if (entry.value.isNull())
            report(entry.key.error(Words::tr("The environment is empty; name one, like 'azureml:name:version'.")));
        return;
    }
    static const QStringList known{u"image"_s, u"conda_file"_s, u"name"_s, u"version"_s, u"description"_s, u"tags"_s};
    for (const Entry &one : entry.value.entries) {
        const QString &key = one.key.text;
        if (key == "image"_L1)
            m_environment.image = text(one).value_or(QString());
        else if (key == "conda_file"_L1)
            readCondaFile(one);
        else if (key == "build"_L1)
            report(one.key.error(
                Words::tr("Environments that are built from a Dockerfile are not supported in a job file; use "
                          "'image' and 'conda_file'.")));
        else if (!known.contains(key))
            unknown(one, known, u"environment"_s);
    }
    if (!m_environment.isInline() && !entry.value.find(u"build"))
        report(entry.key.error(Words::tr("An environment in the job itself needs 'conda_file', 'image' or both.")));
}

// Reads "azureml:name:version", "azureml:name@latest", or the URI of an environment in a registry.
void EnvironmentReader::readName(const Node &value)
{
    QString name = value.text.trimmed();
    if (name.startsWith("azureml://"_L1)) {
        m_environment.name = name;
        return;
    }
    // The resource ID of a version, as in jobs that were downloaded from a workspace.
    static const QRegularExpression resource(
        u"\\A(?:azureml:)?/subscriptions/.*/environments/([^/]+)/versions/([^/]+)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = resource.match(name); match.hasMatch()) {
        m_environment.name = match.captured(1);
        m_environment.version = match.captured(2);
        return;
    }
    if (name.startsWith(azuremlPrefix))
        name.remove(0, azuremlPrefix.size());
    else if (name.endsWith(".yml"_L1) || name.endsWith(".yaml"_L1) || name.startsWith("file:"_L1))
        report(value.error(
            Words::tr("An environment file is not read here; put its 'image' and 'conda_file' below 'environment:'.")));
    else
        report(value.warning(Words::tr("A registered environment is written 'azureml:%1'.").arg(name)));
    if (const qsizetype at = name.indexOf(u'@'); at >= 0) {
        if (name.sliced(at + 1) != "latest"_L1)
            report(value.error(Words::tr("The only label is '@latest'; write it or a version, like 'azureml:%1:1'.")
                                   .arg(name.first(at))));
        name.truncate(at);
    } else if (const qsizetype colon = name.indexOf(u':'); colon >= 0) {
        m_environment.version = name.sliced(colon + 1);
        name.truncate(colon);
    }
    m_environment.name = name;
    const bool curated = isCuratedName(name);
    if (const QString why = whyNotAnEnvironmentName(name); !why.isEmpty() && !curated)
        report(value.error(why));
}

void EnvironmentReader::readCondaFile(const Entry &entry)
{
    if (entry.value.isMapping()) {
        m_environment.condaYaml = Yaml::render(entry.value);
    } else if (const auto path = text(entry); path && !path->isEmpty()) {
        const auto content = m_readFile(QDir::cleanPath(QDir(m_folder).absoluteFilePath(*path)));
        if (!content) {
            report(entry.value.error(content.error().text));
            return;
        }
        m_environment.condaYaml = *content;
    }
    const Node &place = entry.value.isScalar() ? entry.value : entry.key;
    for (const Diagnostic &inside : Conda::read(m_environment.condaYaml).diagnostics) {
        if (inside.severity == Diagnostic::Severity::Error)
            report(
                place.error(Words::tr("The conda file is wrong in line %1: %2").arg(inside.line).arg(inside.message)));
        else if (inside.severity == Diagnostic::Severity::Warning)
            report(place.warning(Words::tr("The conda file, line %1: %2").arg(inside.line).arg(inside.message)));
    }
}

} // namespace Roost::JobFile
