// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QSortFilterProxyModel>

namespace Roost::Items {

class RunsModel;

/// The runs of a RunsModel that match a filter, in the order that the user chose.
class RunsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Status { All, Active, Completed, Failed, Canceled };

    /// `model` must outlive this object.
    explicit RunsFilter(RunsModel *model, QObject *parent = nullptr);

    /// A run matches if each word occurs somewhere in its name, ID, experiment, compute, tags, parameters or creator.
    void setText(const QString &text);
    void setStatus(Status status);
    /// An empty name shows all experiments.
    void setExperiment(const QString &experiment);
    bool isFiltering() const;
    void clear();

    const Run &runAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &runId) const;

Q_SIGNALS:
    void filterChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void changed();

    RunsModel *m_model;
    QStringList m_words;
    Status m_status = Status::All;
    QString m_experiment;
};

} // namespace Roost::Items
