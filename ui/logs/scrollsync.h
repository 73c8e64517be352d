// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace Roost::Ui {

class LogView;

/// Keeps two views at the same time: the view that the user scrolls leads, the other view follows.
class ScrollSync : public QObject
{
    Q_OBJECT
public:
    /// `first` leads until the user scrolls the other view. The object is a child of `second`; it does nothing after
    /// either view is destroyed.
    ScrollSync(LogView *first, LogView *second);

private:
    void connectLeader(LogView *view, LogView *other);
    void follow();

    QPointer<LogView> m_leader;
    QPointer<LogView> m_other;
};

} // namespace Roost::Ui
