// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

class QPushButton;

namespace Roost::Ui {

class Label;

/// Stands in for a list without entries: one sentence, and one button with what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    /// Without a text for `button` it has no button.
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
