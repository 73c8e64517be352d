// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/jobdocument.h"

#include "models/core/words.h"
#include "models/jobfile/jobreader.h"
#include "models/jobfile/outputword.h"
#include "models/yaml/document.h"
#include "models/yaml/parse.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Roost::JobFile {

using namespace Yaml;
using namespace Qt::StringLiterals;
using Yaml::Document;
using Yaml::Node;
using Yaml::Path;

namespace {

const QString emptyJob =
    u"$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\ntype: command\n"_s;

// Returns the keys in the order of Azure ML's examples.
const QStringList &keyOrder()
{
    static const QStringList order{
        u"$schema"_s,         u"type"_s,         u"name"_s,        u"display_name"_s,
        u"experiment_name"_s, u"description"_s,  u"code"_s,        u"command"_s,
        u"inputs"_s,          u"outputs"_s,      u"environment"_s, u"environment_variables"_s,
        u"compute"_s,         u"distribution"_s, u"resources"_s,   u"limits"_s,
        u"metrics"_s,         u"tags"_s,         u"properties"_s};
    return order;
}

/// Writes the differences between two jobs to a document.
class Writer
{
public:
    Writer(Document &document, const QString &folder, const Job &before, const Job &now)
        : m_document(document)
        , m_folder(folder)
        , m_before(before)
        , m_now(now)
    {
    }

    void run()
    {
        word(u"name"_s, &Job::name);
        word(u"display_name"_s, &Job::displayName);
        word(u"experiment_name"_s, &Job::experiment);
        word(u"description"_s, &Job::description);
        code();
        word(u"command"_s, &Job::command);
        map(u"inputs"_s, m_before.inputs, m_now.inputs);
        outputs();
        environment();
        map(u"environment_variables"_s, m_before.environmentVariables, m_now.environmentVariables);
        if (m_now.compute != m_before.compute)
            put({u"compute"_s}, m_now.compute.isEmpty() ? QString() : u"azureml:"_s + m_now.compute);
        distribution();
        if (m_now.instanceCount != m_before.instanceCount)
            count({u"resources"_s, u"instance_count"_s}, m_now.instanceCount);
        if (m_now.shmSize != m_before.shmSize)
            put({u"resources"_s, u"shm_size"_s}, m_now.shmSize);
        if (m_now.timeoutSeconds != m_before.timeoutSeconds) {
            if (m_now.timeoutSeconds > 0)
                count({u"limits"_s, u"timeout"_s}, m_now.timeoutSeconds);
            else
                put({u"limits"_s, u"timeout"_s}, QString());
        }
        metrics();
        map(u"tags"_s, m_before.tags, m_now.tags);
        map(u"properties"_s, m_before.properties, m_now.properties);
    }

private:
    void set(const Path &path, const Node &value)
    {
        const qsizetype place = keyOrder().indexOf(path.first().key);
        m_document.set(path, value,
                       path.size() == 1 || !m_document.root().find(path.first(1)) ? keyOrder().first(place)
                                                                                  : QStringList());
    }

    // An empty value removes the line, and its block if the block becomes empty.
    void put(const Path &path, const QString &value)
    {
        if (!value.isEmpty()) {
            set(path, Node::string(value));
            return;
        }
        m_document.remove(path);
        const Node *parent = path.size() > 1 ? m_document.root().find(path.first(path.size() - 1)) : nullptr;
        if (parent && parent->entries.isEmpty())
            m_document.remove(path.first(path.size() - 1));
    }

    void count(const Path &path, qint64 value) { set(path, Node::scalar(QString::number(value))); }

    void word(const QString &key, QString Job::*member)
    {
        if (m_now.*member != m_before.*member)
            put({key}, m_now.*member);
    }

    void map(const QString &key, const StringMap &before, const StringMap &now)
    {
        for (const auto &[name, value] : now.asKeyValueRange()) {
            if (!before.contains(name) || before.value(name) != value)
                set({key, name}, Node::string(value));
        }
        for (const auto &[name, value] : before.asKeyValueRange()) {
            if (!now.contains(name))
                put({key, name}, QString());
        }
    }

    // Without patterns, the switch is the word `auto` in place of the lines.
    void metrics()
    {
        const MetricDefinitions &before = m_before.metrics;
        const MetricDefinitions &now = m_now.metrics;
        const QString key = u"metrics"_s;
        if (now == before)
            return;
        if (now.patterns.isEmpty()) {
            put({key}, now.automatic ? u"auto"_s : QString());
            return;
        }
        if (before.patterns.isEmpty())
            m_document.remove({key});
        map(key, before.patterns, now.patterns);
        if (now.automatic)
            set({key, u"auto"_s}, Node::scalar(u"true"_s));
        else if (before.automatic && !before.patterns.isEmpty())
            put({key, u"auto"_s}, QString());
    }

    static QJsonObject outputsOf(const Job &job) { return job.carried.body.value("outputs"_L1).toObject(); }

    void outputs()
    {
        const QJsonObject before = outputsOf(m_before);
        const QJsonObject now = outputsOf(m_now);
        for (const QString &name : before.keys()) {
            if (!now.contains(name))
                put({u"outputs"_s, name}, QString());
        }
        for (auto it = now.begin(); it != now.end(); ++it) {
            if (before.value(it.key()) == it.value())
                continue;
            const QJsonObject output = it.value().toObject();
            Node lines = Node::mapping();
            for (const OutputWord &word : outputWords()) {
                if (const QString value = output.value(word.bodyKey).toString(); !value.isEmpty())
                    lines.entries += {Node::string(word.key), Node::string(word.fromBody(value))};
            }
            set({u"outputs"_s, it.key()}, lines);
        }
    }

    void code()
    {
        if (m_now.codePath == m_before.codePath && m_now.codeId == m_before.codeId)
            return;
        QString code;
        if (!m_now.codePath.isEmpty())
            code = m_folder.isEmpty() ? m_now.codePath : QDir(m_folder).relativeFilePath(m_now.codePath);
        else if (m_now.codeId.startsWith("azureml:"_L1))
            code = m_now.codeId;
        put({u"code"_s}, code);
    }

    void environment()
    {
        const EnvironmentRef &now = m_now.environment;
        const QString key = u"environment"_s;
        if (now == m_before.environment)
            return;
        if (!now.isInline()) {
            const bool address = now.name.startsWith("azureml://"_L1) || now.name.isEmpty();
            put({key},
                address ? now.name
                        : u"azureml:%1%2"_s.arg(now.name, now.version.isEmpty() ? u"@latest"_s : u':' + now.version));
            return;
        }
        const Node *old = m_document.root().find(key);
        if (!old || !old->isMapping())
            set({key}, Node::mapping());
        put({key, u"image"_s}, now.image);
        if (now.condaYaml == m_before.environment.condaYaml)
            return;
        const auto conda = Yaml::parse(now.condaYaml);
        if (conda && conda->isMapping())
            set({key, u"conda_file"_s}, *conda);
        else
            put({key, u"conda_file"_s}, QString());
    }

    void distribution()
    {
        const Distribution &now = m_now.distribution;
        const QString key = u"distribution"_s;
        if (now == m_before.distribution)
            return;
        if (!now.isDistributed()) {
            m_document.remove({key});
            return;
        }
        if (now.type != m_before.distribution.type)
            put({key, u"type"_s}, toFileWord(now.type));
        if (now.processesPerNode != m_before.distribution.processesPerNode)
            count({key, u"process_count_per_instance"_s}, now.processesPerNode);
    }

    Document &m_document;
    const QString &m_folder;
    const Job &m_before;
    const Job &m_now;
};

} // namespace

struct JobDocument::State
{
    QString text = emptyJob;
    QString folder;
    ReadFile readFile = readFromDisk;
    Job job;
    Diagnostics diagnostics;
};

JobDocument::JobDocument()
    : m_state(std::make_unique<State>())
{
}

JobDocument::~JobDocument() = default;

JobDocument::JobDocument(const JobDocument &other)
    : m_state(std::make_unique<State>(*other.m_state))
{
}

JobDocument &JobDocument::operator=(const JobDocument &other)
{
    *m_state = *other.m_state;
    return *this;
}

JobDocument JobDocument::fromText(const QString &text, const QString &folder, const ReadFile &readFile,
                                  const CarriedParts &carried)
{
    JobDocument made;
    State &state = *made.m_state;
    state.text = text;
    state.folder = folder;
    state.readFile = readFile;
    const auto document = Document::parse(text);
    if (!document) {
        state.diagnostics = {document.error()};
        return made;
    }
    JobReader reader(folder, state.readFile, carried);
    reader.read(document->root());
    state.job = reader.job();
    state.diagnostics = reader.takeDiagnostics();
    return made;
}

Result<JobDocument> JobDocument::fromFile(const QString &fileName)
{
    const QFileInfo info(fileName);
    const auto text = readFromDisk(info.absoluteFilePath());
    if (!text)
        return std::unexpected(text.error());
    return fromText(*text, info.absolutePath());
}

const QString &JobDocument::text() const
{
    return m_state->text;
}

const Job &JobDocument::job() const
{
    return m_state->job;
}

const Diagnostics &JobDocument::diagnostics() const
{
    return m_state->diagnostics;
}

void JobDocument::setJob(const Job &job)
{
    if (job == m_state->job && !hasErrors(m_state->diagnostics))
        return;
    auto document = Document::parse(m_state->text);
    if (!document) {
        document = Document::parse(emptyJob);
        m_state->job = {};
    }
    if (!document)
        return;
    Writer(*document, m_state->folder, m_state->job, job).run();
    *this = fromText(document->text(), m_state->folder, m_state->readFile, job.carried);
}

QString JobDocument::write(const Job &job, const QString &folder)
{
    JobDocument document = fromText(emptyJob, folder);
    document.setJob(job);
    return document.text();
}

} // namespace Roost::JobFile
