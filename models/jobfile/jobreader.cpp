// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/jobreader.h"

#include "models/core/localcompute.h"
#include "models/core/timelimit.h"
#include "models/core/variables.h"
#include "models/core/wholematch.h"
#include "models/core/words.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

namespace Roost::JobFile {

using namespace Yaml;
using namespace Qt::StringLiterals;
using Yaml::Entry;
using Yaml::Node;

JobReader::JobReader(const QString &folder, const ReadFile &readFile, const CarriedParts &carried)
    : m_folder(folder)
    , m_environment(folder, readFile)
    , m_outputs(carried)
{
    m_job.carried = carried;
}

void JobReader::read(const Node &root)
{
    static const QHash<QString, Reader> readers{
        {u"name"_s, &JobReader::readName},           {u"command"_s, &JobReader::readCommand},
        {u"code"_s, &JobReader::readCode},           {u"environment"_s, &JobReader::readEnvironment},
        {u"compute"_s, &JobReader::readCompute},     {u"distribution"_s, &JobReader::readDistribution},
        {u"resources"_s, &JobReader::readResources}, {u"limits"_s, &JobReader::readLimits},
        {u"inputs"_s, &JobReader::readInputs},       {u"outputs"_s, &JobReader::readOutputs},
        {u"metrics"_s, &JobReader::readMetrics},
    };
    static const QHash<QString, QString Job::*> words{{u"display_name"_s, &Job::displayName},
                                                      {u"experiment_name"_s, &Job::experiment},
                                                      {u"description"_s, &Job::description}};
    static const QHash<QString, StringMap Job::*> maps{{u"environment_variables"_s, &Job::environmentVariables},
                                                       {u"tags"_s, &Job::tags},
                                                       {u"properties"_s, &Job::properties}};
    if (const auto other = otherKind(root)) {
        report(*other); // further messages about its lines would only distract
        return;
    }
    reportAll(Yaml::duplicateKeys(root));
    for (const Entry &entry : merged(root)) {
        const QString &key = entry.key.text;
        if (const auto reader = readers.find(key); reader != readers.end()) {
            (this->**reader)(entry);
        } else if (const auto word = words.find(key); word != words.end()) {
            if (const auto value = text(entry))
                m_job.**word = *value;
        } else if (const auto map = maps.find(key); map != maps.end()) {
            m_job.**map = texts(entry);
            if (key == "environment_variables"_L1)
                checkVariables(entry);
        } else if (key != "$schema"_L1 && key != "type"_L1) {
            unknown(entry, readers.keys() + words.keys() + maps.keys());
        }
    }
    for (const QString &needed : {u"command"_s, u"environment"_s}) {
        if (!root.find(needed))
            report(
                {1, 1, 0, Diagnostic::Severity::Error, Words::tr("The job has no '%1:'. Add that line.").arg(needed)});
    }
    m_outputs.replaceIn(m_job.carried);
    checkBindings(root);
}

void JobReader::checkVariables(const Entry &entry)
{
    for (const Entry &one : merged(entry.value)) {
        if (const QString why = whyNotAVariable(one.key.text, one.value.text); !why.isEmpty())
            report(one.key.error(why));
    }
}

// Returns one error for a file of another kind, recognized by its 'type', its '$schema' or keys that only such files
// have.
std::optional<Diagnostic> JobReader::otherKind(const Node &root)
{
    static const QRegularExpression schema(u"/([A-Za-z]+)\\.schema\\.json"_s);
    const Node *type = root.find(u"type");
    const Node *address = root.find(u"$schema");
    const QString kind = address ? schema.match(address->text).captured(1) : QString();
    const bool isComponent = kind.endsWith("Component"_L1) || root.find(u"is_deterministic") ||
                             (root.find(u"version") && !root.find(u"compute") && !root.find(u"experiment_name"));
    if (isComponent)
        return (address ? *address : root)
            .error(Words::tr(
                "This is a component, a part that pipelines are made of; Roost submits command jobs. Write its "
                "command, code and environment into a job of 'type: command'."));
    if (type && !type->isNull() && type->text != "command"_L1)
        return type->error(Words::tr("This is a job of type '%1'; Roost submits 'command' jobs.").arg(type->text));
    if (!type && kind.endsWith("Job"_L1) && kind != "commandJob"_L1)
        return address->error(
            Words::tr("This is a job of type '%1'; Roost submits 'command' jobs.").arg(kind.chopped(3)));
    if (const Node *configuration = root.find(u"framework"); configuration && root.find(u"script"))
        return configuration->error(Words::tr("This is a run configuration of Azure ML v1. Write a job file instead: "
                                              "'command:', 'code:', 'environment:' and 'compute:'."));
    return std::nullopt;
}

void JobReader::readEnvironment(const Entry &entry)
{
    m_environment.read(entry);
    reportAll(m_environment.takeDiagnostics());
    m_job.environment = m_environment.environment();
}

void JobReader::readOutputs(const Entry &entry)
{
    m_outputs.read(entry);
    reportAll(m_outputs.takeDiagnostics());
}

void JobReader::readMetrics(const Entry &entry)
{
    m_metrics.read(entry);
    reportAll(m_metrics.takeDiagnostics());
    m_job.metrics = m_metrics.metrics();
}

void JobReader::readName(const Entry &entry)
{
    const auto name = text(entry);
    if (!name || name->isEmpty())
        return;
    m_job.name = *name;
    if (const QString why = whyNotAJobName(*name); !why.isEmpty())
        report(entry.value.error(why));
}

void JobReader::readCommand(const Entry &entry)
{
    static const QRegularExpression something(u"[a-zA-Z0-9_]"_s);
    const auto command = text(entry);
    if (!command)
        return;
    m_job.command = *command;
    if (!something.match(*command).hasMatch())
        report((entry.value.isNull() ? entry.key : entry.value)
                   .error(Words::tr("The command is empty; write what is to run, like 'python train.py'.")));
}

void JobReader::readCode(const Entry &entry)
{
    if (entry.value.find(u"local_path")) {
        report(entry.key.error(Words::tr("'local_path' belongs to a preview of the job file. Write the path itself: "
                                         "'code: %1'.")
                                   .arg(entry.value.find(u"local_path")->text)));
        return;
    }
    const auto code = text(entry);
    if (!code || code->isEmpty())
        return;
    if (code->startsWith(azuremlPrefix)) {
        m_job.codeId = *code;
    } else if (code->contains("://"_L1)) {
        report(entry.value.error(
            Words::tr("The code must be in a folder on this machine; '%1' is an address.").arg(*code)));
    } else {
        m_job.codePath = QDir::cleanPath(QDir(m_folder).absoluteFilePath(*code));
    }
}

void JobReader::readCompute(const Entry &entry)
{
    const auto compute = text(entry);
    if (!compute)
        return;
    m_job.compute = compute->startsWith(azuremlPrefix) ? compute->sliced(azuremlPrefix.size()) : *compute;
    if (!compute->startsWith(azuremlPrefix) && !isLocalCompute(*compute))
        report(entry.value.warning(Words::tr("A compute target is written 'azureml:%1'.").arg(*compute)));
}

QString JobReader::legacyNote(const QString &key)
{
    static const QHash<QString, QString> notes{
        {u"process_count"_s,
         Words::tr("In Azure ML v1 'process_count' counted the processes of all nodes. It is not used: write "
                   "'process_count_per_instance', those of each node.")},
        {u"process_count_per_node"_s,
         Words::tr(
             "'process_count_per_node' is from Azure ML v1 and is not used: write 'process_count_per_instance'.")},
        {u"node_count"_s, Words::tr("'node_count' is from Azure ML v1 and is not used: write 'instance_count' below "
                                    "'resources'.")},
    };
    return notes.value(key);
}

void JobReader::readDistribution(const Entry &entry)
{
    if (!isMapping(entry, u"type: pytorch"_s))
        return;
    const Node *type = entry.value.find(u"type");
    m_job.distribution.type = distributionFromWord(type ? type->text : QString()).value_or(Distribution::Type::None);
    if (!m_job.distribution.isDistributed())
        report((type && type->isScalar() ? *type : entry.key)
                   .error(Words::tr("'distribution' needs a 'type:', one of %1.")
                              .arg(distributionFileWords().join(", "_L1))));
    for (const Entry &one : entry.value.entries) {
        if (one.key.text == "process_count_per_instance"_L1)
            m_job.distribution.processesPerNode = int(number(one, 1).value_or(1));
        else if (const QString note = legacyNote(one.key.text); !note.isEmpty())
            report(one.key.warning(note));
        else if (one.key.text != "type"_L1)
            unknown(one, {u"type"_s, u"process_count_per_instance"_s}, u"distribution"_s);
    }
}

void JobReader::readResources(const Entry &entry)
{
    static const QRegularExpression size = wholeMatch(u"\\d+[bBkKmMgG]"_s);
    if (!isMapping(entry, u"instance_count: 2"_s))
        return;
    for (const Entry &one : entry.value.entries) {
        if (one.key.text == "instance_count"_L1) {
            m_job.instanceCount = int(number(one, 1).value_or(1));
        } else if (one.key.text == "shm_size"_L1) {
            m_job.shmSize = text(one).value_or(QString());
            if (!m_job.shmSize.isEmpty() && !size.match(m_job.shmSize).hasMatch())
                report(one.value.error(Words::tr("'shm_size' is a number with b, k, m or g, like '2g'.")));
        } else {
            unknown(one, {u"instance_count"_s, u"shm_size"_s}, u"resources"_s);
        }
    }
}

void JobReader::readTimeLimit(const Entry &entry)
{
    m_job.timeoutSeconds = number(entry, 0).value_or(0);
    if (const QString why = whyNotATimeLimit(m_job.timeoutSeconds); !why.isEmpty())
        report(entry.value.error(why));
}

void JobReader::readLimits(const Entry &entry)
{
    if (!isMapping(entry, u"timeout: 3600"_s))
        return;
    for (const Entry &one : entry.value.entries) {
        if (one.key.text == "timeout"_L1)
            readTimeLimit(one);
        else
            unknown(one, {u"timeout"_s}, u"limits"_s);
    }
}

// Matches "{type: number, default: 0.01}", which is how components declare an input.
bool JobReader::isTypedLiteral(const Node &value)
{
    static const QStringList types{u"string"_s, u"number"_s, u"integer"_s, u"boolean"_s};
    const Node *type = value.find(u"type");
    return type && types.contains(type->text.toLower());
}

QString JobReader::literalOf(const Node &typed)
{
    for (const QString &key : {u"value"_s, u"default"_s}) {
        if (const Node *value = typed.find(key); value && value->isScalar())
            return value->text;
    }
    return u"..."_s;
}

void JobReader::readInputs(const Entry &entry)
{
    static const QRegularExpression name = wholeMatch(u"[a-zA-Z_]+[a-zA-Z0-9_]*"_s);
    if (!isMapping(entry, u"epochs: 10"_s))
        return;
    for (const Entry &one : merged(entry.value)) {
        if (!name.match(one.key.text).hasMatch())
            report(one.key.error(
                Words::tr("An input's name contains letters, digits and '_' and does not start with a digit.")));
        if (isTypedLiteral(one.value))
            report(one.key.error(
                Words::tr("In a job an input has only its value: write '%1: %2'. Types belong to components.")
                    .arg(one.key.text, literalOf(one.value))));
        else if (one.value.isMapping())
            report(one.key.error(Words::tr("The input '%1' is data; Roost passes only literal values, like '%1: 10'.")
                                     .arg(one.key.text)));
        else if (!one.value.isScalar() || one.value.text.isEmpty())
            report(one.key.error(Words::tr("The input '%1' has no value.").arg(one.key.text)));
        else
            m_job.inputs.insert(one.key.text, one.value.text);
    }
}

// Checks that the inputs and outputs that the command uses in ${{...}} exist.
void JobReader::checkBindings(const Node &root)
{
    static const QRegularExpression binding(u"\\$\\{\\{\\s*([^}]*?)\\s*\\}\\}"_s);
    const Node *command = root.find(u"command");
    const Node *inputs = root.find(u"inputs");
    if (!command)
        return;
    if (m_job.command.contains("$[["_L1))
        report(command->error(Words::tr("'$[[...]]' marks an optional part of a component's command. A job knows its "
                                        "inputs: write the part without the brackets, or remove it.")));
    for (auto matches = binding.globalMatch(m_job.command); matches.hasNext();)
        checkBinding(*command, matches.next().captured(1), inputs);
}

void JobReader::checkBinding(const Node &command, const QString &named, const Node *inputs)
{
    const QString group = named.section(u'.', 0, 0);
    const QString name = named.section(u'.', 1);
    if (group == "outputs"_L1 && !name.isEmpty()) {
        if (!m_outputs.outputs().contains(name))
            report(command.error(
                Words::tr("The command uses '${{outputs.%1}}', but there is no '%1' below 'outputs:'.").arg(name)));
    } else if (group != "inputs"_L1 || name.isEmpty()) {
        report(command.error(
            Words::tr("'${{%1}}' is not supported; '${{inputs.NAME}}' and '${{outputs.NAME}}' are.").arg(named)));
    } else if ((!inputs || !inputs->find(name)) && !m_job.carried.body.value("inputs"_L1).toObject().contains(name)) {
        report(command.error(
            Words::tr("The command uses '${{inputs.%1}}', but there is no '%1' below 'inputs:'.").arg(name)));
    }
}

} // namespace Roost::JobFile
