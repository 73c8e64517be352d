// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace KSyntaxHighlighting {
class Repository;
}

namespace Roost::Ui {

/// The definitions of languages, with our own (resources/syntax). To load their index is dear, so that all share it.
KSyntaxHighlighting::Repository &syntaxRepository();

} // namespace Roost::Ui
