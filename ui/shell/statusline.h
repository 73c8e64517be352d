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

/// The bottom line of a window: the connection, requests in progress, long operations, and the age of the data.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setWorkspace(std::shared_ptr<OpenWorkspace> workspace);
    /// Shows `text` for some seconds in place of the requests in progress. An empty text ends that immediately.
    void showMessage(const QString &text);
    /// Shows the progress of `work`, and its result for some seconds after it ends.
    void track(const std::shared_ptr<Items::LongWork> &work);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();
    void showAge();

    std::shared_ptr<OpenWorkspace> m_workspace;
    StateBadge *m_connection;
    ElidedLabel *m_summary;
    QHBoxLayout *m_works;
    Label *m_updated;
    QTimer m_clock;
    QTimer m_messageTimer;
    QString m_message;
};

} // namespace Roost::Ui
