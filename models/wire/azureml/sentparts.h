// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The resources of which the service stores also the parts of requests that it does not read.
enum class SentKind { Run, Job, Compute, Environment, Model };

/// Returns the parts of a request for which the service has no field: at any depth all members except nulls and
/// secrets, and except the members that the service reads for this kind. `request` is the body for a run or a compute,
/// and the `properties` of the body for the other kinds.
QJsonObject sentParts(SentKind kind, const QJsonObject &request);

/// Adds to `answer` the sent members that it lacks, at any depth.
QJsonObject withSent(QJsonObject answer, const QJsonObject &sent);

// A resource with free properties stores the parts among them, under one key.

/// Adds the parts to those that were stored before.
void storeSent(StringMap &properties, const QJsonObject &sent);
/// Removes the parts from the properties and returns them.
QJsonObject extractSent(StringMap &properties);
/// Returns the key under which the parts are stored.
QString sentKey();

} // namespace Roost::Wire
