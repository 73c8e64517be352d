// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/loadquery.h"

#include <QWidget>

class QGridLayout;

namespace Roost::Ui {

class Label;
class LoadBar;

/// The current load of a compute: processor, memory, disk and each GPU as bars with numbers; traffic in numbers. States
/// without numbers are stated in words.
class LoadView : public QWidget
{
    Q_OBJECT
public:
    /// `query` must outlive the view.
    explicit LoadView(const Items::LoadQuery &query, QWidget *parent = nullptr);

    /// One row: what, how much as a share (negative: no bar), and in words.
    struct Row
    {
        QString id; // for object names: "cpu" gives loadBar:cpu and loadText:cpu
        QString title;
        double percent = -1;
        QString text;
    };
    static QList<Row> rowsOf(const NodeLoad &load);

private:
    void refresh();
    void showRows(const QList<Row> &rows);

    const Items::LoadQuery &m_query;
    Label *m_state;
    QGridLayout *m_grid;
    struct Parts
    {
        QString id;
        Label *title = nullptr;
        LoadBar *bar = nullptr;
        Label *text = nullptr;
    };
    QList<Parts> m_parts;
};

} // namespace Roost::Ui
