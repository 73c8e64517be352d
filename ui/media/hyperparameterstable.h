// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/media/hyperparametersmodel.h"

#include <QTableView>
#include <QWidget>

class QTableView;

namespace Roost::Ui {

class SectionHeader;

/// The hyperparameters of a run with the metrics that belong to them. Names and values can be copied.
class HyperparametersTable : public QWidget
{
    Q_OBJECT
public:
    explicit HyperparametersTable(QWidget *parent = nullptr);

    void setSessions(const QList<Items::HyperparameterSession> &sessions);
    void setFilter(const QString &text);
    bool isEmpty() const { return m_model.rowCount() == 0; }
    const Items::HyperparametersModel &model() const { return m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void copy();

    Items::HyperparametersModel m_model;
    SectionHeader *m_header;
    QTableView *m_table;
};

} // namespace Roost::Ui
