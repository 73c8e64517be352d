// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/parameters.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

void check(const Message &message, const Parameters &parameters)
{
    using Type = Parameter::Type;
    for (const Parameter &parameter : parameters) {
        const auto name = QString::fromLatin1(parameter.name);
        const bool isRun = name == "run_id"_L1;
        const bool there = message.has(name) || (isRun && message.has(u"run_uuid"));
        const bool isRequired = parameter.need == Parameter::Need::Required;
        if (!there && isRequired)
            refuseMissing(message.pathOf(name));
        switch (parameter.type) {
        case Type::Text:
            if (isRun && isRequired)
                message.runId();
            else if (isRequired)
                message.requiredText(name);
            else
                message.text(name);
            break;
        case Type::Whole:
            message.integer(name);
            break;
        case Type::Number:
            // MLflow's server distinguishes an empty value from an invalid value only for this type.
            if (isRequired && message.isEmptyText(name))
                refuseMissing(message.pathOf(name));
            message.number(name);
            break;
        case Type::Flag:
            message.flag(name, false);
            break;
        case Type::List:
            message.messages(name);
            break;
        case Type::Texts:
            message.texts(name);
            break;
        }
    }
}

} // namespace Roost::Wire
