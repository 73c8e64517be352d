// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/yaml/node.h"

namespace Roost::Yaml {

/// Block-style YAML of a tree with a final line break: two blanks a level, sequences indented below their key. Texts of
/// several lines become literal blocks; scalars are quoted if they would read as another type.
QString render(const Node &root);

/// One scalar as it is written after "key: ".
QString renderScalar(const Node &scalar);

} // namespace Roost::Yaml
