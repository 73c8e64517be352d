// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"
#include "models/items/submit/submitdraft.h"

#include <QPushButton>
#include <QWidget>

#include <memory>

class QHBoxLayout;
class QPushButton;

namespace Roost::Ui {

class Label;
class ProgressStrip;

/// The bottom line of the wizard: a problem or the progress of sending, and the buttons Back and Next.
class WizardFooter : public QWidget
{
    Q_OBJECT
public:
    explicit WizardFooter(QWidget *parent = nullptr);

    /// Shows the buttons for `step` and clears the text.
    void show(Items::SubmitStep step, bool sending);
    using QWidget::show;
    void setText(const QString &text);
    void focusNext();
    /// Shows the progress of `work` in place of the previous one.
    void setWork(std::shared_ptr<Items::LongWork> work);

Q_SIGNALS:
    void backWanted();
    void nextWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    Label *m_text;
    ProgressStrip *m_progress = nullptr;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace Roost::Ui
