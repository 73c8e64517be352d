// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/logsource.h"

#include <QComboBox>
#include <QPointer>
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace Roost::Ui {

class LogView;

/// The log at the right of two logs side by side, below a box in which it is selected.
class LogCompareView : public QWidget
{
    Q_OBJECT
public:
    /// Returns the height of the row above a log, which is the same for both logs.
    static int headHeight();

    explicit LogCompareView(QWidget *parent = nullptr);

    /// Sets the logs to select from, and the selected log.
    void setSources(const QList<Items::LogSource> &sources, const Items::LogSource &current);
    /// Empty before the first setSources().
    std::optional<Items::LogSource> current() const;
    /// Shows a view in place of the previous one, which it hides.
    void setView(LogView *view);

Q_SIGNALS:
    void chosen(const Roost::Items::LogSource &source);
    void closed();

private:
    QComboBox *m_choice;
    QList<Items::LogSource> m_sources; // in the order of m_choice
    QVBoxLayout *m_column;
    QPointer<LogView> m_view;
};

} // namespace Roost::Ui
