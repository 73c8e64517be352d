// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/match/lineexpression.h"
#include "models/logs/metrics/loggedvalue.h"

#include <QList>

#include <memory>

namespace Roost::Logs {

/// A metric that is defined by a name and a Perl-compatible expression. The expression has a group named `value` and
/// optionally one named `step`, or exactly one unnamed group, which is the value.
class MetricPattern
{
public:
    /// Why an expression defines no metric, and where in it, counted from 0.
    struct Problem
    {
        QString text;
        qsizetype position = 0;
        bool operator==(const Problem &) const = default;
    };
    static std::optional<Problem> problemOf(const QString &expression);
    /// Returns why no metric can have the name; empty if one can.
    static QString whyNotAName(const QString &name);

    /// `expression` must have no problem.
    MetricPattern(QString name, const QString &expression);

    const QString &name() const { return m_name; }
    /// Appends the values of all matches in the line, which must be valid UTF-8.
    void find(QByteArrayView line, QList<LoggedValue> &found);
    /// Returns whether the expression needed too many steps so often that it is no longer used.
    bool isTooSlow() const { return m_slowLines >= mostSlowLines; }
    /// Returns whether a match had a value that is not a number.
    bool hasFoundOther() const { return m_hasFoundOther; }

private:
    static constexpr int mostSlowLines = 100;

    QString m_name;
    std::unique_ptr<LineExpression> m_expression;
    LineExpression::Scratch m_scratch;
    int m_valueGroup;
    int m_stepGroup;
    int m_slowLines = 0;
    bool m_hasFoundOther = false;
};

} // namespace Roost::Logs
