// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticecard.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QTextLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int MostLines = 2;
constexpr int CloseAfterHeld = 2000; // in ms
constexpr int IconColumn = Theme::Inside + Theme::Step + Theme::IconSize + Theme::Inside;

Tone toneOf(Notice level)
{
    switch (level) {
    case Notice::Info:
        return Tone::Running;
    case Notice::Done:
        return Tone::Done;
    case Notice::Warning:
        return Tone::Warning;
    case Notice::Failure:
        break;
    }
    return Tone::Failed;
}

QString iconOf(Notice level)
{
    switch (level) {
    case Notice::Info:
        return u"info"_s;
    case Notice::Done:
        return u"check"_s;
    case Notice::Warning:
        return u"warning"_s;
    case Notice::Failure:
        break;
    }
    return u"error"_s;
}

// QLabel cannot elide.
class NoticeText : public QWidget
{
public:
    explicit NoticeText(const QString &text)
        : m_text(text.simplified())
    {
        setObjectName(u"noticeText"_s);
        setToolTip(text);
        setAccessibleName(text);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return int(lines(width).size()) * fontMetrics().lineSpacing(); }
    QSize sizeHint() const override { return {240, heightForWidth(240)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::color(Theme::Role::Text));
        int top = 0;
        for (const QString &line : lines(width())) {
            painter.drawText(QRect(0, top, width(), fontMetrics().lineSpacing()),
                             int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, line);
            top += fontMetrics().lineSpacing();
        }
    }

private:
    QStringList lines(int width) const
    {
        QStringList lines;
        QTextLayout layout(m_text, font());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (lines.size() == MostLines - 1) {
                lines += fontMetrics().elidedText(m_text.sliced(line.textStart()), Qt::ElideRight, width);
                break;
            }
            lines += m_text.sliced(line.textStart(), line.textLength());
        }
        layout.endLayout();
        return lines;
    }

    QString m_text;
};

} // namespace

NoticeCard::NoticeCard(const QString &text, Notice level, const QString &detail, const QString &actionText,
                       const std::function<void()> &action, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_level(level)
    , m_buttons(new QHBoxLayout)
    , m_timer(this)
{
    setObjectName(u"notice"_s);
    setAccessibleName(text);
    auto *words = new NoticeText(text);
    auto *close = new QToolButton;
    close->setObjectName(u"noticeClose"_s);
    close->setIcon(Theme::icon(u"close"_s));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    buildButtons(detail, actionText, action);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(IconColumn, Theme::Inside, Theme::Inside, Theme::Inside);
    grid->setHorizontalSpacing(Theme::Inside);
    grid->setVerticalSpacing(Theme::Inside);
    grid->setColumnStretch(0, 1);
    grid->addWidget(words, 0, 0, Qt::AlignVCenter);
    if (m_buttons->count() > 0)
        grid->addLayout(m_buttons, 1, 0, 1, 2);
    else
        delete std::exchange(m_buttons, nullptr);
    grid->addWidget(close, 0, 1, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &NoticeCard::closeWanted);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (isHeld())
            m_timer.start(CloseAfterHeld);
        else
            Q_EMIT closeWanted();
    });
}

void NoticeCard::buildButtons(const QString &detail, const QString &actionText, const std::function<void()> &action)
{
    const auto add = [this](const QString &text, const QString &name) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        m_buttons->addWidget(button);
        return button;
    };
    m_buttons->setSpacing(Theme::Inside);
    if (!actionText.isEmpty()) {
        connect(add(actionText, u"noticeAction"_s), &QPushButton::clicked, this, [this, action] {
            const auto call = action;
            Q_EMIT closeWanted();
            if (call)
                call();
        });
    }
    if (!detail.isEmpty()) {
        connect(add(tr("Copy details"), u"noticeCopy"_s), &QPushButton::clicked, this,
                [this, detail] { QGuiApplication::clipboard()->setText(m_text + u'\n' + detail); });
    }
    if (m_buttons->count() > 0)
        m_buttons->addStretch(1);
}

void NoticeCard::closeAfter(int ms)
{
    m_timer.start(ms);
}

bool NoticeCard::isHeld() const
{
    return underMouse() || isAncestorOf(window()->focusWidget());
}

void NoticeCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else
        QWidget::keyPressEvent(event);
}

void NoticeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme::Role role = Theme::roleOf(toneOf(m_level));
    painter.fillRect(rect(), Theme::tint(role, 0.1));
    painter.setPen(Theme::color(Theme::Role::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.fillRect(QRect(0, 0, 3, height()), Theme::color(role));
    const QRect words = layout()->itemAt(0)->geometry();
    const int line = std::min(words.height(), fontMetrics().lineSpacing());
    const QRect icon(Theme::Inside + Theme::Step, words.top() + (line - Theme::IconSize) / 2, Theme::IconSize,
                     Theme::IconSize);
    Theme::icon(iconOf(m_level), role).paint(&painter, icon);
}

} // namespace Roost::Ui
