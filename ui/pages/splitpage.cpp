// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/splitpage.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

SplitPage::SplitPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : PageView(session, navigator, parent)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_column(new QVBoxLayout(this))
{
    m_splitter->setObjectName(u"splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_splitter, 1);
}

QVariantMap SplitPage::saveState() const
{
    return {{u"splitter"_s, m_splitter->saveState().toBase64()}};
}

void SplitPage::restoreState(const QVariantMap &state)
{
    const QByteArray saved = QByteArray::fromBase64(state.value(u"splitter"_s).toByteArray());
    if (!saved.isEmpty())
        m_splitter->restoreState(saved);
}

void SplitPage::setParts(QWidget *master, QWidget *detail, int share)
{
    m_splitter->addWidget(master);
    m_splitter->addWidget(detail);
    m_splitter->setStretchFactor(0, share);
    m_splitter->setStretchFactor(1, 100 - share);
    m_splitter->setSizes({share * 10, (100 - share) * 10});
}

void SplitPage::addTop(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

} // namespace Roost::Ui
