// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The resources of which requests are kept as sent, beside what the service reads of them.
enum class SentKind { Run, Job, Compute, Environment, Model };

/// The parts of a request that the service has no field for: at any depth all members but nulls and secrets, without
/// the members that the service reads of this kind. `request` is the body of a run or a compute, the `properties` of
/// the others.
QJsonObject sentParts(SentKind kind, const QJsonObject &request);

/// `answer` with those of the sent members that it lacks, at any depth.
QJsonObject withSent(QJsonObject answer, const QJsonObject &sent);

// Where a resource has free properties, the parts are stored among them, under one key.

/// Adds the parts to those stored before.
void storeSent(StringMap &properties, const QJsonObject &sent);
/// Removes the parts from the properties and returns them.
QJsonObject takeSent(StringMap &properties);
/// The key under which they are stored.
QString sentKey();

} // namespace Roost::Wire
