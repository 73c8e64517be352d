// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "models/items/base/format.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/statebadge.h"
#include "ui/workspace/openworkspace.h"
#include "ui/workspace/workspacerow.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
constexpr int StayAfterEnd = 5000;
constexpr int MessageFor = 3000;
} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_connection(new StateBadge)
    , m_summary(new ElidedLabel)
    , m_works(new QHBoxLayout)
    , m_updated(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    setObjectName(u"statusLine"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Group, 1, Theme::Group, 0);
    row->setSpacing(Theme::Group);
    m_connection->setFont(Theme::font(Theme::Secondary));
    m_summary->setFont(Theme::font(Theme::Secondary));
    m_summary->setObjectName(u"statusSummary"_s);
    m_summary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_works->setSpacing(Theme::Group);
    row->addWidget(m_connection);
    row->addWidget(m_summary, 1);
    row->addLayout(m_works, 1);
    row->addWidget(m_updated);
    setMinimumHeight(28);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::showAge);
    m_clock.start();
    m_messageTimer.setSingleShot(true);
    m_messageTimer.setInterval(MessageFor);
    connect(&m_messageTimer, &QTimer::timeout, this, [this] { showMessage({}); });
    showState();
}

void StatusLine::setWorkspace(std::shared_ptr<OpenWorkspace> workspace)
{
    if (m_workspace) {
        m_workspace->session.disconnect(this);
        m_workspace->activeRuns.disconnect(this);
    }
    m_workspace = std::move(workspace);
    if (m_workspace) {
        connect(&m_workspace->session, &WorkspaceSession::stateChanged, this, &StatusLine::showState);
        connect(&m_workspace->session, &WorkspaceSession::infoChanged, this, &StatusLine::showState);
        connect(&m_workspace->activeRuns, &ActiveRuns::changed, this, &StatusLine::showState);
    }
    showState();
}

void StatusLine::track(const std::shared_ptr<LongWork> &work)
{
    auto *strip = new ProgressStrip(work);
    strip->setFont(Theme::font(Theme::Secondary));
    strip->setMinimumWidth(220);
    m_works->addWidget(strip);
    const auto leave = [strip] {
        QTimer::singleShot(StayAfterEnd, strip, [strip] {
            strip->hide();
            strip->deleteLater();
        });
    };
    if (work->state() == LongWork::State::Working)
        connect(work.get(), &LongWork::finished, strip, leave);
    else
        leave();
}

void StatusLine::showMessage(const QString &text)
{
    m_message = text;
    if (text.isEmpty())
        m_messageTimer.stop();
    else
        m_messageTimer.start();
    showState();
}

void StatusLine::showState()
{
    m_connection->setVisible(m_workspace != nullptr);
    m_summary->setRole(m_message.isEmpty() ? Theme::Role::TextSecondary : Theme::Role::Text);
    if (!m_workspace) {
        m_summary->setText(m_message.isEmpty() ? tr("No workspace is open") : m_message);
        showAge();
        return;
    }
    const WorkspaceSession &session = m_workspace->session;
    m_connection->setState(connectionTone(session.state()), connectionText(session.state()));
    QStringList parts;
    if (!session.info().location.isEmpty())
        parts.append(session.info().location);
    if (session.state() == WorkspaceSession::State::Failed)
        parts.append(session.error().text);
    const ActiveRuns &runs = m_workspace->activeRuns;
    if (runs.running() > 0)
        parts.append(tr("%1 running").arg(runs.running()));
    if (runs.waiting() > 0)
        parts.append(tr("%1 waiting").arg(runs.waiting()));
    if (!runs.queueReason().isEmpty())
        parts.append(runs.queueReason());
    if (runs.isKnown() && runs.runs().isEmpty())
        parts.append(tr("nothing runs"));
    m_summary->setText(m_message.isEmpty() ? parts.join(u" · "_s) : m_message);
    showAge();
}

void StatusLine::showAge()
{
    if (!m_workspace || !m_workspace->session.updated().isValid()) {
        m_updated->setText({});
        return;
    }
    const WorkspaceSession &session = m_workspace->session;
    m_updated->setToolTip(Format::exact(session.updated()));
    if (session.state() == WorkspaceSession::State::Stale || session.state() == WorkspaceSession::State::Failed) {
        const QString time = QLocale().toString(session.updated().toLocalTime().time(), QLocale::ShortFormat);
        m_updated->setText(tr("last known %1").arg(time));
    } else if (session.isLive()) {
        // The service reports changes as they happen: the data is current, however long ago it changed.
        m_updated->setText(tr("live"));
    } else {
        m_updated->setText(tr("updated %1").arg(Format::relative(session.updated())));
    }
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Theme::Role::SurfaceRaised));
    painter.fillRect(QRect(0, 0, width(), 1), Theme::color(Theme::Role::Line));
}

} // namespace Roost::Ui
