// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Roost::Items {

/// A question that the user answers before a workspace is opened.
struct OpeningQuestion
{
    enum class About {
        Trust,    // another user may have prepared the folder
        Password, // the address contains a user name
        Token,    // the server was opened with a token before
        PlainHttp // a token or password would go to another machine unencrypted
    };
    About about = About::Trust;
    QString title;
    QStringList paragraphs;
    /// The label of the button that continues.
    QString yes;
};

} // namespace Roost::Items
