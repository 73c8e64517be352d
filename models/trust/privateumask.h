// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>

namespace Roost::Trust {

/// While an object exists, only this user can access files and folders that this process creates. It applies to all
/// threads, so use it only while the program starts.
class PrivateUmask
{
public:
    PrivateUmask();
    ~PrivateUmask();
    Q_DISABLE_COPY_MOVE(PrivateUmask)

private:
    unsigned m_before;
};

} // namespace Roost::Trust
