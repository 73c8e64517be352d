// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace KSyntaxHighlighting {
class Repository;
}

namespace Roost::Ui {

/// The definitions of languages, with our own (resources/syntax). Loading their index is expensive, so that one is
/// shared.
KSyntaxHighlighting::Repository &syntaxRepository();

} // namespace Roost::Ui
