// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The resources whose requests are stored unchanged, in addition to the parts that the service reads.
enum class SentKind { Run, Job, Compute, Environment, Model };

/// The parts of a request for which the service has no field: at any depth all members except nulls and secrets, and
/// except the members that the service reads for this kind. `request` is the body of a run or a compute, the
/// `properties` of the others.
QJsonObject sentParts(SentKind kind, const QJsonObject &request);

/// `answer` plus the sent members that it lacks, at any depth.
QJsonObject withSent(QJsonObject answer, const QJsonObject &sent);

// In a resource with free properties, the parts are stored among them, under one key.

/// Adds the parts to those stored before.
void storeSent(StringMap &properties, const QJsonObject &sent);
/// Removes the parts from the properties and returns them.
QJsonObject extractSent(StringMap &properties);
/// The key under which the parts are stored.
QString sentKey();

} // namespace Roost::Wire
