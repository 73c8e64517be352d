// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;

namespace Roost::Ui {

class Label;

/// One thing known: a name and a value that can be selected, copied and, with `open`, followed.
struct Fact
{
    QString name;
    QString value;
    bool fixed = false; // an id, a path, a command: in the fixed font
    std::function<void()> open = {};
    QString hint = {}; // said on hover; empty: the value
};

/// Names in the secondary colour, values beside them, in one or more columns of pairs.
class FactList : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the prefix of the values' object names.
    explicit FactList(const QString &name, QWidget *parent = nullptr);

    /// Facts without a value are left out. What stays the same keeps its label, with the focus and what is selected.
    void setFacts(const QList<Fact> &facts);
    bool isEmpty() const { return m_facts.isEmpty(); }

private:
    void build();
    Label *makeValue(qsizetype row) const;

    QString m_name;
    QGridLayout *m_grid;
    QList<Fact> m_facts;
    QList<Label *> m_values;
};

} // namespace Roost::Ui
