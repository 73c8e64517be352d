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
    setObjectName(u"logBeside"_s);
    m_choice->setObjectName(u"logBesideChoice"_s);
    m_choice->setAccessibleName(tr("The log at the right"));
    auto *close = new QToolButton;
    close->setObjectName(u"logBesideClose"_s);
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
    connect(m_choice, &QComboBox::activated, this, [this] { Q_EMIT chosen(currentPath()); });
    connect(close, &QToolButton::clicked, this, &LogCompareView::closed);
}

void LogCompareView::setPaths(const QStringList &paths, const QString &current)
{
    const QSignalBlocker silent(m_choice);
    m_choice->clear();
    for (const QString &path : paths)
        m_choice->addItem(logTitle(LogFile{path}), path);
    m_choice->setCurrentIndex(m_choice->findData(current));
}

QString LogCompareView::currentPath() const
{
    return m_choice->currentData().toString();
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
