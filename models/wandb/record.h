// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace Roost::Wandb {

/// A value as JSON, with the names of the nested objects that contain it. The JSON may contain the bare words NaN and
/// Infinity.
struct Item
{
    QStringList names;
    QByteArray json;
};

/// The values of one step.
struct History
{
    QList<Item> items;
    std::optional<qint64> step;
};

/// A change of the configuration.
struct Config
{
    QList<Item> updated;
    QList<QStringList> removed;
};

/// A change of the summary.
struct Summary
{
    QList<Item> updated;
    QList<QStringList> removed;
};

/// A piece of the console's output, with its line ends.
struct Output
{
    QString text;
};

/// A sample of the machine's load.
struct Statistics
{
    QDateTime time;
    QList<Item> items;
};

/// A versioned artifact of W&B, whose files lie outside the run's folder.
struct Artifact
{
    QString type;
    QString name;
};

struct Run
{
    QString id;
    QString entity;
    QString project;
    QString group;
    QString jobType;
    QString name;
    QString notes;
    QStringList tags;
    QString sweep;
    QString host;
    QDateTime started;
    QString gitRemote;
    QString gitCommit;
    Config config;
    Summary summary;
};

struct Exit
{
    int code = 0;
};

struct Environment
{
    QString os;
    QString python;
    QString program;
    QStringList arguments;
    QString user;
    QString gitRemote;
    QString gitCommit;
};

/// std::monostate is a record that Roost does not use.
using Record =
    std::variant<std::monostate, History, Summary, Config, Output, Statistics, Artifact, Run, Exit, Environment>;

/// Returns nothing if the bytes are not a record.
std::optional<Record> recordFrom(const QByteArray &bytes);

} // namespace Roost::Wandb
