// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressstrip.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

ProgressStrip::ProgressStrip(std::shared_ptr<LongWork> work, QWidget *parent)
    : QWidget(parent)
    , m_work(std::move(work))
    , m_text(new ElidedLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Inside);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 6);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setIcon(Theme::icon(u"close"_s));
    m_cancel->setAutoRaise(true);
    m_cancel->setObjectName(u"workCancel"_s);
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(m_work->title()));
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, m_work.get(), &LongWork::cancel);
    connect(m_work.get(), &LongWork::changed, this, &ProgressStrip::refresh);
    refresh();
}

void ProgressStrip::refresh()
{
    m_text->setText(m_work->line());
    const bool working = m_work->state() == LongWork::State::Working;
    m_text->setRole(m_work->state() == LongWork::State::Failed ? Theme::Role::Failed : Theme::Role::TextSecondary);
    m_bar->setVisible(working);
    m_cancel->setVisible(m_work->canCancel());
    if (m_work->total() > 0) {
        // In thousandths: a count of bytes does not fit into the int of the bar.
        m_bar->setRange(0, 1000);
        m_bar->setValue(int(double(m_work->done()) / double(m_work->total()) * 1000));
    } else {
        m_bar->setRange(0, 0);
    }
}

} // namespace Roost::Ui
