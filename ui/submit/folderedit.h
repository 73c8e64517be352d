// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QLineEdit>

namespace Roost::Ui {

/// The path of a folder. Completes it from the folders of the disk ("~" is the home folder), and suggests folders that
/// were used before.
class FolderEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit FolderEdit(QWidget *parent = nullptr);

    void setRecent(const QStringList &folders);

Q_SIGNALS:
    /// Emitted when the user has typed or chosen another path.
    void pathEdited(const QString &path);

private:
    void showRecent();

    QStringList m_recent;
    QAction *m_showRecent;
};

} // namespace Roost::Ui
