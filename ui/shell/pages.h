// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "ui/navigation/location.h"

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
    OpenWorkspaces &sessions;
    Navigator &navigator;
    /// How the home page opens another workspace.
    std::function<void(const QString &address)> openWorkspace;
};

/// A page of the rail.
struct PageSpec
{
    QString name; // "runs": in locations, settings and on the command line
    QString title;
    QString icon;
    std::function<PageView *(const PageContext &, QWidget *parent)> make;
};

/// The pages of the rail, in the order of Ctrl+1 ...
const QList<PageSpec> &railPages();

/// The page of `location`; null for a page there is none of.
PageView *makePage(const Location &location, const PageContext &context, QWidget *parent);
/// Lets a list page pick what `location` names.
void pick(PageView *page, const Location &location);
/// The rail entry a location belongs to: a run belongs to "runs".
QString railPageOf(const Location &location);

/// Begins what `Navigator::openWizard` was asked for; `wizard` is the page of "submit".
void offer(PageView *wizard, const Job &prefill);

} // namespace Roost::Ui
