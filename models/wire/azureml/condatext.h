// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Wire {

/// The content of a conda file as block YAML: name, channels and dependencies first, other keys in their order. Azure
/// returns the YAML it received as JSON text; both produce the same block YAML. A text that is not a mapping is
/// returned unchanged.
QString blockYaml(const QString &condaText);

/// The conda file in the form Azure returns it: JSON text, indented by two. A text that is not a mapping is returned
/// unchanged.
QString condaJson(const QString &condaText);

} // namespace Roost::Wire
