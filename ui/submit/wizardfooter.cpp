// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/wizardfooter.h"

#include "ui/submit/steptitle.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

WizardFooter::WizardFooter(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_text(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
    , m_back(new QPushButton(tr("&Back")))
    , m_next(new QPushButton)
{
    m_text->setObjectName("footText"_L1);
    m_back->setObjectName("back"_L1);
    m_next->setObjectName("next"_L1);
    m_next->setProperty("primary", true);
    m_row->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Inside);
    m_row->setSpacing(Theme::Inside);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_back);
    m_row->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &WizardFooter::backWanted);
    connect(m_next, &QPushButton::clicked, this, &WizardFooter::nextWanted);
}

void WizardFooter::show(SubmitStep step, bool sending)
{
    m_back->setEnabled(step != SubmitStep::Code && !sending);
    m_next->setEnabled(!sending);
    m_next->setText(step == SubmitStep::Review ? tr("&Submit run")
                                               : tr("&Next: %1").arg(stepTitle(SubmitStep(int(step) + 1))));
    m_text->setVisible(!sending);
    m_text->setText({});
    if (m_progress)
        m_progress->setVisible(sending);
}

void WizardFooter::focusNext()
{
    m_next->setFocus(Qt::OtherFocusReason);
}

void WizardFooter::setText(const QString &text)
{
    m_text->setText(text);
}

void WizardFooter::setWork(std::shared_ptr<LongWork> work)
{
    delete m_progress;
    m_progress = new ProgressStrip(std::move(work));
    m_progress->setObjectName("submitProgress"_L1);
    m_row->insertWidget(0, m_progress, 1);
}

// Draws a line between the steps and the buttons.
void WizardFooter::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), Theme::color(Theme::Role::Line));
}

} // namespace Roost::Ui
