// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

#include <QRegularExpression>

namespace Roost::Snapshot {

/// The rules of one ignore file, as Azure ML reads them: git's patterns, each file path tested by itself, the last
/// rule that matches decides, no rules of sub-folders and none built in.
class IgnoreRules
{
public:
    struct Verdict
    {
        bool excluded = false;
        /// The deciding rule; its file is empty where none matches.
        RulePlace rule;
    };

    IgnoreRules() = default;
    /// `name` is that of the file, for RulePlace. Lines that are no pattern match nothing.
    IgnoreRules(const QString &name, const QString &text);

    /// `path` of a file, relative to the root, with '/'.
    Verdict verdict(const QString &path) const;
    /// The rule that excludes everything below this folder whatever comes; nothing where files must be asked.
    std::optional<RulePlace> prunes(const QString &folder) const;

private:
    struct Rule
    {
        QRegularExpression expression;
        bool keeps = false; // '!'
        RulePlace place;
    };

    QList<Rule> m_rules;
    qsizetype m_lastKeeping = -1;
};

} // namespace Roost::Snapshot
