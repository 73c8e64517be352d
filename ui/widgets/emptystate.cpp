// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/label.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

// A QLabel would keep the pixmap of the scheme in which it was created.
class Picture : public QWidget
{
public:
    explicit Picture(const QString &icon)
        : m_icon(Theme::icon(icon, Theme::Role::TextDisabled))
    {
        setFixedSize(40, 40);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

EmptyState::EmptyState(const QString &icon, const QString &sentence, const QString &button, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label(sentence, Theme::Role::TextSecondary))
    , m_button(new QPushButton(button))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Edge);
    column->setSpacing(Theme::Group);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setMinimumWidth(240);
    m_sentence->setMaximumWidth(520);
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    m_button->setObjectName(u"emptyStateButton"_s);
    column->addStretch(2);
    column->addWidget(new Picture(icon), 0, Qt::AlignHCenter);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 8);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    m_button->setVisible(!button.isEmpty()); // not earlier: without a parent it would be a window for a moment
    column->addStretch(3);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

} // namespace Roost::Ui
