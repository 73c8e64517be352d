// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Ui {

/// A location in a window: the id of a page, and the item that the page shows. A plain value, stored in the history of
/// a window, in the settings and on the command line. Create it with the functions below, which contain the ids of the
/// pages.
struct Location
{
    QString page; // empty: no location
    QString name;
    QString version;

    bool operator==(const Location &) const = default;

    /// The page of that id, as a window remembers it.
    static Location ofPage(const QString &id) { return {id, {}, {}}; }
    static Location home() { return {QStringLiteral("home"), {}, {}}; }
    /// Returns the location of the list of all runs, or of the runs of one experiment.
    static Location runs(const QString &experiment = {}) { return {QStringLiteral("runs"), experiment, {}}; }
    /// Returns the location of a run, with one of its tabs shown: "overview", "metrics", "logs", "outputs", "code",
    /// "media". Without a tab the page stays as it is.
    static Location run(const QString &id, const QString &tab = {}) { return {QStringLiteral("run"), id, tab}; }
    /// Returns the location of the list of computes, with the compute `name` selected unless it is empty.
    static Location compute(const QString &name = {}) { return {QStringLiteral("compute"), name, {}}; }
    /// Returns the location of the list of environments, with the environment `name` selected. An empty version is the
    /// latest.
    static Location environments(const QString &name = {}, const QString &version = {})
    {
        return {QStringLiteral("environments"), name, version};
    }
    /// Returns the location of the list of models, with the model `name` selected. An empty version is the latest.
    static Location models(const QString &name = {}, const QString &version = {})
    {
        return {QStringLiteral("models"), name, version};
    }
    /// Returns the location of the submission wizard.
    static Location submit() { return {QStringLiteral("submit"), {}, {}}; }
};

} // namespace Roost::Ui
