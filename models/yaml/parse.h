// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

#include <expected>

namespace Roost::Yaml {

/// Returns the tree of the first and only document of a text; Null for an empty text. Aliases are resolved. Texts that
/// exceed 4 MB, 100 levels, or 100,000 nodes through aliases are rejected.
std::expected<Node, Diagnostic> parse(const QString &text);

} // namespace Roost::Yaml
