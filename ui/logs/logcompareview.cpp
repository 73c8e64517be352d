// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logcompareview.h"

#include "ui/logs/logtitle.h"
#include "ui/logs/logview.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

int LogCompareView::headHeight()
{
    return Theme::ControlHeight + 2 * Theme::Step;
}

LogCompareView::LogCompareView(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"logCompare"_s);
    m_choice->setObjectName(u"logCompareChoice"_s);
    m_choice->setAccessibleName(tr("The log at the right"));
    auto *close = new QToolButton;
    close->setObjectName(u"logCompareClose"_s);
    close->setIcon(Theme::icon(u"close"_s));
    close->setToolTip(tr("Show one log"));
    close->setAccessibleName(close->toolTip());
    close->setAutoRaise(true);
    auto *bar = new QWidget;
    bar->setFixedHeight(headHeight());
    auto *head = new QHBoxLayout(bar);
    head->setContentsMargins(Theme::Step, 0, Theme::Step, 0);
    head->addWidget(m_choice);
    head->addStretch(1);
    head->addWidget(close);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(bar);
    connect(m_choice, &QComboBox::activated, this, [this](int index) { Q_EMIT chosen(m_sources.at(index)); });
    connect(close, &QToolButton::clicked, this, &LogCompareView::closed);
}

void LogCompareView::setSources(const QList<LogSource> &sources, const LogSource &current)
{
    const QSignalBlocker blocker(m_choice);
    m_sources = sources;
    m_choice->clear();
    for (const LogSource &source : sources)
        m_choice->addItem(logTitle(source));
    m_choice->setCurrentIndex(int(sources.indexOf(current)));
}

std::optional<LogSource> LogCompareView::current() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 ? std::optional(m_sources.at(index)) : std::nullopt;
}

void LogCompareView::setView(LogView *view)
{
    if (m_view == view)
        return;
    if (m_view) {
        m_column->removeWidget(m_view);
        m_view->hide();
    }
    m_view = view;
    m_column->addWidget(view, 1);
    view->show();
}

} // namespace Roost::Ui
