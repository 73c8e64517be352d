// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Roost::Ui {

/// The path of a folder: completes what is typed from the folders that are there ("~" is the home folder), and offers
/// those that were used before.
class FolderEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit FolderEdit(QWidget *parent = nullptr);

    void setRecent(const QStringList &folders);

Q_SIGNALS:
    /// Somebody typed or chose another path.
    void pathEdited(const QString &path);

private:
    void showRecent();

    QStringList m_recent;
    QAction *m_showRecent;
};

} // namespace Roost::Ui
