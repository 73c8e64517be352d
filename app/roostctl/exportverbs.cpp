// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/interrupt.h"
#include "app/roostctl/transferprogress.h"
#include "app/roostctl/verb.h"
#include "models/exporters/pointtable.h"
#include "models/exporters/runtable.h"
#include "models/importers/mlflowserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <cstdio>

namespace Roost::Ctl {

using namespace Exporters;
using namespace Qt::StringLiterals;

namespace {

/// One table and the file that it is written to. The file has its final name only when it is complete.
class Output
{
public:
    static Result<std::unique_ptr<Output>> create(const QString &path, bool replaces)
    {
        auto output = std::unique_ptr<Output>(new Output);
        if (path.isEmpty()) {
            auto standard = std::make_unique<QFile>();
            if (!standard->open(stdout, QIODevice::WriteOnly))
                return failure(ErrorKind::Failed, u"The output could not be opened."_s);
            output->m_file = std::move(standard);
            return output;
        }
        if (!replaces && QFileInfo::exists(path))
            return failure(ErrorKind::Conflict, u"%1 exists. Add --force to replace it."_s.arg(path));
        auto saved = std::make_unique<QSaveFile>(path);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !saved->open(QIODevice::WriteOnly))
            return failure(ErrorKind::Failed, u"%1 could not be written: %2."_s.arg(path, saved->errorString()));
        output->m_save = saved.get();
        output->m_file = std::move(saved);
        return output;
    }

    QFileDevice &file() { return *m_file; }
    Result<void> commit()
    {
        const bool done = m_save ? m_save->commit() : m_file->flush();
        if (!done)
            return failure(ErrorKind::Failed,
                           u"%1 could not be written: %2."_s.arg(m_file->fileName(), m_file->errorString()));
        return {};
    }

private:
    Output() = default;
    std::unique_ptr<QFileDevice> m_file;
    QSaveFile *m_save = nullptr;
};

struct ExportOptions
{
    TableFormat format = TableFormat::Csv;
    Parquet::Compression compression = Parquet::Compression::Gzip;
    QString points; // the path of the table of points
    QString runs;   // that of the table of runs
    bool hasPoints = true;
    bool hasRuns = false;
    bool replaces = false;
};

// Prints an error and returns nothing if the command line is wrong.
std::optional<ExportOptions> optionsFrom(const CommandContext &context)
{
    ExportOptions options;
    options.replaces = context.has(u"force"_s);
    const QString output = context.option(u"output"_s);
    const QString word = context.has(u"format"_s)                                      ? context.option(u"format"_s)
                         : output.endsWith(".parquet"_L1)                              ? u"parquet"_s
                         : output.endsWith(".jsonl"_L1) || output.endsWith(".json"_L1) ? u"json"_s
                                                                                       : u"csv"_s;
    const auto format = tableFormatFromWord(word);
    const QString compression = context.option(u"compression"_s);
    const QString table = context.option(u"table"_s);
    if (!format) {
        printError(u"--format takes csv, json or parquet."_s);
        return std::nullopt;
    }
    if (compression != "gzip"_L1 && compression != "none"_L1) {
        printError(u"--compression takes gzip or none."_s);
        return std::nullopt;
    }
    if (context.has(u"table"_s) && table != "runs"_L1 && table != "metrics"_L1) {
        printError(u"--table takes runs or metrics."_s);
        return std::nullopt;
    }
    options.format = *format;
    options.compression = compression == "none"_L1 ? Parquet::Compression::None : Parquet::Compression::Gzip;
    options.hasRuns = table == "runs"_L1;
    options.hasPoints = !options.hasRuns;
    options.points = output;
    options.runs = output;
    if (!output.isEmpty() && (output.endsWith(u'/') || QFileInfo(output).isDir())) {
        const QString folder = QDir::cleanPath(output);
        options.points = folder + u"/metrics"_s + suffixOf(*format);
        options.runs = folder + u"/runs"_s + suffixOf(*format);
        options.hasRuns = table.isEmpty() || table == "runs"_L1;
        options.hasPoints = table.isEmpty() || table == "metrics"_L1;
    }
    if (output.isEmpty() && *format == TableFormat::Parquet) {
        printError(u"A Parquet file needs a name: add --output FILE or --output DIR/."_s);
        return std::nullopt;
    }
    return options;
}

// Returns the ids of the selected runs. Prints an error and returns nothing if they cannot be listed.
std::optional<QStringList> selectedRuns(CommandContext &context, Workspace &workspace, const Importers::Stop &stop)
{
    QStringList ids = context.options(u"runs"_s) + context.arguments();
    const QString experiment = context.option(u"experiment"_s);
    if (context.has(u"filter"_s)) {
        const auto address = context.address();
        const auto server = address ? context.trackingAt(*address) : std::nullopt;
        if (!server)
            return std::nullopt;
        Importers::Remarks remarks([](const Importers::Remark &) {});
        Importers::MlflowServer search(context.network(), *server, stop, remarks);
        const auto found = search.runs({.experiment = experiment, .filter = context.option(u"filter"_s)});
        if (!found) {
            printError(found.error());
            return std::nullopt;
        }
        for (const Importers::SourceRun &run : *found)
            ids += run.place;
    } else if (context.has(u"experiment"_s) || context.has(u"all"_s)) {
        QString next;
        do {
            const auto page = context.get(workspace.runHistory()->runs({.experiment = experiment}, next));
            if (!page)
                return std::nullopt;
            for (const Run &run : page->items)
                ids += run.id;
            next = page->next;
        } while (!next.isEmpty() && !stop.isRequested());
    }
    ids.removeDuplicates();
    return ids;
}

/// Reads the points of runs and writes them into the tables.
class Exporting
{
public:
    Exporting(CommandContext &context, RunHistory &history, const ExportOptions &options, const Importers::Stop &stop)
        : m_history(history)
        , m_options(options)
        , m_stop(stop)
    {
        for (const QString &pattern : context.options(u"metrics"_s)) {
            m_patterns += QRegularExpression::fromWildcard(pattern, Qt::CaseSensitive,
                                                           QRegularExpression::NonPathWildcardConversion);
        }
    }

    Result<void> run(const QStringList &ids)
    {
        auto done = open();
        for (qsizetype i = 0; done && i < ids.size(); ++i) {
            m_progress.show(u"%1 of %2 runs, %3 points"_s.arg(i).arg(ids.size()).arg(m_points));
            done = exportRun(ids[i]);
        }
        m_progress.clear();
        if (done && !m_patterns.isEmpty() && !m_hasMetrics)
            done = failure(ErrorKind::NotFound, u"No run has a metric of that name, so nothing was written."_s);
        if (done && m_table)
            done = m_table->finish();
        if (done && m_runsFile)
            done = m_runs.write(
                *tableWriter(m_options.format, m_runsFile->file(), m_runs.columns(), m_options.compression));
        for (Output *file : {m_pointsFile.get(), m_runsFile.get()}) {
            if (done && file)
                done = file->commit();
        }
        return done;
    }

    qint64 points() const { return m_points; }

private:
    Result<void> open()
    {
        if (m_options.hasPoints) {
            auto file = Output::create(m_options.points, m_options.replaces);
            if (!file)
                return std::unexpected(file.error());
            m_pointsFile = std::move(*file);
            m_table = tableWriter(m_options.format, m_pointsFile->file(), pointColumns(), m_options.compression);
            if (auto begun = m_table->begin(); !begun)
                return begun;
        }
        if (m_options.hasRuns) {
            auto file = Output::create(m_options.runs, m_options.replaces);
            if (!file)
                return std::unexpected(file.error());
            m_runsFile = std::move(*file);
        }
        return {};
    }

    template <typename T>
    Result<T> wait(const Future<T> &future)
    {
        if (m_stop.isRequested())
            return failure(ErrorKind::Failed, u"Stopped; no file was written."_s);
        return CommandContext::wait(future);
    }

    bool isSelected(const QString &metric) const
    {
        return m_patterns.isEmpty() || std::ranges::any_of(m_patterns, [&](const QRegularExpression &pattern) {
                   return pattern.match(metric).hasMatch();
               });
    }

    Result<void> exportRun(const QString &id)
    {
        const auto run = wait(m_history.run(id));
        if (!run)
            return std::unexpected(run.error());
        RunTable::Summaries summaries;
        for (const QString &metric : run->lastMetrics.keys()) {
            if (!isSelected(metric))
                continue;
            m_hasMetrics = true;
            if (auto done = exportMetric(*run, metric, summaries[metric]); !done)
                return done;
        }
        if (m_runsFile)
            m_runs.add(*run, summaries);
        return {};
    }

    Result<void> exportMetric(const Run &run, const QString &metric, MetricSummary &summary)
    {
        QString cursor;
        bool more = true;
        while (more) {
            const auto part = wait(m_history.metric(run.id, metric, cursor));
            if (!part)
                return std::unexpected(part.error());
            for (const MetricPoint &point : part->points) {
                summary.add(point);
                auto added = m_table ? m_table->add(pointRow(run, metric, point)) : Result<void>();
                if (!added)
                    return added;
            }
            m_points += part->points.size();
            more = part->more;
            cursor = part->cursor;
        }
        return {};
    }

    RunHistory &m_history;
    ExportOptions m_options;
    const Importers::Stop &m_stop;
    QList<QRegularExpression> m_patterns;
    TransferProgress m_progress;
    std::unique_ptr<Output> m_pointsFile;
    std::unique_ptr<Output> m_runsFile;
    std::unique_ptr<TableWriter> m_table; // of points; uses m_pointsFile
    RunTable m_runs;
    qint64 m_points = 0;
    bool m_hasMetrics = false; // whether any run has a selected one
};

void report(const CommandContext &context, const ExportOptions &options, qsizetype runs, qint64 points)
{
    QStringList files;
    if (options.hasPoints && !options.points.isEmpty())
        files += options.points;
    if (options.hasRuns && !options.runs.isEmpty())
        files += options.runs;
    if (files.isEmpty())
        return; // the table itself is on stdout
    if (context.wantsJson())
        print(QJsonObject{{u"runs"_s, runs}, {u"points"_s, points}, {u"files"_s, QJsonArray::fromStringList(files)}});
    else
        printLine(u"%1 runs, %2 points: %3"_s.arg(runs).arg(points).arg(files.join(u", "_s)));
}

int exportRuns(CommandContext &context)
{
    const bool isSelected = context.has(u"runs"_s) || context.has(u"experiment"_s) || context.has(u"filter"_s) ||
                            context.has(u"all"_s) || !context.arguments().isEmpty();
    if (!isSelected) {
        printError(u"Which runs? Name them with --runs ID, or use --experiment NAME, --filter FILTER or --all."_s);
        return BadUsage;
    }
    const auto options = optionsFrom(context);
    if (!options)
        return BadUsage;
    Workspace *workspace = context.open();
    if (!workspace)
        return Trouble;
    Interrupt interrupt;
    Importers::Stop stop;
    QObject::connect(&interrupt, &Interrupt::pressed, &stop, &Importers::Stop::request);
    const auto ids = selectedRuns(context, *workspace, stop);
    if (!ids)
        return Trouble;
    if (ids->isEmpty()) {
        printError(u"No run matches, so nothing was exported."_s);
        return Trouble;
    }
    Exporting exporting(context, *workspace->runHistory(), *options, stop);
    if (const auto done = exporting.run(*ids); !done) {
        printError(done.error());
        return Trouble;
    }
    report(context, *options, ids->size(), exporting.points());
    return Done;
}

} // namespace

QList<Verb> exportVerbs()
{
    QCommandLineOption compression(u"compression"_s, u"How a Parquet file is compressed: gzip or none (gzip)."_s,
                                   u"KIND"_s, u"gzip"_s);
    return {{u"export"_s,
             u"[RUN...]"_s,
             u"Writes every point, and a table of runs, as CSV, JSON Lines or Parquet."_s,
             {{u"runs"_s, u"A run; may be repeated, and further runs may follow."_s, u"ID"_s},
              {u"experiment"_s, u"All runs of this experiment."_s, u"NAME"_s},
              {u"filter"_s, u"All runs that match, as in MLflow's search: metrics.loss < 0.1"_s, u"FILTER"_s},
              {u"all"_s, u"All runs."_s},
              {u"metrics"_s, u"Only this metric, or a pattern of names (val*); may be repeated."_s, u"KEY"_s},
              {u"table"_s, u"The table to write to a file or to the output: metrics or runs (metrics)."_s, u"TABLE"_s},
              {u"format"_s,
               u"csv, json (one object per line) or parquet; otherwise as the name of the file says, or csv."_s,
               u"FORMAT"_s},
              compression,
              {{u"o"_s, u"output"_s},
               u"The file, or a folder (DIR/) for both tables; otherwise the output."_s,
               u"FILE|DIR/"_s},
              {u"force"_s, u"Replaces files that exist."_s}},
             0,
             -1,
             exportRuns}};
}

} // namespace Roost::Ctl
