// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runsmodel.h"

#include "models/cause/sentences.h"
#include "models/items/base/format.h"
#include "models/items/base/tone.h"

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
    return run.status == RunStatus::Queued && !run.properties.value(u"roost.held"_s).isEmpty();
}

QString whyItWaits(const Run &run)
{
    // The service names the command of the console.
    return isHeld(run) ? RunsModel::tr("It waited already when this workspace was opened here for the first time, so "
                                       "it does not start by itself. Look at its command, then start or cancel it.")
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

qint64 durationOf(const Run &run, const QDateTime &now)
{
    if (!run.started.isValid())
        return -1;
    const QDateTime end = run.ended.isValid() ? run.ended : now;
    return std::max<qint64>(0, run.started.msecsTo(end));
}

namespace {

QString metricsText(const Run &run, bool all)
{
    QStringList parts;
    for (auto it = run.lastMetrics.cbegin(); it != run.lastMetrics.cend(); ++it) {
        if (!all && parts.size() == 3) {
            parts += u"…"_s;
            break;
        }
        parts += it.key() + u' ' + (all ? Format::exactNumber(it.value()) : Format::number(it.value()));
    }
    return parts.join(all ? u"\n"_s : u"  ·  "_s);
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

QVariant RunsModel::cell(const Run &run, int column, int role) const
{
    if (role == KeyRole)
        return run.id;
    if (role == ToneRole)
        return column == State ? QVariant(int(toneOf(run.status))) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return column == Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case State:
            return stateToolTip(run);
        case Name:
            return run.description.isEmpty() ? nameOf(run) + u'\n' + run.id : run.description;
        case Created:
            return Format::exact(beganAt(run));
        case Metrics:
            return metricsText(run, true);
        case Cause:
            return causeToolTip(run);
        case Id:
            return run.id;
        default:
            return {};
        }
    }
    if (role == SortRole) {
        if (column == Created)
            return beganAt(run);
        if (column == Duration)
            return durationOf(run);
        if (column == State)
            return int(run.status);
    }
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case State:
        return statusText(run.status);
    case Name:
        return nameOf(run);
    case Experiment:
        return run.experiment;
    case Created:
        return Format::relative(beganAt(run));
    case Duration:
        return Format::duration(durationOf(run));
    case ComputeName:
        return run.computeName;
    case Metrics:
        return metricsText(run, false);
    case Cause:
        return run.status == RunStatus::Failed ? CauseText::of(run).simplified() : QString();
    case EnvironmentName:
        return run.environmentName;
    case CreatedBy:
        return run.createdBy;
    case Id:
        return Format::shortened(run.id);
    default:
        return {};
    }
}

QVariant RunsModel::header(int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return column == Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                  : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case State:
        return tr("State");
    case Name:
        return tr("Name");
    case Experiment:
        return tr("Experiment");
    case Created:
        return tr("Created");
    case Duration:
        return tr("Duration");
    case ComputeName:
        return tr("Compute");
    case Metrics:
        return tr("Metrics");
    case Cause:
        return tr("Cause");
    case EnvironmentName:
        return tr("Environment");
    case CreatedBy:
        return tr("Created by");
    case Id:
        return tr("Id");
    default:
        return {};
    }
}

} // namespace Roost::Items
