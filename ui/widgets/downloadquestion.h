// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QStringList>

#include <functional>

namespace Roost::Ui {

class ConfirmBar;

/// Asks where a download goes, and whether it may replace files that exist there.
class DownloadQuestion
{
public:
    /// `bar` asks; it outlives this.
    explicit DownloadQuestion(ConfirmBar &bar);

    /// Asks for a folder in a dialog over `parent`, which starts in the folder of the last download. Empty when a
    /// person cancels it.
    static QString folder(QWidget *parent, const QString &title);

    /// Calls `go` at once where none of `targets`, paths below `folder`, exists; else asks first.
    void ask(const QString &folder, const QStringList &targets, std::function<void()> go);

private:
    ConfirmBar &m_bar;
    PendingReply<QStringList> m_taken;
};

} // namespace Roost::Ui
