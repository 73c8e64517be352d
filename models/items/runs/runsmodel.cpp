// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runsmodel.h"

#include "models/cause/sentences.h"
#include "models/core/runkeys.h"
#include "models/core/systemmetrics.h"
#include "models/items/base/format.h"
#include "models/items/base/tone.h"
#include "models/items/runs/progresswords.h"
#include "models/items/runs/runresources.h"

namespace Roost::Items {

using namespace Causes;
using namespace Qt::StringLiterals;

Job jobToResubmit(Job job, const QString &runId)
{
    if (job.displayName == runId || job.displayName == job.name)
        job.displayName.clear();
    job.name.clear();
    return job;
}

QString nameOf(const Run &run)
{
    return Format::isolated(run.displayName.isEmpty() ? run.id : run.displayName);
}

bool wasSubmitted(const Run &run)
{
    return !run.command.isEmpty() || !run.phases.isEmpty() || !run.codeId.isEmpty();
}

bool isHeld(const Run &run)
{
    return run.status == RunStatus::Queued && !run.properties.value(PropertyName::held).isEmpty();
}

QString whyItWaits(const Run &run)
{
    // The service's sentence names the console command, so the window has its own.
    return isHeld(run) ? RunsModel::tr("It was already waiting when this workspace was first opened here, so it does "
                                       "not start by itself. Check its command, then start or cancel it.")
                       : run.queueReason;
}

QString startQuestion(const Run &run)
{
    constexpr int mostLetters = 300;
    return RunsModel::tr("Start %1? Its command runs as you, with your files and rights: %2")
        .arg(nameOf(run), Format::isolated(Format::shortened(run.command, mostLetters)));
}

QDateTime beganAt(const Run &run)
{
    return run.started.isValid() && run.started < run.created ? run.started : run.created;
}

namespace {

// A run that has not started sorts before the others.
qint64 durationKey(const Run &run)
{
    if (!run.started.isValid())
        return -1;
    const QDateTime end = run.ended.isValid() ? run.ended : QDateTime::currentDateTimeUtc();
    return std::max<qint64>(0, run.started.msecsTo(end));
}

QString metricsText(const Run &run, bool all)
{
    QStringList parts;
    for (auto it = run.lastMetrics.cbegin(); it != run.lastMetrics.cend(); ++it) {
        if (SystemMetric::isOne(it.key()))
            continue;
        if (!all && parts.size() == 3) {
            parts += u"…"_s;
            break;
        }
        parts += it.key() + u' ' + (all ? Format::exactNumber(it.value()) : Format::number(it.value()));
    }
    return parts.join(all ? u"\n"_s : u"  ·  "_s);
}

QString nameToolTip(const Run &run)
{
    return run.description.isEmpty() ? nameOf(run) + u'\n' + run.id : run.description;
}

QString causeText(const Run &run)
{
    return run.status == RunStatus::Failed ? CauseText::of(run).simplified() : QString();
}

QString causeToolTip(const Run &run)
{
    if (run.status != RunStatus::Failed)
        return {};
    QStringList lines{CauseText::of(run)};
    if (run.cause)
        lines += {CauseText::certainty(*run.cause), CauseText::followers(*run.cause)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString stateToolTip(const Run &run)
{
    if (!run.errorText.isEmpty())
        return run.errorText;
    const QString why = whyItWaits(run);
    return why.isEmpty() ? statusText(run.status) : why;
}

} // namespace

RunsModel::RunsModel(QObject *parent)
    : KeyedTableModel(usualColumns() + furtherColumns(), parent)
{
}

void RunsModel::tick()
{
    touchColumn(Created);
    touchColumn(Duration);
}

QStringList RunsModel::experiments() const
{
    QStringList names;
    for (const Run &run : rows())
        names += run.experiment;
    names.removeAll(QString());
    names.sort(Qt::CaseInsensitive);
    names.removeDuplicates();
    return names;
}

bool RunsModel::hasActive() const
{
    return std::ranges::any_of(rows(), [](const Run &run) { return !isTerminal(run.status); });
}

QList<TableColumn<Run>> RunsModel::usualColumns()
{
    return {
        {.id = State,
         .title = [] { return tr("State"); },
         .width = 12,
         .visibility = ColumnVisibility::Fixed,
         .text = [](const Run &run) { return statusText(run.status); },
         .sortKey = [](const Run &run) { return int(run.status); },
         .toolTip = stateToolTip,
         .tone = [](const Run &run) { return toneOf(run.status); }},
        {.id = Name,
         .title = [] { return tr("Name"); },
         .width = 20,
         .stretches = true,
         .visibility = ColumnVisibility::Fixed,
         .text = nameOf,
         .toolTip = nameToolTip},
        {.id = Experiment, .title = [] { return tr("Experiment"); }, .width = 16, .text = &Run::experiment},
        {.id = Created,
         .title = [] { return tr("Created"); },
         .width = 18,
         .text = [](const Run &run) { return Format::relative(beganAt(run)); },
         .sortKey = beganAt,
         .toolTip = [](const Run &run) { return Format::exact(beganAt(run)); }},
        {.id = Duration,
         .title = [] { return tr("Duration"); },
         .width = 11,
         .isNumeric = true,
         .text = [](const Run &run) { return Format::duration(run.started, run.ended); },
         .sortKey = durationKey},
        {.id = Progress,
         .title = [] { return tr("Progress"); },
         .width = 18,
         .visibility = ColumnVisibility::WhereKnown,
         .text = progressText,
         .sortKey = progressShare,
         .toolTip = progressDetail},
        {.id = PeakMemory,
         .title = [] { return tr("Peak memory"); },
         .width = 12,
         .visibility = ColumnVisibility::WhereKnown,
         .isNumeric = true,
         .text = ResourceText::peakMemory,
         .sortKey = [](const Run &run) { return run.resources ? run.resources->peakMemory : qint64(-1); },
         .toolTip = ResourceText::explanation},
        {.id = MeanGpu,
         .title = [] { return tr("Mean GPU"); },
         .width = 10,
         .visibility = ColumnVisibility::WhereKnown,
         .isNumeric = true,
         .text = ResourceText::meanGpu,
         .sortKey = [](const Run &run) { return run.resources ? run.resources->meanGpuPercent.value_or(-1) : -1.; },
         .toolTip = ResourceText::explanation},
        {.id = ComputeName, .title = [] { return tr("Compute"); }, .width = 10, .text = &Run::computeName},
        {.id = Metrics,
         .title = [] { return tr("Metrics"); },
         .width = 22,
         .text = [](const Run &run) { return metricsText(run, false); },
         .toolTip = [](const Run &run) { return metricsText(run, true); }},
        {.id = Cause, .title = [] { return tr("Cause"); }, .width = 12, .text = causeText, .toolTip = causeToolTip},
    };
}

QList<TableColumn<Run>> RunsModel::furtherColumns()
{
    return {
        {.id = EnvironmentName,
         .title = [] { return tr("Environment"); },
         .width = 24,
         .visibility = ColumnVisibility::Hidden,
         .text = &Run::environmentName},
        {.id = CreatedBy,
         .title = [] { return tr("Created by"); },
         .width = 14,
         .visibility = ColumnVisibility::Hidden,
         .text = &Run::createdBy},
        {.id = Id,
         .title = [] { return tr("Id"); },
         .width = 20,
         .visibility = ColumnVisibility::Hidden,
         .text = [](const Run &run) { return Format::shortened(run.id); },
         .toolTip = &Run::id},
    };
}

} // namespace Roost::Items
