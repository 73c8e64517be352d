// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/compute.h"

#include "models/core/wholematch.h"
#include "models/core/words.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace Roost {

namespace {

constexpr std::array<std::pair<ProvisioningState, const char *>, 7> stateWords{{
    {ProvisioningState::Creating, "Creating"},
    {ProvisioningState::Updating, "Updating"},
    {ProvisioningState::Deleting, "Deleting"},
    {ProvisioningState::Succeeded, "Succeeded"},
    {ProvisioningState::Failed, "Failed"},
    {ProvisioningState::Canceled, "Canceled"},
    {ProvisioningState::Unknown, "Unknown"},
}};

} // namespace

ProvisioningState provisioningStateFromWord(QStringView word)
{
    for (const auto &[state, text] : stateWords) {
        if (word == QLatin1StringView(text))
            return state;
    }
    return ProvisioningState::Unknown;
}

QString toWord(ProvisioningState state)
{
    for (const auto &[value, word] : stateWords) {
        if (value == state)
            return QString::fromLatin1(word);
    }
    std::unreachable();
}

bool isTerminal(ProvisioningState state)
{
    return state == ProvisioningState::Succeeded || state == ProvisioningState::Failed ||
           state == ProvisioningState::Canceled;
}

QString whyNotAComputeName(const QString &name)
{
    static const QRegularExpression rule =
        wholeMatch(QStringLiteral("[a-zA-Z](?![a-zA-Z0-9-]*-\\d+\\z)[a-zA-Z0-9\\-]{2,23}"));
    if (rule.match(name).hasMatch())
        return {};
    return Words::tr("A compute's name has 3 to 24 letters, digits and '-', starts with a letter and does not "
                     "end in '-' and a number.");
}

} // namespace Roost
