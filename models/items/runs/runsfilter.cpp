// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runsfilter.h"

#include "models/items/runs/runsmodel.h"

#include <algorithm>

namespace Roost::Items {

namespace {

bool matches(RunStatus status, RunsFilter::Status wanted)
{
    switch (wanted) {
    case RunsFilter::Status::All:
        return true;
    case RunsFilter::Status::Active:
        return !isTerminal(status);
    case RunsFilter::Status::Completed:
        return status == RunStatus::Completed;
    case RunsFilter::Status::Failed:
        return status == RunStatus::Failed;
    case RunsFilter::Status::Canceled:
        return status == RunStatus::Canceled || status == RunStatus::CancelRequested;
    }
    return true;
}

bool contains(const StringMap &map, const QString &word)
{
    return std::any_of(map.keyValueBegin(), map.keyValueEnd(), [&word](const auto &pair) {
        return pair.first.contains(word, Qt::CaseInsensitive) || pair.second.contains(word, Qt::CaseInsensitive);
    });
}

bool contains(const Run &run, const QString &word)
{
    for (const QString *text : {&run.displayName, &run.id, &run.experiment, &run.computeName, &run.environmentName,
                                &run.createdBy, &run.command, &run.description}) {
        if (text->contains(word, Qt::CaseInsensitive))
            return true;
    }
    return contains(run.tags, word) || contains(run.parameters, word);
}

} // namespace

RunsFilter::RunsFilter(RunsModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    setSourceModel(model);
}

void RunsFilter::changed()
{
    invalidateRowsFilter();
    Q_EMIT filterChanged();
}

void RunsFilter::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    changed();
}

void RunsFilter::setStatus(Status status)
{
    m_status = status;
    changed();
}

void RunsFilter::setExperiment(const QString &experiment)
{
    m_experiment = experiment;
    changed();
}

bool RunsFilter::isFiltering() const
{
    return !m_words.isEmpty() || m_status != Status::All || !m_experiment.isEmpty();
}

void RunsFilter::clear()
{
    m_words.clear();
    m_status = Status::All;
    m_experiment.clear();
    changed();
}

const Run &RunsFilter::runAt(const QModelIndex &index) const
{
    return m_model->at(mapToSource(index).row());
}

QModelIndex RunsFilter::indexOf(const QString &runId) const
{
    const int row = m_model->indexOf(runId);
    return row < 0 ? QModelIndex() : mapFromSource(m_model->index(row, 0));
}

bool RunsFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const Run &run = m_model->at(row);
    if (!matches(run.status, m_status) || (!m_experiment.isEmpty() && run.experiment != m_experiment))
        return false;
    return std::ranges::all_of(m_words, [&run](const QString &word) { return contains(run, word); });
}

} // namespace Roost::Items
