// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

namespace Roost::Yaml {

/// Returns the tree as block-style YAML with a final line break: two blanks per level, sequences indented below their
/// key. Multi-line texts become literal blocks; scalars are quoted if they would be read as another type.
QString render(const Node &root);

/// Returns one scalar as it is written after "key: ".
QString renderScalar(const Node &scalar);

} // namespace Roost::Yaml
