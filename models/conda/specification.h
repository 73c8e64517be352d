// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/core/values.h"

#include <QStringList>

namespace Roost::Conda {

/// The parts of one conda dependency, "conda-forge::numpy >=1.20,<2 py310*".
struct Package
{
    QString name;    // lower case
    QString version; // the constraint as written: "=3.10", ">=1.20,<2", "3.10.*"; empty for any
    QString build;   // empty for any
    QString channel; // empty: from the channels of the file
    QString text;    // as written
    int line = 0;    // in the source text, from 1; 0 if there is no text
    int column = 0;

    /// Returns whether it is a package file, given by URL or path (".../tqdm-4.66.1-pyhd8ed1ab_0.conda"), not a
    /// constraint.
    bool isFile() const;
    bool operator==(const Package &) const = default;
};

/// The parts of one line of the pip section, "torch[opt]>=2; python_version<'3.12'". An option ("--index-url U",
/// "-r more.txt", "-e .") has no name and is passed to pip unchanged.
struct Requirement
{
    QString name; // normalized as by package indexes: lower case, runs of "-_." become one "-"
    QStringList extras;
    QString version; // ">=2,<3"; empty for any
    QString url;     // of "name @ URL", or a bare URL or path
    QString marker;  // after ';'
    QString text;    // as written
    int line = 0;
    int column = 0;

    bool isOption() const { return text.startsWith(QLatin1Char('-')); }
    bool operator==(const Requirement &) const = default;
};

/// The content of a conda YAML.
struct Specification
{
    QString name;
    QStringList channels;
    QList<Package> packages;
    QList<Requirement> requirements; // the pip section, in order
    StringMap variables;

    /// Returns the required Python version, digits only: "3.10" for "python=3.10" or "python>=3.10,<3.13"; empty for
    /// any.
    QString pythonVersion() const;
    /// Returns whether Python `version` ("3.13.5") satisfies the requirement.
    bool allowsPython(const QString &version) const;
    /// Returns whether venv and pip can build it: its only conda packages are python, pip and the tools that pip needs.
    bool isPipOnly() const;
    bool operator==(const Specification &) const = default;
};

/// The specification as far as it could be read, and the diagnostics. Do not build it if there are errors.
struct ParseResult
{
    Specification specification;
    Diagnostics diagnostics;
};

/// Parses a conda YAML. Never fails: every text has a result.
ParseResult read(const QString &text);

/// Returns a conda YAML that read() turns into `specification` again, except for positions.
QString write(const Specification &specification);

/// Returns `text` with the conda package or pip requirement added or replaced. Comments and order are preserved. An
/// invalid text is returned unchanged.
QString withPackage(const QString &text, const QString &package);
QString withRequirement(const QString &text, const QString &requirement);
/// Returns `text` without the conda package and the pip requirement of that name.
QString withoutPackage(const QString &text, const QString &name);

/// Messages about one entry: an entry with a `problem` cannot be built, an entry with a `note` can. Empty if there is
/// none.
struct Remarks
{
    QString problem;
    QString note;
};

/// Parses one entry as read() does; writes to `remarks` if it is not null.
Package packageFrom(const QString &text, Remarks *remarks = nullptr);
Requirement requirementFrom(const QString &text, Remarks *remarks = nullptr);

} // namespace Roost::Conda
