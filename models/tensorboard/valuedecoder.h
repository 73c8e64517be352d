// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tensorboard/eventvalue.h"

#include <optional>

namespace Roost::TensorBoard {

namespace Format {
class Summary_Value;
} // namespace Format

/// Returns the content of a value whose tag is shown by `plugin` (empty if the writer did not state one). Nullopt if
/// the value has no content, or none of the form that its plugin requires.
std::optional<decltype(EventValue::value)> decodeValue(const Format::Summary_Value &value, const QString &plugin);

} // namespace Roost::TensorBoard
