// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/openworkspaces.h"

#include "ui/settings/settings.h"

#include <QFileInfo>
#include <QUrl>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
constexpr int MaxRecent = 12;

// Earlier versions stored addresses as typed, including passwords.
QString withoutPassword(const QString &address)
{
    const QUrl url(address);
    return url.password().isEmpty() ? address : url.toString(QUrl::RemovePassword);
}
} // namespace

OpenWorkspaces::OpenWorkspaces(WorkspaceProvider &provider)
    : m_provider(provider)
{
    m_recent = Settings::instance().value(Preferences::recentWorkspaces);
    const QStringList titles = Settings::instance().value(Preferences::workspaceTitles);
    bool hadPassword = false;
    for (int i = 0; i < m_recent.size(); ++i) {
        const QString shown = withoutPassword(m_recent.at(i));
        const bool has = shown != m_recent.at(i);
        m_recent[i] = shown;
        if (i < titles.size())
            m_titles.insert(shown, has ? QUrl(shown).host() : titles.at(i));
        hadPassword = hadPassword || has;
    }
    if (hadPassword)
        save();
}

Result<std::shared_ptr<OpenWorkspace>> OpenWorkspaces::open(const QString &address)
{
    const auto location = m_provider.locate(address);
    if (!location)
        return std::unexpected(location.error());
    if (auto known = find(location->address)) {
        remember(location->address);
        return known;
    }
    auto opened = std::make_shared<OpenWorkspace>(*location);
    m_open.append(opened);
    m_titles.insert(location->address, location->title);
    remember(location->address);
    connect(&opened->session, &WorkspaceSession::stateChanged, this, &OpenWorkspaces::changed);
    connect(&opened->activeRuns, &ActiveRuns::changed, this, &OpenWorkspaces::changed);
    connect(&opened->session, &WorkspaceSession::infoChanged, this, [this, session = &opened->session] {
        if (m_titles.value(session->address()) == session->title())
            return;
        m_titles.insert(session->address(), session->title());
        save();
        Q_EMIT changed();
    });
    opened->session.open();
    Q_EMIT changed();
    return opened;
}

std::shared_ptr<OpenWorkspace> OpenWorkspaces::find(const QString &address) const
{
    for (const auto &opened : m_open) {
        if (opened->session.address() == address)
            return opened;
    }
    return nullptr;
}

void OpenWorkspaces::forget(const QString &address)
{
    m_recent.removeAll(address);
    save();
    Q_EMIT changed();
}

QString OpenWorkspaces::titleOf(const QString &address) const
{
    const QString known = m_titles.value(address);
    return known.isEmpty() ? QFileInfo(address).fileName() : known;
}

void OpenWorkspaces::remember(const QString &address)
{
    m_recent.removeAll(address);
    m_recent.prepend(address);
    while (m_recent.size() > MaxRecent)
        m_recent.removeLast();
    save();
}

void OpenWorkspaces::save() const
{
    QStringList titles;
    for (const QString &address : m_recent)
        titles.append(titleOf(address));
    Settings::instance().set(Preferences::recentWorkspaces, m_recent);
    Settings::instance().set(Preferences::workspaceTitles, titles);
}

} // namespace Roost::Ui
