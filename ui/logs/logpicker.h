// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlogs.h"

#include <QScrollArea>
#include <QToolButton>

class QHBoxLayout;
class QToolButton;

namespace Roost::Ui {

/// The logs of a run as a row of chips; a click shows a log. The logs of several ranks share one chip, "All ranks";
/// RanksSidebar lists them individually.
class LogPicker : public QScrollArea
{
    Q_OBJECT
public:
    /// `logs` must outlive the picker.
    explicit LogPicker(Items::RunLogs *logs, QWidget *parent = nullptr);

    void setCurrent(const std::optional<Items::LogSource> &source);

Q_SIGNALS:
    void chosen(const Roost::Items::LogSource &source);

private:
    void rebuild();
    void refresh();
    void addChip(const Items::LogSource &source, const QString &tip);

    Items::RunLogs *m_logs;
    std::optional<Items::LogSource> m_current;
    QHBoxLayout *m_row;
    QList<std::pair<QToolButton *, Items::LogSource>> m_chips;
};

} // namespace Roost::Ui
