// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace Roost {

class Label;

/// Names and values under each other; a row without a value is not shown. Values can be selected and copied.
class PropertyGrid : public QWidget
{
    Q_OBJECT
public:
    explicit PropertyGrid(QWidget *parent = nullptr);

    /// `name` is the object name of the value. Rows keep the order in which they are first set.
    void setRow(const QString &name, const QString &label, const QString &value, const QString &toolTip = {});

private:
    struct Row
    {
        QString name;
        Label *label;
        Label *value;
    };
    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace Roost
