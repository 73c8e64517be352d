// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QStringList>

#include <functional>

namespace Roost::Ui {

class ConfirmBar;

/// Where a download goes, and whether it may take the place of what lies there.
class DownloadQuestion
{
public:
    /// `bar` asks; it outlives this.
    explicit DownloadQuestion(ConfirmBar &bar);

    /// Asks for a folder by a dialog over `parent`, beginning where the last download went; empty when it is closed.
    static QString folder(QWidget *parent, const QString &title);

    /// Calls `go` at once where none of `targets`, paths below `folder`, is taken; else asks first.
    void ask(const QString &folder, const QStringList &targets, std::function<void()> go);

private:
    ConfirmBar &m_bar;
    PendingReply<QStringList> m_looking;
};

} // namespace Roost::Ui
