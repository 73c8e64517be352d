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

/// The parameters for the creation of a page.
struct PageContext
{
    OpenWorkspace &workspace;
    OpenWorkspaces &workspaces;
    Navigator &navigator;
    /// Opens another workspace in the window; used by the home page.
    std::function<void(const QString &address)> openWorkspace;
};

/// Describes one page of the window.
struct PageSpec
{
    /// Used in Location::page, in the settings and on the command line; do not change a released id.
    QString id;
    /// The page whose entry of the rail is checked while this one is shown; empty: its own.
    QString railId = {};
    /// The title and the icon of that entry, if the page has an entry of its own.
    QString title = {};
    QString icon = {};
    /// True: one page for each Location::name, of which a window keeps the most recent few. False: one page per window.
    bool isPerName = false;
    /// Whether a window that is restored shows this page again; otherwise it shows the home page.
    bool isRestored = true;
    std::function<PageView *(const PageContext &, const Location &, QWidget *parent)> make;
    /// Shows the item that a location names, on a page that `make` returned; may be empty.
    std::function<void(PageView *page, const Location &)> show = {};
};

/// All pages of the window: first those with an entry in the rail, in the order of Ctrl+1, Ctrl+2, ...
const QList<PageSpec> &allPages();
/// The pages with an entry in the rail.
const QList<PageSpec> &railPages();
/// Returns null if there is no page with that id.
const PageSpec *findPage(const QString &id);
/// Returns the location that a window is restored to if it was last at `location`.
Location restoredLocation(const Location &location);
/// Returns the entry of the rail for `location`; empty if there is no such page.
QString railIdOf(const Location &location);

/// Passes `prefill` to the submission wizard, the page of Location::submit().
void offerJob(PageView *wizard, const Job &prefill);

} // namespace Roost::Ui
