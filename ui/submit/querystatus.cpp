// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/querystatus.h"

#include "models/items/workspace/topicquery.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

QueryStatus::QueryStatus(LiveQuery &query, const QString &name, QString loading, QString lacking, QWidget *parent)
    : QWidget(parent)
    , m_query(query)
    , m_loading(std::move(loading))
    , m_lacking(std::move(lacking))
    , m_retry(new QPushButton(tr("Try again")))
    , m_state(new Label({}, Theme::Role::TextSecondary))
{
    m_state->setObjectName(name + "State"_L1);
    m_state->setWordWrap(true);
    m_retry->setObjectName(name + "Retry"_L1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Inside);
    row->addWidget(m_retry);
    row->addWidget(m_state, 1);
    connect(m_retry, &QPushButton::clicked, &query, &LiveQuery::refresh);
    connect(&query, &LiveQuery::stateChanged, this, &QueryStatus::refresh);
    refresh();
}

void QueryStatus::refresh()
{
    const LiveQuery::State state = m_query.state();
    const bool failed = state == LiveQuery::State::Failed || state == LiveQuery::State::Stale;
    m_state->setText(failed                               ? m_query.error().text
                     : state == LiveQuery::State::Loading ? m_loading
                     : state == LiveQuery::State::Lacking ? m_lacking
                                                          : QString());
    m_state->setRole(state == LiveQuery::State::Failed ? Theme::Role::Failed : Theme::Role::TextSecondary);
    m_retry->setVisible(failed);
}

} // namespace Roost::Ui
