// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;

namespace Roost::Ui {

class Label;

/// Names and values under each other; a row without a value is not shown. Values can be selected and copied.
class PropertyGrid : public QWidget
{
    Q_OBJECT
public:
    explicit PropertyGrid(QWidget *parent = nullptr);

    /// `name` is the object name of the value. Rows keep the order in which they are first set.
    void setRow(const QString &name, const QString &label, const QString &value, const QString &toolTip = {});
    /// The same with a value that leads somewhere; `open` of the first call stays.
    void setLink(const QString &name, const QString &label, const QString &value, const std::function<void()> &open);

private:
    struct Row
    {
        QString name;
        Label *label;
        Label *value;
        bool isLink = false;
    };
    Row &rowOf(const QString &name, const QString &label);
    static void show(Row &row, const QString &value);
    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace Roost::Ui
