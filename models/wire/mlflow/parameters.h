// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/mlflow/message.h"

#include <QList>

namespace Roost::Wire {

/// A parameter of a request. All parameters are checked before anything is looked up: MLflow reports a missing or
/// invalid value first, even for a run that does not exist.
struct Parameter
{
    enum class Type { Text, Whole, Number, Flag, List, Texts };
    enum class Need { Optional, Required };

    const char *name;
    Type type = Type::Text;
    Need need = Need::Optional;
};
using Parameters = QList<Parameter>;

/// Throws an ApiError for the first parameter that is missing or of the wrong type.
void check(const Message &message, const Parameters &parameters);

} // namespace Roost::Wire
