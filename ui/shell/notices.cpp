// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"

#include "ui/parts/bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace Roost {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxShown = 3;
constexpr int Stay = 8000; // ms; longer where there is something to click
constexpr int StayWithAction = 20000;

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

} // namespace

Notices::Notices(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"notices"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Notices::show(const QString &text, Notice level, const QString &detail, const QString &actionText,
                   std::function<void()> action)
{
    auto *bar = new Bar(this);
    bar->setObjectName(u"notice"_s);
    bar->setMessage(toneOf(level), iconOf(level), text);
    const auto leave = [this, bar] {
        m_column->removeWidget(bar);
        bar->hide();
        bar->deleteLater();
    };
    if (!actionText.isEmpty()) {
        QPushButton *button = bar->addButton(actionText, u"noticeAction"_s);
        connect(button, &QPushButton::clicked, bar, [action = std::move(action), leave] {
            const auto call = action;
            leave();
            if (call)
                call();
        });
    }
    if (!detail.isEmpty()) {
        QPushButton *copy = bar->addButton(tr("Copy details"), u"noticeCopy"_s);
        connect(copy, &QPushButton::clicked, bar,
                [text, detail] { QGuiApplication::clipboard()->setText(text + u'\n' + detail); });
    }
    QPushButton *close = bar->addButton(tr("Close"), u"noticeClose"_s);
    connect(close, &QPushButton::clicked, bar, leave);
    m_column->insertWidget(0, bar);
    if (level != Notice::Failure)
        QTimer::singleShot(actionText.isEmpty() ? Stay : StayWithAction, bar, leave);
    while (m_column->count() > MaxShown) {
        QLayoutItem *last = m_column->takeAt(m_column->count() - 1);
        last->widget()->hide();
        last->widget()->deleteLater();
        delete last;
    }
}

int Notices::count() const
{
    return m_column->count();
}

} // namespace Roost
