// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QPointer>
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace Roost::Ui {

class LogView;

/// The right one of two logs side by side, below a box that selects it.
class LogCompareView : public QWidget
{
    Q_OBJECT
public:
    /// Height of the row over a log, the same over both.
    static int headHeight();

    explicit LogCompareView(QWidget *parent = nullptr);

    /// The paths of the selectable logs, and the selected one.
    void setPaths(const QStringList &paths, const QString &current);
    QString currentPath() const;
    /// Shows a view in place of the previous one, which is hidden.
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
