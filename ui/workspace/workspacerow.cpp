// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspacerow.h"

#include "models/items/base/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statebadge.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

WorkspaceRow::WorkspaceRow(OpenWorkspaces &workspaces, QString address, QWidget *parent)
    : QAbstractButton(parent)
    , m_workspaces(workspaces)
    , m_address(std::move(address))
{
    setObjectName(u"workspaceRow"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setToolTip(m_address);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_workspaces, &OpenWorkspaces::changed, this, &WorkspaceRow::showState);
    showState();
}

QSize WorkspaceRow::sizeHint() const
{
    return {200, 2 * fontMetrics().height() + Theme::Inside};
}

void WorkspaceRow::showState()
{
    m_title = Format::isolated(m_workspaces.titleOf(m_address));
    setAccessibleName(tr("Open workspace %1").arg(m_title));
    const auto opened = m_workspaces.find(m_address);
    if (opened) {
        m_icon = opened->icon;
        m_tone = connectionTone(opened->session.state());
        m_state = connectionText(opened->session.state());
    } else {
        m_icon = isServer() ? u"server"_s : m_address.endsWith(u".json"_s) ? u"cloud"_s : u"machine"_s;
        m_tone = m_isMissing ? Tone::Warning : Tone::Neutral;
        m_state = m_isMissing ? tr("not found") : QString();
    }
    setAccessibleDescription(m_state);
    update();
}

void WorkspaceRow::showEvent(QShowEvent *event)
{
    QAbstractButton::showEvent(event);
    checkFolder();
}

bool WorkspaceRow::isServer() const
{
    return m_address.startsWith("http"_L1) || m_address.startsWith("databricks"_L1);
}

// Called only when the row is shown, because sessions change often.
void WorkspaceRow::checkFolder()
{
    if (!QDir::isAbsolutePath(m_address))
        return; // the address is that of a server
    m_kind.watch(pathKind(m_address), [this](const Result<PathKind> &kind) {
        m_isMissing = kind == PathKind::Nothing;
        showState();
    });
}

void WorkspaceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() || isDown())
        painter.fillRect(rect(), Theme::color(Theme::Role::Hover));
    QRect area = rect().adjusted(Theme::Inside, Theme::Step, -Theme::Inside, -Theme::Step);
    const QRect icon(area.left(), area.center().y() - Theme::IconSize / 2, Theme::IconSize, Theme::IconSize);
    Theme::icon(m_icon).paint(&painter, icon);
    area.setLeft(icon.right() + Theme::Inside + Theme::Step);
    if (!m_state.isEmpty()) {
        painter.setFont(Theme::font(Theme::Secondary));
        const int width = painter.fontMetrics().horizontalAdvance(m_state);
        const QRect place(area.right() - width, area.top(), width + 1, area.height());
        painter.setPen(Theme::color(m_tone));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, m_state);
        const QRect shape(place.left() - Theme::IconSize - 2, icon.top(), Theme::IconSize, Theme::IconSize);
        Theme::icon(toneIcon(m_tone), m_tone).paint(&painter, shape);
        area.setRight(shape.left() - Theme::Inside);
    }
    painter.setFont(font());
    painter.setPen(Theme::color(Theme::Role::Text));
    const QRect first(area.left(), area.top(), area.width(), area.height() / 2);
    painter.drawText(first, Qt::AlignVCenter, painter.fontMetrics().elidedText(m_title, Qt::ElideRight, area.width()));
    painter.setFont(Theme::font(Theme::Secondary));
    painter.setPen(Theme::color(Theme::Role::TextSecondary));
    QString where = QDir::toNativeSeparators(m_address);
    if (where.startsWith(QDir::homePath() + u'/'))
        where.replace(0, QDir::homePath().size(), u"~"_s);
    const QRect second(area.left(), area.center().y() + 1, area.width(), area.height() / 2);
    painter.drawText(second, Qt::AlignVCenter, painter.fontMetrics().elidedText(where, Qt::ElideMiddle, area.width()));
    if (hasFocus()) {
        painter.setPen(QPen(Theme::color(Theme::Role::Accent), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void WorkspaceRow::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("Open"), this, &QAbstractButton::click);
    if (isServer())
        menu.addAction(tr("Sign-in and certificates…"), this, &WorkspaceRow::signInWanted);
    menu.addAction(tr("Remove from this list"), this, [this] { m_workspaces.forget(m_address); });
    if (isServer()) {
        auto *forget = menu.addAction(tr("Forget this server"), this, [this] {
            m_workspaces.provider().forgetServer(m_address);
            m_workspaces.forget(m_address);
        });
        forget->setToolTip(tr("Removes it from this list, its password or token from the keychain, and what is kept of "
                              "its runs from this machine. Nothing changes on the server."));
        menu.setToolTipsVisible(true);
    }
    menu.exec(event->globalPos());
}

QString connectionText(WorkspaceSession::State state)
{
    switch (state) {
    case WorkspaceSession::State::Connecting:
        return WorkspaceRow::tr("connecting");
    case WorkspaceSession::State::Connected:
        return WorkspaceRow::tr("connected");
    case WorkspaceSession::State::Stale:
        return WorkspaceRow::tr("reconnecting");
    case WorkspaceSession::State::Failed:
        break;
    }
    return WorkspaceRow::tr("not reachable");
}

Tone connectionTone(WorkspaceSession::State state)
{
    switch (state) {
    case WorkspaceSession::State::Connecting:
        return Tone::Preparing;
    case WorkspaceSession::State::Connected:
        return Tone::Done;
    case WorkspaceSession::State::Stale:
        return Tone::Warning;
    case WorkspaceSession::State::Failed:
        break;
    }
    return Tone::Failed;
}

} // namespace Roost::Ui
