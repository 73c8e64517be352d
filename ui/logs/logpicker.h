// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/runlogs.h"

#include <QScrollArea>

class QHBoxLayout;
class QToolButton;

namespace Roost::Ui {

/// "Driver log", "Rank 3", "Environment build", or the file's own name; of one of those that torchrun writes for a rank
/// "Rank 3, stderr".
QString logTitle(const QString &path);

/// The logs of a run in a row: a click shows one. Those of several ranks have one chip together, "All ranks";
/// RanksSidebar has them one by one.
class LogPicker : public QScrollArea
{
    Q_OBJECT
public:
    /// The path that stands for all ranks together.
    static QString allRanks() { return QStringLiteral("*"); }

    /// `logs` outlive it.
    explicit LogPicker(Items::RunLogs *logs, QWidget *parent = nullptr);

    void setCurrent(const QString &path);

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void rebuild();
    void refresh();
    QToolButton *addChip(const QString &path, const QString &text, const QString &tip);

    Items::RunLogs *m_logs;
    QString m_current;
    QHBoxLayout *m_row;
    QList<QToolButton *> m_chips;
};

} // namespace Roost::Ui
