// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/diagnostic.h"
#include "models/core/values.h"

#include <QStringList>

namespace Roost::Conda {

/// One conda dependency, "conda-forge::numpy >=1.20,<2 py310*" taken apart.
struct Package
{
    QString name;    // lower case
    QString version; // the constraint as written: "=3.10", ">=1.20,<2", "3.10.*"; empty for any
    QString build;   // empty for any
    QString channel; // empty: those of the file
    QString text;    // as written
    int line = 0;    // in the text it was read from, from 1; 0 for one made by hand
    int column = 0;

    /// The package itself, by URL or path (".../tqdm-4.66.1-pyhd8ed1ab_0.conda"), instead of a constraint.
    bool isFile() const;
    bool operator==(const Package &) const = default;
};

/// One line of the pip section, "torch[opt]>=2; python_version<'3.12'" taken apart. An option
/// ("--index-url U", "-r more.txt", "-e .") has no name; it is handed to pip as it stands.
struct Requirement
{
    QString name; // normalised as package indexes do: lower case, runs of "-_." are one "-"
    QStringList extras;
    QString version; // ">=2,<3"; empty for any
    QString url;     // of "name @ URL", or a bare URL or path
    QString marker;  // behind ';'
    QString text;    // as written
    int line = 0;
    int column = 0;

    bool isOption() const { return text.startsWith(QLatin1Char('-')); }
    bool operator==(const Requirement &) const = default;
};

/// What a conda YAML asks for.
struct Specification
{
    QString name;
    QStringList channels;
    QList<Package> packages;
    QList<Requirement> requirements; // the pip section, in order
    StringMap variables;

    /// The python asked for, digits only: "3.10" of "python=3.10" or "python>=3.10,<3.13"; empty for any.
    QString pythonVersion() const;
    /// Whether a python of that version ("3.13.5") is what is asked for.
    bool takesPython(const QString &version) const;
    /// Whether venv and pip can make it: conda is asked for nothing but python, pip and the tools pip needs.
    bool isPipOnly() const;
    bool operator==(const Specification &) const = default;
};

/// What was understood, and what is to be said about the text. With errors in it do not build from it.
struct Reading
{
    Specification specification;
    Diagnostics diagnostics;
};

/// Never throws; any text has a Reading.
Reading read(const QString &text);

/// conda YAML that `read` gives back as `specification` (positions aside).
QString write(const Specification &specification);

/// `text` with the conda package or pip requirement of that name put in or replaced; comments, order and
/// everything else stay. An unreadable text comes back unchanged.
QString withPackage(const QString &text, const QString &package);
QString withRequirement(const QString &text, const QString &requirement);
/// `text` without the package of that name, be it conda's or pip's.
QString withoutPackage(const QString &text, const QString &name);

/// What there is to say about one entry: `problem` keeps it from being built, `note` does not. Empty where nothing is.
struct Remarks
{
    QString problem;
    QString note;
};

/// Taken apart as `read` does with one entry; `remarks`, when given, is replaced.
Package packageFrom(const QString &text, Remarks *remarks = nullptr);
Requirement requirementFrom(const QString &text, Remarks *remarks = nullptr);

} // namespace Roost::Conda
