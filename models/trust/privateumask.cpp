// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/privateumask.h"

#include <sys/stat.h>

namespace Roost::Trust {

PrivateUmask::PrivateUmask()
    : m_before(::umask(077))
{
}

PrivateUmask::~PrivateUmask()
{
    ::umask(mode_t(m_before));
}

} // namespace Roost::Trust
