// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/steplist.h"

#include "ui/submit/steptitle.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr int markSize = 22;
constexpr int listWidth = 208;

} // namespace

StepButton::StepButton(int number, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepButton::setState(State state)
{
    m_state = state;
    const QString said = state == State::Done      ? tr("%1, filled in")
                         : state == State::Missing ? tr("%1, needs attention")
                                                   : tr("%1, not yet filled in");
    setAccessibleName(said.arg(text()));
    update();
}

void StepButton::setSummary(const QString &summary)
{
    m_summary = summary;
    setToolTip(summary);
    setAccessibleDescription(summary);
    update();
}

QSize StepButton::sizeHint() const
{
    const int lines = fontMetrics().height() + QFontMetrics(Theme::font(Theme::Secondary)).height();
    return {listWidth, lines + 2 * Theme::Inside};
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = rect().adjusted(Theme::Inside, 1, -Theme::Inside, -1);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::color(isChecked() ? Theme::Role::Selection : Theme::Role::Hover));
        painter.drawRoundedRect(area, Theme::Radius, Theme::Radius);
    }
    const QFont small = Theme::font(Theme::Secondary);
    const int titleHeight = fontMetrics().height();
    const int smallHeight = QFontMetrics(small).height();
    const int top = (height() - titleHeight - (m_summary.isEmpty() ? 0 : smallHeight)) / 2;
    paintMark(painter, QRect(area.left() + Theme::Inside, (height() - markSize) / 2, markSize, markSize));
    const int left = area.left() + markSize + 2 * Theme::Inside + Theme::Step;
    const int width = area.right() - left - Theme::Inside;
    painter.setPen(Theme::color(Theme::Role::Text));
    QFont title = font();
    title.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(title);
    painter.drawText(QRect(left, top, width, titleHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width));
    painter.setFont(small);
    painter.setPen(Theme::color(Theme::Role::TextSecondary));
    painter.drawText(QRect(left, top + titleHeight, width, smallHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_summary, Qt::ElideMiddle, width));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = area.adjusted(1, 1, -1, -1);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void StepButton::paintMark(QPainter &painter, const QRect &area) const
{
    if (m_state == State::Missing) {
        Theme::icon(u"error"_s, Theme::Role::Failed).paint(&painter, area.adjusted(2, 2, -2, -2));
        return;
    }
    if (m_state == State::Done && !isChecked()) {
        Theme::icon(u"check"_s, Theme::Role::Done).paint(&painter, area.adjusted(2, 2, -2, -2));
        return;
    }
    painter.setBrush(isChecked() ? QBrush(Theme::color(Theme::Role::Accent)) : QBrush(Qt::NoBrush));
    painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(Theme::color(Theme::Role::Border), 1));
    painter.drawEllipse(QRectF(area).adjusted(1, 1, -1, -1));
    painter.setFont(Theme::font(Theme::Secondary));
    painter.setPen(Theme::color(isChecked() ? Theme::Role::AccentText : Theme::Role::TextSecondary));
    painter.drawText(area, Qt::AlignCenter, QString::number(m_number));
}

void StepButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StepButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

StepList::StepList(SubmitDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
{
    setObjectName("steps"_L1);
    setFixedWidth(listWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::Group, 0, Theme::Group);
    column->setSpacing(0);
    const QList<SubmitStep> steps = submitSteps();
    for (int i = 0; i < steps.size(); ++i) {
        auto *button = new StepButton(i + 1, stepTitle(steps.at(i)));
        button->setObjectName(u"step%1"_s.arg(i + 1));
        column->addWidget(button);
        m_buttons += button;
        connect(button, &QAbstractButton::clicked, this, [this, step = steps.at(i)] { Q_EMIT stepWanted(step); });
    }
    column->addStretch();
    connect(&draft, &SubmitDraft::changed, this, &StepList::refresh);
    refresh();
}

void StepList::setCurrent(SubmitStep step)
{
    m_current = step;
    m_buttons.at(int(step))->setChecked(true);
    refresh();
}

void StepList::markVisited(SubmitStep step)
{
    m_visited.insert(step);
    refresh();
}

void StepList::markUntouched()
{
    m_visited.clear();
    refresh();
}

void StepList::keyPressEvent(QKeyEvent *event)
{
    const int way = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (way == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int next = qBound(0, int(m_current) + way, int(m_buttons.size()) - 1);
    m_buttons.at(next)->setFocus();
    Q_EMIT stepWanted(SubmitStep(next));
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Role::SurfaceRaised));
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

void StepList::refresh()
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        const auto step = SubmitStep(i);
        const bool visited = m_visited.contains(step);
        const bool blocks = m_draft.blocks(step);
        // The review is done when the run is submitted.
        const bool done = step != SubmitStep::Review && (visited || (!blocks && step != SubmitStep::Distribution));
        m_buttons.at(i)->setState(visited && blocks ? StepButton::State::Missing
                                  : done            ? StepButton::State::Done
                                                    : StepButton::State::Ahead);
        m_buttons.at(i)->setSummary(m_draft.stepSummary(step));
    }
}

} // namespace Roost::Ui
