// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

class QPushButton;

namespace Roost::Items {
class LiveQuery;
} // namespace Roost::Items

namespace Roost::Ui {

class Label;

/// The state of the list of a step: that it is being read, why it is missing or out of date, and a button to retry.
/// Empty if the list is complete.
class QueryStatus : public QWidget
{
    Q_OBJECT
public:
    /// `loading` and `lacking` are the sentences for these states. `query` must outlive this object. The object names
    /// are `name` with the suffixes "State" and "Retry".
    QueryStatus(Items::LiveQuery &query, const QString &name, QString loading, QString lacking,
                QWidget *parent = nullptr);

private:
    void refresh();

    Items::LiveQuery &m_query;
    QString m_loading;
    QString m_lacking;
    QPushButton *m_retry;
    Label *m_state;
};

} // namespace Roost::Ui
