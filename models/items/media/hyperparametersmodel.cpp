// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/media/hyperparametersmodel.h"

#include "models/items/base/format.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Roost::Items {

void HyperparametersModel::setSessions(const QList<HyperparameterSession> &sessions)
{
    if (sessions == m_sessions)
        return;
    // New values of the same rows and columns keep the selection and the scroll position.
    const auto folders = [](const QList<HyperparameterSession> &of) {
        QStringList names;
        for (const auto &session : of)
            names += session.folder;
        return names;
    };
    const bool isSame = folders(sessions) == folders(m_sessions);
    m_sessions = sessions;
    const QList<Row> rows = wantedRows();
    if (isSame && rows == m_rows) {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void HyperparametersModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    m_rows = wantedRows();
    endResetModel();
}

QList<HyperparametersModel::Row> HyperparametersModel::wantedRows() const
{
    QSet<QString> values;
    QSet<QString> metrics;
    for (const auto &session : m_sessions) {
        for (const QString &name : session.values.keys())
            values.insert(name);
        for (const QString &name : session.metrics.keys())
            metrics.insert(name);
    }
    QList<Row> rows;
    const auto add = [&](const QSet<QString> &names, bool isMetric) {
        QStringList sorted(names.begin(), names.end());
        sorted.sort(Qt::CaseInsensitive);
        for (const QString &name : std::as_const(sorted)) {
            if (name.contains(m_filter, Qt::CaseInsensitive))
                rows.append({name, isMetric});
        }
    };
    add(values, false);
    add(metrics, true);
    return rows;
}

int HyperparametersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HyperparametersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_sessions.size());
}

QString HyperparametersModel::text(const Row &row, const HyperparameterSession &session, bool exact) const
{
    if (!row.isMetric)
        return Format::isolated(session.values.value(row.name));
    const auto found = session.metrics.constFind(row.name);
    if (found == session.metrics.cend())
        return {};
    return exact ? Format::exactNumber(*found) : Format::number(*found);
}

QVariant HyperparametersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == IsMetricRole)
        return row.isMetric;
    if (role == DiffersRole) {
        return std::ranges::any_of(m_sessions, [&](const HyperparameterSession &session) {
            return text(row, session, true) != text(row, m_sessions.first(), true);
        });
    }
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString shown = index.column() == 0 ? Format::isolated(row.name)
                                              : text(row, m_sessions.at(index.column() - 1), role == Qt::ToolTipRole);
    return role == Qt::ToolTipRole ? shown.toHtmlEscaped() : shown;
}

QVariant HyperparametersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == 0)
        return tr("Name");
    if (m_sessions.size() == 1 && role == Qt::DisplayRole)
        return tr("Value");
    const QString folder = Format::isolated(m_sessions.at(section - 1).folder);
    return role == Qt::ToolTipRole ? folder.toHtmlEscaped() : folder.section(u'/', -1);
}

} // namespace Roost::Items
