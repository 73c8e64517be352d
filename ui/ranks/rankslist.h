// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"

#include <QSet>
#include <QToolButton>
#include <QVariantMap>
#include <QWidget>

class QToolButton;

namespace Roost::Ui {

class EmptyState;
class RanksProxy;
class TableView;

/// The ranks of a run (or its logs, if it has no ranks), and which of them are visible. A click or Enter shows a rank
/// alone, or all ranks again if it is already alone; Alt+click or M mutes a rank; A shows all. The chip in front of a
/// rank has its colour, Theme::series(rank).
class RanksList : public QWidget
{
    Q_OBJECT
public:
    /// `ranks` must outlive the widget.
    explicit RanksList(Items::RunRanks *ranks, QWidget *parent = nullptr);

    /// Returns the key of the row that is shown alone; empty if there is none.
    QString solo() const { return m_solo; }
    void setSolo(const QString &key);
    bool isMuted(const QString &key) const { return m_muted.contains(key); }
    void setMuted(const QString &key, bool muted);
    void showAll();
    /// Returns the paths of the visible logs, in the order of the ranks.
    QStringList shownLogs() const;
    /// Selects the row of a rank without changing which logs are visible.
    void setCurrentRank(int rank);
    /// Hides the columns of lines and errors, so that a short list of ranks is narrower.
    void setBrief(bool brief);
    /// Returns the key of the row of a rank.
    static QString keyOf(int rank);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// Emitted when shownLogs() or solo() has changed.
    void selectionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTools(QWidget *tools);
    void toggleSolo(const QString &key);
    void showMenu(const QPoint &at);
    void apply();
    void refreshTools();
    void widenLastLine();
    bool isShown(const Items::RankRow &row) const;

    Items::RunRanks *m_ranks;
    RanksProxy *m_proxy;
    TableView *m_table;
    QToolButton *m_all = nullptr;
    QToolButton *m_trouble = nullptr;
    QString m_solo;
    QSet<QString> m_muted;
    QString m_pressed;
    QStringList m_shown; // at the last selectionChanged()
    QString m_shownSolo;
};

} // namespace Roost::Ui
