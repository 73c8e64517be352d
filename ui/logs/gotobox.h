// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"

#include <QFrame>

class QLineEdit;

namespace Roost::Ui {

class Label;

/// Where in a text somebody wants to go: "1234" a line, "14:02:07" a time of the day, "+3m" and "-20s" a time later or
/// earlier than that of `from`. In words why not where it cannot be said.
std::expected<Logs::LineNumber, QString> placeInLog(const QString &wish, Logs::LogText &text, Logs::LineNumber from);

/// A small box over a log that takes such a wish. Escape and a click elsewhere close it.
class GoToBox : public QFrame
{
    Q_OBJECT
public:
    explicit GoToBox(QWidget *parent);

    /// Over the right upper corner of its parent; `text` outlives the showing.
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
