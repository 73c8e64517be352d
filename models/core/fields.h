// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"

#include <QJsonObject>

#include <concepts>
#include <type_traits>

namespace Roost {

// The list of the fields of a Job. `visitor(key, member)` is called once for each field, in the order below. A member
// that has fields itself (HasFields) is passed as one member; the visitor descends into it if it needs to. The keys are
// also those of stored JSON: if a key changes, values that earlier versions stored are lost.
//
// Each function decomposes its struct into all of its members, so that the code does not compile if a member is missing
// here. tests/contract/tst_jobfields sends every field through the protocol, the job record, the stored draft and the
// job file.

template <typename T, typename Value>
concept FieldsOf = std::same_as<std::remove_const_t<T>, Value>;

template <FieldsOf<EnvironmentRef> T, typename Visitor>
void visitFields(T &environment, Visitor &&visitor)
{
    auto &[name, version, image, condaYaml] = environment;
    visitor(QLatin1StringView("name"), name);
    visitor(QLatin1StringView("version"), version);
    visitor(QLatin1StringView("image"), image);
    visitor(QLatin1StringView("condaYaml"), condaYaml);
}

template <FieldsOf<CarriedParts> T, typename Visitor>
void visitFields(T &carried, Visitor &&visitor)
{
    auto &[body, names, distribution, serverlessSize] = carried;
    visitor(QLatin1StringView("body"), body);
    visitor(QLatin1StringView("names"), names);
    visitor(QLatin1StringView("distribution"), distribution);
    visitor(QLatin1StringView("serverlessSize"), serverlessSize);
}

template <FieldsOf<MetricDefinitions> T, typename Visitor>
void visitFields(T &metrics, Visitor &&visitor)
{
    auto &[automatic, patterns] = metrics;
    visitor(QLatin1StringView("automatic"), automatic);
    visitor(QLatin1StringView("patterns"), patterns);
}

template <FieldsOf<Job> T, typename Visitor>
void visitFields(T &job, Visitor &&visitor)
{
    auto &[name, displayName, experiment, description, command, codePath, codeId, environment, compute, distribution,
           instanceCount, shmSize, timeoutSeconds, environmentVariables, inputs, metrics, tags, properties, carried] =
        job;
    visitor(QLatin1StringView("name"), name);
    visitor(QLatin1StringView("displayName"), displayName);
    visitor(QLatin1StringView("experiment"), experiment);
    visitor(QLatin1StringView("description"), description);
    visitor(QLatin1StringView("command"), command);
    visitor(QLatin1StringView("codePath"), codePath);
    visitor(QLatin1StringView("codeId"), codeId);
    visitor(QLatin1StringView("environment"), environment);
    visitor(QLatin1StringView("compute"), compute);
    auto &[type, processesPerNode] = distribution;
    visitor(QLatin1StringView("distribution"), type);
    visitor(QLatin1StringView("processesPerNode"), processesPerNode);
    visitor(QLatin1StringView("instanceCount"), instanceCount);
    visitor(QLatin1StringView("shmSize"), shmSize);
    visitor(QLatin1StringView("timeoutSeconds"), timeoutSeconds);
    visitor(QLatin1StringView("environmentVariables"), environmentVariables);
    visitor(QLatin1StringView("inputs"), inputs);
    visitor(QLatin1StringView("metrics"), metrics);
    visitor(QLatin1StringView("tags"), tags);
    visitor(QLatin1StringView("properties"), properties);
    visitor(QLatin1StringView("carried"), carried);
}

/// A type that visitFields accepts.
template <typename T>
concept HasFields = requires(T &value) { visitFields(value, [](QLatin1StringView, auto &) {}); };

/// Returns every field of the job under its key. The program's files and settings store jobs in this form.
QJsonObject jobToJson(const Job &job);
/// Reads the output of jobToJson of this or an earlier version: a missing field gets the default of Job, counts are at
/// least 1.
Job jobFromJson(const QJsonObject &json);

} // namespace Roost
