// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Ui {

/// A place in a window: the id of a page, and which of its things is shown. A plain value, kept in the history of a
/// window and in the settings; make it with the functions below, which know the ids.
struct Location
{
    QString page; // empty: no place
    QString name;
    QString version;

    bool operator==(const Location &) const = default;

    static Location home() { return {QStringLiteral("home"), {}, {}}; }
    /// All runs, or those of one experiment.
    static Location runs(const QString &experiment = {}) { return {QStringLiteral("runs"), experiment, {}}; }
    static Location run(const QString &id) { return {QStringLiteral("run"), id, {}}; }
    /// The list, and in it the compute of that name where one is named.
    static Location compute(const QString &name = {}) { return {QStringLiteral("compute"), name, {}}; }
    /// The list, and in it the environment of that name; an empty version is the latest.
    static Location environments(const QString &name = {}, const QString &version = {})
    {
        return {QStringLiteral("environments"), name, version};
    }
    /// The list, and in it the model of that name; an empty version is the latest.
    static Location models(const QString &name = {}, const QString &version = {})
    {
        return {QStringLiteral("models"), name, version};
    }
    /// The submission wizard.
    static Location submit() { return {QStringLiteral("submit"), {}, {}}; }
};

} // namespace Roost::Ui
