// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/ignorepattern.h"
#include "models/snapshot/snapshot.h"

namespace Roost::Snapshot {

/// The rules of one ignore file as Azure ML applies them: git's patterns; each file path is tested by itself, and the
/// last matching rule decides. Ignore files in subfolders are not used, and there are no built-in rules.
class IgnoreRules
{
public:
    struct Verdict
    {
        bool excluded = false;
        /// The deciding rule; its file is empty if no rule matches.
        RulePlace rule;
    };

    IgnoreRules() = default;
    /// `name` is the name of the file, for RulePlace. Invalid lines match nothing.
    IgnoreRules(const QString &name, const QString &text);

    /// Returns the verdict on a file. `path` is relative to the root, with '/' as separator.
    Verdict verdict(const QString &path) const;
    /// Returns the rule that excludes everything below this folder, if no later exception applies; empty if files must
    /// be tested.
    std::optional<RulePlace> prunes(const QString &folder) const;

private:
    struct Rule
    {
        IgnorePattern pattern;
        bool keeps = false; // '!'
        RulePlace place;
    };

    QList<Rule> m_rules;
    qsizetype m_lastKeeping = -1;
};

} // namespace Roost::Snapshot
