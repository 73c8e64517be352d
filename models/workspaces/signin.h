// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/serveraccess.h"

#include <functional>

namespace Roost::Workspaces {

/// How to sign in to a server.
struct SignIn
{
    ServerFacts facts = {};
    QString password = {}; // of the user in the address; null if not known
    QString token = {};
    /// Called when the server has refused the password or token.
    std::function<void()> refused = {};
};

/// What the user must decide or enter before a workspace is opened.
struct Requirement
{
    enum class About {
        Trust,     // another user may have prepared the folder: `detail` is a sentence
        Password,  // of the user `detail`, whom the address contains
        Token,     // of a server that was opened with a token before
        PlainHttp, // a token or password would go to another machine unencrypted
    };
    About about = About::Trust;
    QString detail = {};

    bool operator==(const Requirement &) const = default;
};

} // namespace Roost::Workspaces
