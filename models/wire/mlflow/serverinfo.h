// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace Roost::Wire {

/// Returns the reply to server-info: no server-side workspaces, no multipart transfers. Clients send and receive each
/// file as one stream then.
QJsonObject serverInfoAnswer();

} // namespace Roost::Wire
