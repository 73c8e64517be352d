// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace Roost::Ui {

class LogView;

/// Keeps two views at the same time: the view scrolled by the user leads, the other follows it.
class ScrollSync : public QObject
{
    Q_OBJECT
public:
    /// `first` leads until the other is scrolled. The object is a child of `second`; it is inactive once either view
    /// is destroyed.
    ScrollSync(LogView *first, LogView *second);

private:
    void connectLeader(LogView *view, LogView *other);
    void follow();

    QPointer<LogView> m_leader;
    QPointer<LogView> m_other;
};

} // namespace Roost::Ui
