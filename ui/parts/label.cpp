// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/label.h"

#include <QEvent>
#include <QHBoxLayout>

namespace Roost {

Label::Label(const QString &text, Theme::Role role, double scale, QFont::Weight weight, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    if (!qFuzzyCompare(scale, 1.0) || weight != QFont::Normal)
        setFont(Theme::font(scale, weight));
    tint();
}

void Label::setRole(Theme::Role role)
{
    m_role = role;
    tint();
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_tinting)
        tint();
}

void Label::tint()
{
    m_tinting = true;
    QPalette own;
    own.setColor(QPalette::WindowText, Theme::color(m_role));
    setPalette(own);
    m_tinting = false;
}

SectionHeader::SectionHeader(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(new Label(text, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_detail(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Inside);
    row->addWidget(m_text);
    row->addWidget(m_detail);
    row->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_detail->hide();
}

void SectionHeader::setText(const QString &text)
{
    m_text->setText(text);
}

void SectionHeader::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void SectionHeader::addWidget(QWidget *widget)
{
    layout()->addWidget(widget);
}

} // namespace Roost
