// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "ui/navigation/location.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace Roost::Ui {

class Navigator;
class PageView;
class OpenWorkspaces;
struct OpenWorkspace;

/// What a page is made of.
struct PageContext
{
    OpenWorkspace &workspace;
    OpenWorkspaces &workspaces;
    Navigator &navigator;
    /// How the home page opens another workspace.
    std::function<void(const QString &address)> openWorkspace;
};

/// One page of the window.
struct PageSpec
{
    /// Used in Location::page, in the settings and on the command line: a released id stays.
    QString id;
    /// The entry of the rail that is checked while this page is on view.
    QString railId;
    /// The words and the icon of that entry, where the page has one of its own.
    QString title = {};
    QString icon = {};
    /// A page of its own for each Location::name, of which a window keeps the last few; else one page a window.
    bool isPerName = false;
    /// Whether a window that is opened again comes back to it; else it comes back to the home page.
    bool isRestored = true;
    std::function<PageView *(const PageContext &, const Location &, QWidget *parent)> make;
    /// Shows what a location names on a page that `make` returned; may be empty.
    std::function<void(PageView *page, const Location &)> show = {};
};

/// Each page of the window: those with an entry in the rail first, in the order of Ctrl+1 ...
const QList<PageSpec> &allPages();
/// Those with an entry in the rail.
const QList<PageSpec> &railPages();
/// Null if there is no page of that id.
const PageSpec *findPage(const QString &id);
/// The page that a window comes back to after it was at `location`.
Location restoredLocation(const Location &location);
/// The entry of the rail that belongs to `location`; empty if there is no such page.
QString railIdOf(const Location &location);

/// Offers `prefill` to the submission wizard, the page of Location::submit().
void offerJob(PageView *wizard, const Job &prefill);

} // namespace Roost::Ui
