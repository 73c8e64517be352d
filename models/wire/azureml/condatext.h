// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Wire {

/// Returns the content of a conda file as block YAML: name, channels and dependencies first, other keys in their order.
/// Azure returns the YAML that it received as JSON text; the result is the same for both. A text that is not a mapping
/// is returned unchanged.
QString blockYaml(const QString &condaText);

/// Returns the conda file in the form in which Azure returns it: JSON text, indented by two. A text that is not a
/// mapping is returned unchanged.
QString condaJson(const QString &condaText);

} // namespace Roost::Wire
