// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"

#include <QFrame>
#include <QLineEdit>

class QLineEdit;

namespace Roost::Ui {

class Label;

/// Returns the line at a typed position: "1234" is a line, "14:02:07" a time of day, "+3m" and "-20s" a time relative
/// to that of `from`. The error is a sentence for the user.
std::expected<Logs::LineNumber, QString> placeInLog(const QString &wish, Logs::LogText &text, Logs::LineNumber from);

/// A small box over a log for typing such a position. Escape or a click elsewhere closes it.
class GoToBox : public QFrame
{
    Q_OBJECT
public:
    explicit GoToBox(QWidget *parent);

    /// Opens over the upper right corner of the parent; `text` must outlive the open box.
    void open(Logs::LogText *text, Logs::LineNumber from);

Q_SIGNALS:
    void wanted(Roost::Logs::LineNumber line);

private:
    void accept();

    Logs::LogText *m_text = nullptr;
    Logs::LineNumber m_from;
    QLineEdit *m_edit;
    Label *m_why;
};

} // namespace Roost::Ui
