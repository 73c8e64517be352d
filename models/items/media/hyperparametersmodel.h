// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QMap>
#include <QString>

namespace Roost::Items {

/// What a script has recorded with add_hparams: its hyperparameters, and the last values of the metrics that it names.
/// One session for each folder of event files.
struct HyperparameterSession
{
    QString folder;
    QMap<QString, QString> values;
    QMap<QString, double> metrics; // the metrics that have a value
    bool operator==(const HyperparameterSession &) const = default;
};

/// Sessions as a table: a row for each hyperparameter, then a row for each metric, and a column for each session.
class HyperparametersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IsMetricRole = Qt::UserRole + 1,
        DiffersRole, // the sessions have different values
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSessions(const QList<HyperparameterSession> &sessions);
    const QList<HyperparameterSession> &sessions() const { return m_sessions; }
    /// Shows only rows whose name contains the text.
    void setFilter(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString name;
        bool isMetric = false;
        bool operator==(const Row &) const = default;
    };
    QList<Row> wantedRows() const;
    QString text(const Row &row, const HyperparameterSession &session, bool exact) const;

    QList<HyperparameterSession> m_sessions;
    QList<Row> m_rows;
    QString m_filter;
};

} // namespace Roost::Items
