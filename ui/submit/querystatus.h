// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Roost::Items {
class LiveQuery;
} // namespace Roost::Items

namespace Roost::Ui {

class Label;

/// How far the list of a step is there: that it is read, why it is not there or out of date, and a retry.
/// Empty while all is well.
class QueryStatus : public QWidget
{
    Q_OBJECT
public:
    /// `loading` and `lacking` are what is said in these states. `reading` outlives it; `name` goes before
    /// "State" and "Retry" in the object names.
    QueryStatus(Items::LiveQuery &reading, const QString &name, QString loading, QString lacking,
                QWidget *parent = nullptr);

private:
    void refresh();

    Items::LiveQuery &m_reading;
    QString m_loading;
    QString m_lacking;
    QPushButton *m_retry;
    Label *m_state;
};

} // namespace Roost::Ui
