// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QHBoxLayout;

namespace Roost::Ui {

class ElidedLabel;
class Label;
class StateBadge;
struct OpenWorkspace;

/// The bottom line of a window: where and how it is connected, what goes on, long work, and how old the facts are.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setWorkspace(std::shared_ptr<OpenWorkspace> workspace);
    /// In place of what goes on, for a moment; empty: no more.
    void say(const QString &text);
    /// Stays some seconds after its end.
    void track(const std::shared_ptr<Items::LongWork> &work);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void readAge();

    std::shared_ptr<OpenWorkspace> m_workspace;
    StateBadge *m_connection;
    ElidedLabel *m_summary;
    QHBoxLayout *m_works;
    Label *m_updated;
    QTimer m_clock;
    QTimer m_saying;
    QString m_said;
};

} // namespace Roost::Ui
