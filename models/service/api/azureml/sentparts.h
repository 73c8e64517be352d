// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace Roost::Service::AzureMl {

/// The property, of those that have free properties, that sent parts are kept under as JSON text.
inline constexpr auto sentProperty = QLatin1StringView("roost.sent");

/// What of a request the service keeps for its clients alone, to be given back as it came: at any depth all members but
/// nulls and secrets.
QJsonObject sentParts(const QJsonObject &request);

/// The answer with those of the sent members that it does not have itself, at any depth.
QJsonObject withSent(QJsonObject answer, const QJsonObject &sent);

} // namespace Roost::Service::AzureMl
