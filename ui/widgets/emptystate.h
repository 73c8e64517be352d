// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

class QPushButton;

namespace Roost::Ui {

class Label;

/// Shown in place of an empty list: one sentence, and one button for the next step.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    /// Without a text in `button` there is no button.
    EmptyState(const QString &icon, const QString &sentence, const QString &button = {}, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void setButton(const QString &text);

Q_SIGNALS:
    void clicked();

private:
    Label *m_sentence;
    QPushButton *m_button;
};

} // namespace Roost::Ui
