// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace KSyntaxHighlighting {
class Repository;
}

namespace Roost::Ui {

/// Returns the definitions of languages, including our own (resources/syntax). Loading their index is expensive, so one
/// object is shared.
KSyntaxHighlighting::Repository &syntaxRepository();

} // namespace Roost::Ui
