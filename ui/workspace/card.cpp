// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/card.h"

#include "ui/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace Roost::Ui {

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent)
    , m_header(new SectionHeader(heading))
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(Theme::Group, Theme::Group - Theme::Step, Theme::Group, Theme::Group);
    m_body->setSpacing(Theme::Inside);
    m_body->addWidget(m_header);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.setBrush(Theme::color(Theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

} // namespace Roost::Ui
