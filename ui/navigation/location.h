// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Ui {

/// A location in a window: the id of a page, and the item that the page shows. A plain value, stored in the history of
/// a window and in the settings. Create it with the functions below, which contain the ids of the pages.
struct Location
{
    QString page; // empty: no location
    QString name;
    QString version;

    bool operator==(const Location &) const = default;

    static Location home() { return {QStringLiteral("home"), {}, {}}; }
    /// The list of all runs, or of the runs of one experiment.
    static Location runs(const QString &experiment = {}) { return {QStringLiteral("runs"), experiment, {}}; }
    static Location run(const QString &id) { return {QStringLiteral("run"), id, {}}; }
    /// The list of computes; selects the compute with `name` unless that is empty.
    static Location compute(const QString &name = {}) { return {QStringLiteral("compute"), name, {}}; }
    /// The list of environments; selects the environment with `name`. An empty version is the latest.
    static Location environments(const QString &name = {}, const QString &version = {})
    {
        return {QStringLiteral("environments"), name, version};
    }
    /// The list of models; selects the model with `name`. An empty version is the latest.
    static Location models(const QString &name = {}, const QString &version = {})
    {
        return {QStringLiteral("models"), name, version};
    }
    /// The submission wizard.
    static Location submit() { return {QStringLiteral("submit"), {}, {}}; }
};

} // namespace Roost::Ui
