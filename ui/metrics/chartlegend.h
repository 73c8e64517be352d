// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QGridLayout;

namespace Roost::Ui {

class Label;

/// The legend of a chart with several lines: colour, name, value, and a button to remove a line.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QString id; // empty: the chart's own line, which cannot be removed
        QString name;
        QColor color;
        QString value;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    /// Sets whether lines have a button to remove them; true by default.
    void setRemovable(bool removable);
    /// The legend is hidden if there are fewer than two entries.
    void setEntries(const QList<Entry> &entries);
    const QList<Entry> &entries() const { return m_entries; }

Q_SIGNALS:
    void removeWanted(const QString &id);

private:
    void rebuild();

    QList<Entry> m_entries;
    QList<Label *> m_values; // one per entry
    QGridLayout *m_grid;
    bool m_removable = true;
};

} // namespace Roost::Ui
