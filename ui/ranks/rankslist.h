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

    /// Returns the row that is shown alone; empty if there is none.
    const std::optional<Items::LogSource> &solo() const { return m_solo; }
    void setSolo(const std::optional<Items::LogSource> &row);
    bool isMuted(const Items::LogSource &row) const { return m_muted.contains(row); }
    void setMuted(const Items::LogSource &row, bool muted);
    void showAll();
    /// Returns the paths of the visible logs, in the order of the ranks.
    QStringList shownLogs() const;
    /// Selects the row of a rank without changing which logs are visible.
    void setCurrentRank(int rank);
    /// Hides the columns of lines and errors, so that a short list of ranks is narrower.
    void setBrief(bool brief);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// Emitted when shownLogs() or solo() has changed.
    void selectionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTools(QWidget *tools);
    void toggleSolo(const Items::LogSource &row);
    void showMenu(const QPoint &at);
    void refresh();
    void refreshTools();
    void widenLastLine();
    bool isShown(const Items::RankRow &row) const;

    Items::RunRanks *m_ranks;
    RanksProxy *m_proxy;
    TableView *m_table;
    QToolButton *m_all = nullptr;
    QToolButton *m_trouble = nullptr;
    std::optional<Items::LogSource> m_solo;
    QSet<Items::LogSource> m_muted;
    std::optional<Items::LogSource> m_pressed; // the row under the mouse when its button was pressed
    QStringList m_emittedLogs;                 // shownLogs() at the last selectionChanged()
    std::optional<Items::LogSource> m_emittedSolo;
};

} // namespace Roost::Ui
