// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace Roost::Ui {

class LogView;

/// Keeps two views at the same time: the one that somebody scrolls leads, the other comes along.
class ScrollSync : public QObject
{
    Q_OBJECT
public:
    /// `first` leads until the other is scrolled. It ends with either.
    ScrollSync(LogView *first, LogView *second);

private:
    void connectLeader(LogView *view, LogView *other);
    void follow();

    QPointer<LogView> m_leader;
    QPointer<LogView> m_other;
};

/// The second log of two side by side, under a box to choose it by.
class LogCompareView : public QWidget
{
    Q_OBJECT
public:
    /// Of the row over a log: both logs stand as low.
    static int headHeight();

    explicit LogCompareView(QWidget *parent = nullptr);

    /// What there is to choose from, and which of them is shown.
    void setPaths(const QStringList &paths, const QString &current);
    QString currentPath() const;
    /// Shows a view, which is not taken over.
    void setView(LogView *view);

Q_SIGNALS:
    void chosen(const QString &path);
    void closed();

private:
    QComboBox *m_choice;
    QVBoxLayout *m_column;
    QPointer<LogView> m_view;
};

} // namespace Roost::Ui
