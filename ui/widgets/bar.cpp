// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bar.h"

#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
constexpr int IconColumn = Theme::Group + Theme::IconSize + Theme::Inside;
constexpr int StaleDelay = 800;
} // namespace

Bar::Bar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_text(new Label({}))
    , m_detail(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    m_row->setContentsMargins(IconColumn, Theme::Inside, Theme::Group, Theme::Inside);
    m_row->setSpacing(Theme::Inside);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_text->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    m_row->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Bar::setMessage(Tone tone, const QString &icon, const QString &text, const QString &detail)
{
    m_tone = tone;
    m_icon = icon;
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(text);
    update();
}

QPushButton *Bar::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    m_row->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void Bar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme::Role role = Theme::roleOf(m_tone);
    painter.fillRect(rect(), Theme::tint(role, 0.1));
    painter.fillRect(QRect(0, 0, 3, height()), Theme::color(role));
    const int top = Theme::Inside + (m_detail->isHidden() ? (height() - 2 * Theme::Inside - Theme::IconSize) / 2 : 1);
    const QRect icon(Theme::Group, top, Theme::IconSize, Theme::IconSize);
    Theme::icon(m_icon, role).paint(&painter, icon);
}

ErrorBar::ErrorBar(QWidget *parent)
    : Bar(parent)
    , m_retry(addButton(tr("Try again"), u"errorRetry"_s))
    , m_copy(addButton(tr("Copy details"), u"errorCopy"_s))
{
    connect(m_retry, &QPushButton::clicked, this, &ErrorBar::retry);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_report); });
    m_delay.setSingleShot(true);
    m_delay.setInterval(StaleDelay);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void ErrorBar::setError(const QString &what, const Error &error)
{
    m_has = true;
    m_report = what + u'\n' + error.text + (error.detail.isEmpty() ? QString() : u'\n' + error.detail);
    setMessage(Tone::Failed, u"error"_s, what, error.text);
    m_retry->setVisible(m_retryable);
    m_delay.stop();
    show();
}

void ErrorBar::setStale(const Error &error)
{
    const QString what = tr("This may be out of date.");
    m_report = what + u'\n' + error.text + (error.detail.isEmpty() ? QString() : u'\n' + error.detail);
    setMessage(Tone::Warning, u"warning"_s, what, error.text);
    m_retry->setVisible(m_retryable);
    if (!m_has)
        m_delay.start();
    m_has = true;
}

void ErrorBar::clear()
{
    m_has = false;
    m_delay.stop();
    hide();
}

void ErrorBar::setRetryable(bool retryable)
{
    m_retryable = retryable;
    m_retry->setVisible(retryable);
}

ConfirmBar::ConfirmBar(QWidget *parent)
    : Bar(parent)
    , m_yes(addButton(tr("Confirm"), u"confirmYes"_s))
    , m_no(addButton(tr("Keep"), u"confirmNo"_s))
{
    connect(m_no, &QPushButton::clicked, this, &ConfirmBar::close);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto confirmed = std::exchange(m_confirmed, {});
        close();
        if (confirmed)
            confirmed();
    });
    hide();
}

void ConfirmBar::showQuestion(const QString &question, const QString &button, std::function<void()> confirmed,
                              const QString &refusal)
{
    if (isHidden())
        m_focusBefore = window()->focusWidget();
    m_confirmed = std::move(confirmed);
    setMessage(Tone::Warning, u"warning"_s, question);
    m_yes->setText(button);
    m_no->setText(refusal);
    show();
    m_no->setFocus();
}

void ConfirmBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        Bar::keyPressEvent(event);
}

// The question ends when its page is left, but not when the window is hidden. A user who returns to the page does not
// see it again.
void ConfirmBar::hideEvent(QHideEvent *event)
{
    Bar::hideEvent(event);
    if (!event->spontaneous() && !isHidden())
        close();
}

void ConfirmBar::close()
{
    m_confirmed = {};
    const bool focused = isAncestorOf(window()->focusWidget());
    const QPointer<QWidget> before = std::exchange(m_focusBefore, {});
    hide();
    if (focused && before)
        before->setFocus(Qt::OtherFocusReason);
}

} // namespace Roost::Ui
