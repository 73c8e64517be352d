// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/launchhandle.h"

#include <utility>

namespace Roost::Service::Launch {

LaunchHandle::LaunchHandle(LaunchTicket ticket, QObject *parent)
    : QObject(parent)
    , m_ticket(std::move(ticket))
{
}

LaunchHandle::~LaunchHandle() = default;

} // namespace Roost::Service::Launch
