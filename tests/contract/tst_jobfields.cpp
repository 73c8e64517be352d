// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/fields.h"
#include "models/items/submit/submitmemory.h"
#include "models/jobfile/jobdocument.h"
#include "models/service/jobs/jobrecord.h"
#include "models/wire/azureml/job.h"
#include "tests/items/memorydraftstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace Roost;
using namespace Qt::StringLiterals;

// Every field of a Job passes through each of the four places that write and read jobs. A field that is in the list of
// models/core/fields.h but missing in one of these places fails here.
class TestJobFields : public QObject
{
    Q_OBJECT

    template <typename T, typename Visitor>
    static void visitLeaves(T &value, const Visitor &visitor, const QString &above = {})
    {
        visitFields(value, [&](QLatin1StringView key, auto &field) {
            if constexpr (HasFields<decltype(field)>)
                visitLeaves(field, visitor, above + key + u'.');
            else
                visitor(QString(above + key), field);
        });
    }

    static void clear(Job &job, const QStringList &paths)
    {
        visitLeaves(job, [&](const QString &path, auto &field) {
            if (paths.contains(path) || paths.contains(path.section(u'.', 0, 0)))
                field = std::remove_cvref_t<decltype(field)>();
        });
        job.instanceCount = qMax(1, job.instanceCount);
        job.distribution.processesPerNode = qMax(1, job.distribution.processesPerNode);
    }

    // Returns values for fields that accept only certain texts; any other field has a text made from its path.
    static QString textFor(const QString &path)
    {
        static const QHash<QString, QString> particular{
            {u"codePath"_s, u"/value/codePath"_s},
            {u"codeId"_s, u"azureml:value-codeId"_s},
            {u"shmSize"_s, u"3g"_s},
            {u"environment.condaYaml"_s, u"name: value\ndependencies:\n- python=3.12\n"_s},
            {u"carried.distribution"_s, u"Ray"_s},
            {u"carried.serverlessSize"_s, u"Standard_Value"_s},
        };
        return particular.value(path, u"value-"_s + path);
    }

    static Job filled(Distribution::Type type)
    {
        Job job;
        int number = 1;
        const auto fill = [&](const QString &path, auto &field) {
            using Value = std::remove_cvref_t<decltype(field)>;
            if constexpr (std::is_same_v<Value, QString>)
                field = textFor(path);
            else if constexpr (std::is_integral_v<Value>)
                field = Value(3600 + ++number);
            else if constexpr (std::is_same_v<Value, StringMap>)
                field = {{u"of_"_s + path, u"value-"_s + path}};
            else if constexpr (std::is_same_v<Value, Distribution::Type>)
                field = type;
            else if constexpr (std::is_same_v<Value, QStringList>)
                field = {u"distribution Ray"_s, u"identity"_s, u"resources.instanceType"_s};
            else if constexpr (std::is_same_v<Value, QJsonObject>)
                field = {{u"distribution"_s, QJsonObject{{u"distributionType"_s, u"Ray"_s}}},
                         {u"identity"_s, QJsonObject{{u"identityType"_s, u"Managed"_s}}},
                         {u"resources"_s, QJsonObject{{u"instanceType"_s, u"Standard_Value"_s}}}};
            else
                static_assert(!sizeof(Value), "Fill fields of this type here");
        };
        visitLeaves(job, fill);
        return job;
    }

    static QStringList allPaths()
    {
        QStringList paths;
        Job job;
        visitLeaves(job, [&](const QString &path, auto &) { paths += path; });
        return paths;
    }

    // Returns the value of each field as JSON, so that a difference is reported with the path of the field.
    static QStringList lines(const Job &job)
    {
        QStringList lines;
        const std::function<void(const QString &, const QJsonObject &)> add = [&](const QString &above,
                                                                                  const QJsonObject &object) {
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (it.key() == "environment"_L1 || it.key() == "carried"_L1)
                    add(it.key() + u'.', it.value().toObject());
                else
                    lines += above + it.key() + u": "_s +
                             QString::fromUtf8(QJsonDocument(QJsonArray{it.value()}).toJson(QJsonDocument::Compact));
            }
        };
        add({}, jobToJson(job));
        return lines;
    }

    // Sends the filled job once without the fields of each of `passes`, and requires that every other field is
    // returned. A field that no pass sends must be in `never`.
    static void check(const std::function<Job(const Job &)> &roundTrip, const QList<QStringList> &passes,
                      const QStringList &never = {})
    {
        QStringList sent;
        for (const QStringList &without : passes) {
            for (const Distribution::Type type : distributionTypes()) {
                Job job = filled(type);
                clear(job, without + never);
                QCOMPARE(lines(roundTrip(job)), lines(job));
                QVERIFY(roundTrip(job) == job);
            }
            for (const QString &path : allPaths()) {
                if (!without.contains(path) && !without.contains(path.section(u'.', 0, 0)))
                    sent += path;
            }
        }
        for (const QString &path : allPaths())
            QVERIFY2(sent.contains(path), qPrintable(path + u" is sent by no pass"_s));
    }

private Q_SLOTS:
    void everyFieldHasItsOwnKey()
    {
        const QStringList paths = allPaths();
        QCOMPARE(QSet<QString>(paths.begin(), paths.end()).size(), paths.size());
        QCOMPARE(jobFromJson(jobToJson(filled(Distribution::Type::Mpi))), filled(Distribution::Type::Mpi));
        QCOMPARE(jobFromJson({}), Job());
    }

    // The code is sent as an id and the environment as a registered one; parts of other jobs are sent with a job that
    // has one process and no compute.
    void throughTheProtocol()
    {
        const Wire::WorkspaceId workspace{u"sub"_s, u"group"_s, u"space"_s};
        const auto roundTrip = [&](const Job &job) {
            QJsonObject resource = Wire::jobBody(job, workspace);
            resource.insert(u"name"_s, job.name);
            return Wire::jobFromResource(resource);
        };
        const QStringList never{u"codePath"_s, u"environment.image"_s, u"environment.condaYaml"_s};
        check(roundTrip, {{u"carried"_s}, {u"distribution"_s, u"processesPerNode"_s, u"compute"_s}}, never);
    }

    // The original request contains the parts that are passed through; the folder of the code is known only to the
    // client.
    void throughTheJobRecord()
    {
        using namespace Service::Jobs;
        check([](const Job &job) { return jobOfSpec(specOf(job)); }, {{}}, {u"codePath"_s, u"carried"_s});
    }

    // Only the names of environment variables are stored, because settings are plain text.
    void throughTheDraftMemory()
    {
        const auto roundTrip = [](const Job &job) {
            Items::SubmitMemory memory(std::make_shared<MemoryDraftStore>());
            memory.setUnfinished(job);
            Job kept = memory.unfinished()->job;
            if (kept.environmentVariables.keys() == job.environmentVariables.keys())
                kept.environmentVariables = job.environmentVariables;
            return kept;
        };
        check(roundTrip, {{}}, {u"name"_s});
    }

    // A job file names either a folder or uploaded code, and either a registered environment or an inline one.
    void throughTheJobFile()
    {
        const auto roundTrip = [](const Job &job) {
            const QString text = JobFile::JobDocument::write(job, u"/"_s);
            const auto document = JobFile::JobDocument::fromText(text, u"/"_s, JobFile::readFromDisk, job.carried);
            Job read = document.job();
            if (hasSameWords(read.environment.condaYaml, job.environment.condaYaml))
                read.environment.condaYaml = job.environment.condaYaml;
            return read;
        };
        check(roundTrip, {{u"codeId"_s, u"environment.image"_s, u"environment.condaYaml"_s},
                          {u"codePath"_s, u"environment.name"_s, u"environment.version"_s}});
    }

    void recordsOfEarlierVersionsAreRead()
    {
        using namespace Service::Jobs;
        const Job job = jobOfSpec(R"({"codeId":"c","command":"python t.py","compute":"local","description":"",
            "displayName":"Birds","distribution":"PyTorch","environment":{"condaYaml":"","image":"","name":"torch",
            "version":"2"},"environmentVariables":{"A":"1"},"experiment":"birds","inputs":{"lr":"0.1"},
            "instanceCount":1,"name":"calm-finch","processesPerNode":4,"properties":{},"shmSize":"2g",
            "tags":{"t":"v"},"timeoutSeconds":60})");
        QCOMPARE(job.name, u"calm-finch"_s);
        QCOMPARE(job.command, u"python t.py"_s);
        QCOMPARE(job.distribution, (Distribution{Distribution::Type::PyTorch, 4}));
        QCOMPARE(job.environment, (EnvironmentRef{u"torch"_s, u"2"_s, {}, {}}));
        QCOMPARE(job.environmentVariables, (StringMap{{u"A"_s, u"1"_s}}));
        QCOMPARE(job.timeoutSeconds, 60);
        QCOMPARE(job.shmSize, u"2g"_s);
    }

    void draftsOfEarlierVersionsAreRead()
    {
        const auto texts = std::make_shared<MemoryDraftStore>();
        texts->write(Items::DraftStore::Slot::Unfinished,
                     R"({"when":"2026-11-23T06:01:03Z","displayName":"Birds","experiment":"b",
            "command":"python t.py","codePath":"/code","environmentName":"torch","environmentVersion":"2","image":"",
            "condaYaml":"","compute":"local","distribution":2,"processesPerNode":3,"instanceCount":2,
            "timeoutSeconds":60,"variables":{"NCCL_DEBUG":"INFO"},"variableNames":["NCCL_DEBUG","TOKEN"],
            "inputs":{"lr":"0.1"},"tags":{"t":"v"},"properties":{"p":"w"},"carried":{"body":{"identity":{}},
            "names":["identity"],"distribution":"Ray","serverlessSize":"S"}})");
        const Items::SubmitMemory memory(texts);
        const auto entry = memory.unfinished();
        QVERIFY(entry);
        QCOMPARE(entry->when, QDateTime(QDate(2026, 11, 23), QTime(6, 1, 3), QTimeZone::utc()));
        const Job &job = entry->job;
        QCOMPARE(job.command, u"python t.py"_s);
        QCOMPARE(job.codePath, u"/code"_s);
        QCOMPARE(job.environment, (EnvironmentRef{u"torch"_s, u"2"_s, {}, {}}));
        QCOMPARE(job.distribution, (Distribution{Distribution::Type::Mpi, 3}));
        QCOMPARE(job.instanceCount, 2);
        QCOMPARE(job.environmentVariables, (StringMap{{u"NCCL_DEBUG"_s, u"INFO"_s}, {u"TOKEN"_s, {}}}));
        QCOMPARE(job.carried.names, QStringList{u"identity"_s});
        QCOMPARE(job.carried.serverlessSize, u"S"_s);
    }

private:
    // The file contains the environment as YAML in a different layout.
    static bool hasSameWords(const QString &left, const QString &right)
    {
        const auto words = [](const QString &text) { return text.simplified().split(u' '); };
        return words(left) == words(right);
    }
};

QTEST_GUILESS_MAIN(TestJobFields)
#include "tst_jobfields.moc"
