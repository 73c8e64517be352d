// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/jobreader.h"

#include "models/conda/specification.h"
#include "models/core/environment.h"
#include "models/yaml/document.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace Roost::JobFile {

using namespace Qt::StringLiterals;
using Yaml::Entry;
using Yaml::Node;

namespace {

const QString azureml = u"azureml:"_s;

// The known word that `word` is a slip of; empty where none is near.
QString nearest(const QString &word, const QStringList &known)
{
    const auto plain = [](QString text) { return text.toLower().remove(u'_').remove(u'-'); };
    for (const QString &candidate : known) {
        const QString a = plain(word);
        const QString b = plain(candidate);
        if (a == b || a == b + u's' || a + u's' == b)
            return candidate;
        if (a.size() == b.size() && a.size() > 4) {
            int differences = 0;
            for (qsizetype i = 0; i < a.size(); ++i)
                differences += a[i] != b[i] ? 1 : 0;
            if (differences <= 2)
                return candidate;
        }
    }
    return {};
}

} // namespace

JobReader::JobReader(const QString &folder, const ReadFile &readFile)
    : m_folder(folder)
    , m_readFile(readFile)
{
}

Diagnostics JobReader::takeDiagnostics()
{
    std::ranges::stable_sort(m_diagnostics, {}, [](const Diagnostic &d) { return std::pair(d.line, d.column); });
    return std::move(m_diagnostics);
}

void JobReader::take(const Node &root)
{
    static const QHash<QString, Take> takers{
        {u"type"_s, &JobReader::takeType},
        {u"name"_s, &JobReader::takeName},
        {u"command"_s, &JobReader::takeCommand},
        {u"code"_s, &JobReader::takeCode},
        {u"environment"_s, &JobReader::takeEnvironment},
        {u"compute"_s, &JobReader::takeCompute},
        {u"distribution"_s, &JobReader::takeDistribution},
        {u"resources"_s, &JobReader::takeResources},
        {u"limits"_s, &JobReader::takeLimits},
        {u"inputs"_s, &JobReader::takeInputs},
    };
    static const QHash<QString, QString Job::*> words{{u"display_name"_s, &Job::displayName},
                                                      {u"experiment_name"_s, &Job::experiment},
                                                      {u"description"_s, &Job::description}};
    static const QHash<QString, StringMap Job::*> maps{{u"environment_variables"_s, &Job::environmentVariables},
                                                       {u"tags"_s, &Job::tags},
                                                       {u"properties"_s, &Job::properties}};
    m_diagnostics += Yaml::duplicateKeys(root);
    for (const Entry &entry : root.entries) {
        const QString &key = entry.key.text;
        if (const auto taker = takers.find(key); taker != takers.end()) {
            (this->**taker)(entry);
        } else if (const auto word = words.find(key); word != words.end()) {
            if (const auto value = text(entry))
                m_job.**word = *value;
        } else if (const auto map = maps.find(key); map != maps.end()) {
            m_job.**map = texts(entry);
        } else if (key != "$schema"_L1) {
            unknown(entry, takers.keys() + words.keys() + maps.keys());
        }
    }
    for (const QString &needed : {u"command"_s, u"environment"_s}) {
        if (!root.find(needed))
            say({1, 1, 0, Diagnostic::Severity::Error, u"The job has no '%1:'. Add that line."_s.arg(needed)});
    }
    checkBindings(root);
}

void JobReader::unknown(const Entry &entry, const QStringList &known, const QString &where)
{
    const QString word = nearest(entry.key.text, known);
    const QString name = where.isEmpty() ? entry.key.text : where + u'.' + entry.key.text;
    say(entry.key.warning(word.isEmpty()
                              ? u"Roost does not know '%1'. It is kept in the file but not used."_s.arg(name)
                              : u"Roost does not know '%1'; did you mean '%2'? It is not used."_s.arg(name, word)));
}

std::optional<QString> JobReader::text(const Entry &entry)
{
    if (entry.value.isNull())
        return QString();
    if (entry.value.isScalar())
        return entry.value.text.trimmed();
    say(entry.key.error(u"'%1' takes one value."_s.arg(entry.key.text)));
    return std::nullopt;
}

std::optional<qint64> JobReader::number(const Entry &entry, qint64 least)
{
    bool fine = false;
    const qint64 value = entry.value.text.toLongLong(&fine);
    if (fine && entry.value.isScalar() && value >= least && value <= 2'000'000'000)
        return value;
    say((entry.value.isScalar() ? entry.value : entry.key)
            .error(u"'%1' takes a whole number, %2 or more."_s.arg(entry.key.text).arg(least)));
    return std::nullopt;
}

bool JobReader::isMapping(const Entry &entry, const QString &example)
{
    if (entry.value.isNull())
        return false;
    if (entry.value.isMapping())
        return true;
    say(entry.key.error(u"'%1' holds lines of its own, like '%2'."_s.arg(entry.key.text, example)));
    return false;
}

StringMap JobReader::texts(const Entry &entry)
{
    StringMap map;
    if (!isMapping(entry, u"NAME: value"_s))
        return map;
    for (const Entry &one : entry.value.entries) {
        if (one.value.isScalar() || one.value.isNull())
            map.insert(one.key.text, one.value.text);
        else
            say(one.key.error(u"'%1' below '%2' takes one value."_s.arg(one.key.text, entry.key.text)));
    }
    return map;
}

void JobReader::takeType(const Entry &entry)
{
    if (entry.value.text != "command"_L1)
        say(entry.value.error(u"This is a job of type '%1'; Roost submits 'command' jobs."_s.arg(entry.value.text)));
}

void JobReader::takeName(const Entry &entry)
{
    const auto name = text(entry);
    if (!name || name->isEmpty())
        return;
    m_job.name = *name;
    if (const QString why = whyNotAJobName(*name); !why.isEmpty())
        say(entry.value.error(why));
}

void JobReader::takeCommand(const Entry &entry)
{
    static const QRegularExpression something(u"[a-zA-Z0-9_]"_s);
    const auto command = text(entry);
    if (!command)
        return;
    m_job.command = *command;
    if (!something.match(*command).hasMatch())
        say((entry.value.isNull() ? entry.key : entry.value)
                .error(u"The command is empty; write what is to run, like 'python train.py'."_s));
}

void JobReader::takeCode(const Entry &entry)
{
    const auto code = text(entry);
    if (!code || code->isEmpty())
        return;
    if (code->startsWith(azureml)) {
        m_job.codeId = *code;
    } else if (code->contains("://"_L1)) {
        say(entry.value.error(u"The code must lie in a folder of this machine; '%1' is an address."_s.arg(*code)));
    } else {
        m_job.codePath = QDir::cleanPath(QDir(m_folder).absoluteFilePath(*code));
    }
}

void JobReader::takeEnvironment(const Entry &entry)
{
    if (entry.value.isScalar()) {
        takeEnvironmentName(entry.value);
        return;
    }
    if (!isMapping(entry, u"image: ..."_s)) {
        if (entry.value.isNull())
            say(entry.key.error(u"The environment is empty; name one, like 'azureml:name:version'."_s));
        return;
    }
    static const QStringList known{u"image"_s, u"conda_file"_s, u"name"_s, u"version"_s, u"description"_s, u"tags"_s};
    for (const Entry &one : entry.value.entries) {
        const QString &key = one.key.text;
        if (key == "image"_L1)
            m_job.environment.image = text(one).value_or(QString());
        else if (key == "conda_file"_L1)
            takeCondaFile(one);
        else if (key == "build"_L1)
            say(one.key.error(u"Environments that are built from a Dockerfile are not supported in a job file; use "
                              "'image' and 'conda_file'."_s));
        else if (!known.contains(key))
            unknown(one, known, u"environment"_s);
    }
    if (!m_job.environment.isInline())
        say(entry.key.error(u"An environment in the job itself needs 'conda_file', 'image' or both."_s));
}

// "azureml:name:version", "azureml:name@latest", or an address in a registry.
void JobReader::takeEnvironmentName(const Node &value)
{
    QString name = value.text.trimmed();
    if (name.startsWith("azureml://"_L1)) {
        m_job.environment.name = name;
        return;
    }
    if (name.startsWith(azureml))
        name.remove(0, azureml.size());
    else if (name.endsWith(".yml"_L1) || name.endsWith(".yaml"_L1) || name.startsWith("file:"_L1))
        say(value.error(
            u"An environment file is not read here; put its 'image' and 'conda_file' below 'environment:'."_s));
    else
        say(value.warning(u"A registered environment is written 'azureml:%1'."_s.arg(name)));
    if (const qsizetype at = name.indexOf(u'@'); at >= 0) {
        if (name.sliced(at + 1) != "latest"_L1)
            say(value.error(
                u"The only label is '@latest'; write it or a version, like 'azureml:%1:1'."_s.arg(name.first(at))));
        name.truncate(at);
    } else if (const qsizetype colon = name.indexOf(u':'); colon >= 0) {
        m_job.environment.version = name.sliced(colon + 1);
        name.truncate(colon);
    }
    m_job.environment.name = name;
    const bool curated = name.startsWith("AzureML-"_L1, Qt::CaseInsensitive);
    if (const QString why = whyNotAnEnvironmentName(name); !why.isEmpty() && !curated)
        say(value.error(why));
}

void JobReader::takeCondaFile(const Entry &entry)
{
    if (entry.value.isMapping()) {
        m_job.environment.condaYaml = Yaml::render(entry.value);
    } else if (const auto path = text(entry); path && !path->isEmpty()) {
        const auto content = m_readFile(QDir::cleanPath(QDir(m_folder).absoluteFilePath(*path)));
        if (!content) {
            say(entry.value.error(content.error().text));
            return;
        }
        m_job.environment.condaYaml = *content;
    }
    for (const Diagnostic &inside : Conda::read(m_job.environment.condaYaml).diagnostics) {
        if (inside.severity == Diagnostic::Severity::Error) {
            const Node &place = entry.value.isScalar() ? entry.value : entry.key;
            say(place.error(u"The conda file is wrong in line %1: %2"_s.arg(inside.line).arg(inside.message)));
        }
    }
}

void JobReader::takeCompute(const Entry &entry)
{
    const auto compute = text(entry);
    if (!compute)
        return;
    m_job.compute = compute->startsWith(azureml) ? compute->sliced(azureml.size()) : *compute;
    if (!compute->startsWith(azureml) && *compute != "local"_L1 && !compute->isEmpty())
        say(entry.value.warning(u"A compute target is written 'azureml:%1'."_s.arg(*compute)));
}

QString JobReader::firstVersionNote(const QString &key)
{
    static const QHash<QString, QString> notes{
        {u"process_count"_s,
         u"In Azure ML v1 'process_count' counted the processes of all nodes. It is not used: write "
         "'process_count_per_instance', those of each node."_s},
        {u"process_count_per_node"_s,
         u"Azure ML v1 said 'process_count_per_node'. It is not used: write 'process_count_per_instance'."_s},
        {u"node_count"_s, u"Azure ML v1 said 'node_count' here. It is not used: write 'instance_count' below "
                          "'resources'."_s},
    };
    return notes.value(key);
}

void JobReader::takeDistribution(const Entry &entry)
{
    if (!isMapping(entry, u"type: pytorch"_s))
        return;
    const Node *type = entry.value.find(u"type");
    const QString word = type ? type->text.toLower() : QString();
    if (word == "pytorch"_L1)
        m_job.distribution.type = Distribution::Type::PyTorch;
    else if (word == "mpi"_L1)
        m_job.distribution.type = Distribution::Type::Mpi;
    else
        say((type && type->isScalar() ? *type : entry.key)
                .error(u"'distribution' needs 'type: pytorch' or 'type: mpi'."_s));
    for (const Entry &one : entry.value.entries) {
        if (one.key.text == "process_count_per_instance"_L1)
            m_job.distribution.processesPerNode = int(number(one, 1).value_or(1));
        else if (const QString note = firstVersionNote(one.key.text); !note.isEmpty())
            say(one.key.warning(note));
        else if (one.key.text != "type"_L1)
            unknown(one, {u"type"_s, u"process_count_per_instance"_s}, u"distribution"_s);
    }
}

void JobReader::takeResources(const Entry &entry)
{
    static const QRegularExpression size(u"^\\d+[bBkKmMgG]$"_s);
    if (!isMapping(entry, u"instance_count: 2"_s))
        return;
    for (const Entry &one : entry.value.entries) {
        if (one.key.text == "instance_count"_L1) {
            m_job.instanceCount = int(number(one, 1).value_or(1));
        } else if (one.key.text == "shm_size"_L1) {
            m_job.shmSize = text(one).value_or(QString());
            if (!m_job.shmSize.isEmpty() && !size.match(m_job.shmSize).hasMatch())
                say(one.value.error(u"'shm_size' is a number with b, k, m or g, like '2g'."_s));
        } else {
            unknown(one, {u"instance_count"_s, u"shm_size"_s}, u"resources"_s);
        }
    }
}

void JobReader::takeLimits(const Entry &entry)
{
    if (!isMapping(entry, u"timeout: 3600"_s))
        return;
    for (const Entry &one : entry.value.entries) {
        if (one.key.text == "timeout"_L1)
            m_job.timeoutSeconds = number(one, 0).value_or(0);
        else
            unknown(one, {u"timeout"_s}, u"limits"_s);
    }
}

void JobReader::takeInputs(const Entry &entry)
{
    static const QRegularExpression name(u"^[a-zA-Z_]+[a-zA-Z0-9_]*$"_s);
    if (!isMapping(entry, u"epochs: 10"_s))
        return;
    for (const Entry &one : entry.value.entries) {
        if (!name.match(one.key.text).hasMatch())
            say(one.key.error(u"An input's name holds letters, digits and '_' and starts with no digit."_s));
        if (one.value.isMapping())
            say(one.key.error(
                u"The input '%1' is data; Roost hands on literal values only, like '%1: 10'."_s.arg(one.key.text)));
        else if (!one.value.isScalar() || one.value.text.isEmpty())
            say(one.key.error(u"The input '%1' has no value."_s.arg(one.key.text)));
        else
            m_job.inputs.insert(one.key.text, one.value.text);
    }
}

// What the command names in ${{...}} must be there.
void JobReader::checkBindings(const Node &root)
{
    static const QRegularExpression binding(u"\\$\\{\\{\\s*([^}]*?)\\s*\\}\\}"_s);
    const Node *command = root.find(u"command");
    const Node *inputs = root.find(u"inputs");
    if (!command)
        return;
    for (auto matches = binding.globalMatch(m_job.command); matches.hasNext();) {
        const QString named = matches.next().captured(1);
        const QString input = named.startsWith("inputs."_L1) ? named.sliced(7) : QString();
        if (input.isEmpty())
            say(command->error(u"'${{%1}}' is not supported; only '${{inputs.NAME}}' is."_s.arg(named)));
        else if (!inputs || !inputs->find(input))
            say(command->error(
                u"The command uses '${{inputs.%1}}', but there is no '%1' below 'inputs:'."_s.arg(input)));
    }
}

} // namespace Roost::JobFile
