// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;

namespace Roost::Ui {

class Label;

/// One row of a PropertyGrid: a name, and a value that can be selected, copied and, if `open` is set, clicked.
struct Property
{
    QString label;
    QString value;
    bool isFixed = false; // true for an id, a path or a command, which is shown in the fixed font
    std::function<void()> open = {};
    QString toolTip = {};
    QString id = {}; // object name of the value; if empty, the name of the grid and the label: "runDetails:Id"

    static Property named(const QString &id, const QString &label, const QString &value, const QString &toolTip = {})
    {
        return {.label = label, .value = value, .toolTip = toolTip, .id = id};
    }
};

/// Names in the secondary colour with their values beside them. A screen reader reads the name together with the value.
class PropertyGrid : public QWidget
{
    Q_OBJECT
public:
    enum class Density { Normal, Compact };

    explicit PropertyGrid(const QString &name, Density density = Density::Normal, QWidget *parent = nullptr);

    /// Properties without a value are omitted. An unchanged row keeps its label, with the focus and the selected text.
    void setProperties(const QList<Property> &properties);
    bool isEmpty() const { return m_properties.isEmpty(); }

private:
    void build();
    Label *makeValue(qsizetype row) const;
    void showValue(qsizetype row);

    QGridLayout *m_grid;
    QList<Property> m_properties;
    QList<Label *> m_values;
};

} // namespace Roost::Ui
