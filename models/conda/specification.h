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
    QString channel; // empty for the channels of the file
    QString text;    // as written
    int line = 0;    // in the source text, from 1; 0 without one
    int column = 0;

    /// Whether it is a package file by URL or path (".../tqdm-4.66.1-pyhd8ed1ab_0.conda") instead of a constraint.
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

    /// The required python version, digits only: "3.10" for "python=3.10" or "python>=3.10,<3.13"; empty for any.
    QString pythonVersion() const;
    /// Whether a python of that version ("3.13.5") satisfies the requirement.
    bool takesPython(const QString &version) const;
    /// Whether venv and pip can build it: the only conda packages are python, pip and the tools that pip needs.
    bool isPipOnly() const;
    bool operator==(const Specification &) const = default;
};

/// The specification as far as it was understood, and the diagnostics. Do not build it if there are errors.
struct Reading
{
    Specification specification;
    Diagnostics diagnostics;
};

/// Never fails: every text has a Reading.
Reading read(const QString &text);

/// A conda YAML that read() turns into `specification` again, except for positions.
QString write(const Specification &specification);

/// `text` with the conda package or pip requirement added or replaced. Comments and order stay. An invalid text is
/// returned unchanged.
QString withPackage(const QString &text, const QString &package);
QString withRequirement(const QString &text, const QString &requirement);
/// `text` without the conda package and the pip requirement of that name.
QString withoutPackage(const QString &text, const QString &name);

/// Messages about one entry: with a `problem` it cannot be built, with a `note` it can. Empty without one.
struct Remarks
{
    QString problem;
    QString note;
};

/// Parses one entry as read() does; sets `remarks` if it is not null.
Package packageFrom(const QString &text, Remarks *remarks = nullptr);
Requirement requirementFrom(const QString &text, Remarks *remarks = nullptr);

} // namespace Roost::Conda
