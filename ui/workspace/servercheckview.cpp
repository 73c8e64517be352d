// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/servercheckview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statebadge.h"

#include <QGridLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int StepWidth = 110;

Tone toneOf(ServerCheckStep::Outcome outcome)
{
    switch (outcome) {
    case ServerCheckStep::Outcome::Running:
        return Tone::Preparing;
    case ServerCheckStep::Outcome::Passed:
        return Tone::Done;
    case ServerCheckStep::Outcome::Noted:
        return Tone::Warning;
    case ServerCheckStep::Outcome::Failed:
        break;
    }
    return Tone::Failed;
}

} // namespace

ServerCheckView::ServerCheckView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"serverCheck"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::Inside);
    m_grid->setVerticalSpacing(Theme::Step);
    m_grid->setColumnStretch(1, 1);
    hide();
}

void ServerCheckView::setCheck(const ServerCheck &check)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    int row = 0;
    for (const ServerCheckStep &step : check.steps) {
        auto *badge = new StateBadge;
        badge->setState(toneOf(step.outcome), step.what);
        badge->setMinimumWidth(StepWidth);
        const bool isRunning = step.outcome == ServerCheckStep::Outcome::Running;
        auto *text = new Label(isRunning ? tr("…") : step.text, Theme::Role::TextSecondary);
        text->setTextFormat(Qt::PlainText); // it contains words of the server
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(badge, row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(text, row, 1, Qt::AlignTop);
        ++row;
    }
    setVisible(row > 0);
}

} // namespace Roost::Ui
