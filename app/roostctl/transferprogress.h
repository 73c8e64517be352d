// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace Roost::Ctl {

/// A line on stderr that shows how far a long work is. It is written only to a terminal, and a few times per second.
class TransferProgress
{
public:
    TransferProgress();
    ~TransferProgress() { clear(); }
    Q_DISABLE_COPY_MOVE(TransferProgress)

    void show(const QString &text);
    /// Removes the line. Call before other output.
    void clear();

private:
    bool m_isTerminal;
    bool m_isShown = false;
    QElapsedTimer m_since;
};

} // namespace Roost::Ctl
