// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;

namespace Roost {

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

    /// Facts without a value are left out. Rebuilds only where something differs.
    void setFacts(const QList<Fact> &facts);
    bool isEmpty() const { return m_shown.isEmpty(); }

private:
    QWidget *valueOf(const Fact &fact) const;

    QString m_name;
    QGridLayout *m_grid;
    QStringList m_shown;
};

} // namespace Roost
