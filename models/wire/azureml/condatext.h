// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Wire {

/// The content of a conda file as block YAML: name, channels and dependencies first, other keys as they come. Azure
/// answers the YAML it was given as JSON text; both read as the same block YAML. A text that is no mapping stays.
QString blockYaml(const QString &condaText);

/// The conda file as Azure answers it: JSON text, indented by two. A text that is no mapping stays.
QString condaJson(const QString &condaText);

} // namespace Roost::Wire
