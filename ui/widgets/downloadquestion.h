// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QStringList>

#include <functional>

namespace Roost::Ui {

class ConfirmBar;

/// Asks for the folder of a download, and whether the download may replace existing files.
class DownloadQuestion
{
public:
    /// `bar` shows the question. It must outlive this object.
    explicit DownloadQuestion(ConfirmBar &bar);

    /// Asks for a folder in a dialog over `parent`, which starts in the folder of the last download. Returns an empty
    /// string if the user cancels it.
    static QString chooseFolder(QWidget *parent, const QString &title);

    /// Calls `go` at once if none of `targets`, which are paths below `folder`, exists; otherwise asks first.
    void confirmReplacing(const QString &folder, const QStringList &targets, std::function<void()> go);

private:
    ConfirmBar &m_bar;
    PendingReply<QStringList> m_existing;
};

} // namespace Roost::Ui
