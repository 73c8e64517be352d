// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/dryrun.h"

#include "app/roostctl/commandcontext.h"
#include "app/roostctl/diagnostics.h"
#include "app/roostctl/jobarguments.h"
#include "app/roostctl/verb.h"
#include "models/core/capacity.h"
#include "models/jobfile/jobdocument.h"
#include "models/snapshot/snapshot.h"

#include <QDir>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

class DryRun
{
public:
    DryRun(CommandContext &context, const JobArguments &arguments)
        : m_context(context)
        , m_arguments(arguments)
        , m_job(arguments.job)
    {
    }

    int exec()
    {
        const bool isTextValid = !m_arguments.hasErrors();
        if (isTextValid) {
            listFiles();
            checkWorkspace();
        }
        m_context.wantsJson() ? printJson() : printText();
        return !isTextValid ? BadUsage : m_refusals.isEmpty() ? Done : Trouble;
    }

private:
    void listFiles()
    {
        if (m_job.codePath.isEmpty())
            return;
        auto listing = CommandContext::wait(Snapshot::list(m_job.codePath));
        if (listing)
            m_listing = std::move(*listing);
        else
            m_refusals += listing.error().text;
    }

    void checkWorkspace()
    {
        Workspace *workspace = m_context.open();
        if (!workspace) {
            m_refusals += u"No workspace could be asked whether it takes the job."_s;
            return;
        }
        if (!workspace->jobs())
            m_refusals += u"This workspace takes no jobs: it only keeps runs."_s;
        if (ComputeCatalog *computes = workspace->computes(); computes && !m_job.compute.isEmpty())
            checkCompute(*computes);
        if (EnvironmentCatalog *environments = workspace->environments();
            environments && !m_job.environment.isInline() && !m_job.environment.name.contains("://"_L1)) {
            const auto found =
                CommandContext::wait(environments->environment(m_job.environment.name, m_job.environment.version));
            if (found)
                m_environment = found->name + u':' + found->version;
            else
                m_refusals += found.error().text;
        }
    }

    void checkCompute(ComputeCatalog &computes)
    {
        const auto compute = CommandContext::wait(computes.compute(m_job.compute));
        if (!compute) {
            m_refusals += compute.error().text;
            return;
        }
        for (const LimitViolation &violation : limitViolations(m_job, *compute))
            m_refusals += limitText(violation, compute->name);
    }

    QString jobYaml() const { return JobFile::JobDocument::write(m_job, QDir::currentPath()); }

    void printText() const
    {
        for (const JobArguments::Text &text : m_arguments.texts)
            printDiagnostics(text.file, text.diagnostics);
        for (const Snapshot::Warning &warning : m_listing.warnings)
            printError(u"warning: "_s + warning.message);
        for (const QString &refusal : m_refusals)
            printError(u"error: "_s + refusal);
        if (m_arguments.hasErrors())
            return;
        print(u"# Nothing was sent. This is the job as it would be submitted.\n"_s + jobYaml());
        if (!m_environment.isEmpty())
            print(u"\n# environment: %1\n"_s.arg(m_environment));
        if (m_job.codePath.isEmpty())
            return;
        print(u"\n# %1 files of %2, %3\n"_s.arg(QString::number(m_listing.files.size()), m_job.codePath,
                                                sizeText(m_listing.totalSize)));
        QList<QStringList> rows;
        for (const Snapshot::File &file : m_listing.files)
            rows += {file.path, sizeText(file.size)};
        printTable({u"FILE"_s, u"SIZE"_s}, rows);
        for (const Snapshot::Excluded &excluded : m_listing.excluded)
            print(u"# not sent: %1 (%2)\n"_s.arg(excluded.path, excluded.isOfWorkspace() ? u"the workspace's own"_s
                                                                                         : excluded.rule.toText()));
    }

    void printJson() const
    {
        QJsonArray problems;
        for (const JobArguments::Text &text : m_arguments.texts) {
            for (const Diagnostic &diagnostic : text.diagnostics)
                problems += toJson(text.file, diagnostic);
        }
        for (const Snapshot::Warning &warning : m_listing.warnings)
            problems +=
                QJsonObject{{u"severity"_s, u"warning"_s}, {u"message"_s, warning.message}, {u"path"_s, warning.path}};
        for (const QString &refusal : m_refusals)
            problems += QJsonObject{{u"severity"_s, u"error"_s}, {u"message"_s, refusal}};
        QJsonArray files;
        for (const Snapshot::File &file : m_listing.files)
            files += QJsonObject{{u"path"_s, file.path}, {u"size"_s, file.size}};
        QJsonArray excluded;
        for (const Snapshot::Excluded &one : m_listing.excluded)
            excluded += QJsonObject{{u"path"_s, one.path}, {u"rule"_s, one.rule.toText()}};
        print(QJsonObject{{u"job"_s, jobYaml()},
                          {u"environment"_s, m_environment},
                          {u"folder"_s, m_job.codePath},
                          {u"files"_s, files},
                          {u"excluded"_s, excluded},
                          {u"totalSize"_s, m_listing.totalSize},
                          {u"problems"_s, problems}});
    }

    CommandContext &m_context;
    const JobArguments &m_arguments;
    const Job &m_job;
    Snapshot::Listing m_listing;
    QString m_environment;
    QStringList m_refusals;
};

} // namespace

int dryRun(CommandContext &context, const JobArguments &arguments)
{
    return DryRun(context, arguments).exec();
}

} // namespace Roost::Ctl
