// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/metricpattern.h"

#include "models/core/words.h"
#include "models/logs/metrics/linewords.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Logs {

namespace {

constexpr int mostMatches = 100; // in one line
constexpr qsizetype longestName = 250;
constexpr double largestStep = 9e15; // below which doubles are exact

// "\\S+" also matches what follows the number: "0.5,".
QByteArrayView withoutPunctuation(QByteArrayView text)
{
    while (!text.isEmpty() && QByteArrayView(",;:)]}%'\"").contains(text.back()))
        text.chop(1);
    return text;
}

} // namespace

std::optional<MetricPattern::Problem> MetricPattern::problemOf(const QString &expression)
{
    if (expression.isEmpty())
        return Problem{Words::tr("The pattern is empty; write an expression like 'loss=(?<value>\\S+)'."), 0};
    const QRegularExpression parsed(expression);
    if (!parsed.isValid())
        return Problem{Words::tr("The pattern is not valid: %1 (at character %2).")
                           .arg(parsed.errorString())
                           .arg(parsed.patternErrorOffset() + 1),
                       parsed.patternErrorOffset()};
    const QStringList names = parsed.namedCaptureGroups();
    const bool isUnnamed = parsed.captureCount() == 1 && names.value(1).isEmpty();
    if (!names.contains(u"value"_s) && !isUnnamed)
        return Problem{Words::tr("The pattern has no group for the value; write '(?<value>\\S+)' where the number is."),
                       0};
    return std::nullopt;
}

QString MetricPattern::whyNotAName(const QString &name)
{
    if (name.isEmpty())
        return Words::tr("A metric needs a name.");
    if (name.size() > longestName)
        return Words::tr("The name of a metric has at most %1 characters.").arg(longestName);
    if (name == "auto"_L1)
        return Words::tr("A metric cannot have the name 'auto'.");
    return {};
}

MetricPattern::MetricPattern(QString name, const QString &expression)
    : m_name(std::move(name))
    , m_expression(std::make_unique<LineExpression>(expression.toUtf8(), true))
    , m_scratch(m_expression->scratch())
    , m_valueGroup(m_expression->groupNamed("value"))
    , m_stepGroup(m_expression->groupNamed("step"))
{
    if (m_valueGroup < 0)
        m_valueGroup = 1;
}

void MetricPattern::find(QByteArrayView line, QList<LoggedValue> &found)
{
    qsizetype from = 0;
    for (int count = 0; count < mostMatches && from <= line.size() && !isTooSlow(); ++count) {
        const auto search = m_expression->find(line, from, m_scratch.get());
        if (search == LineExpression::Search::TooManySteps)
            ++m_slowLines;
        if (search != LineExpression::Search::Found)
            return;
        const auto whole = m_expression->group(0, m_scratch.get());
        const auto part = m_expression->group(m_valueGroup, m_scratch.get());
        const auto stepPart = m_expression->group(m_stepGroup, m_scratch.get());
        from = std::max(from + 1, whole.start + whole.length);
        // The next search begins at a character, not within one.
        while (from < line.size() && (quint8(line[from]) & 0xc0) == 0x80)
            ++from;
        const QByteArrayView text =
            part.start < 0 ? QByteArrayView() : withoutPunctuation(line.sliced(part.start, part.length));
        const auto value = numberOf(text);
        m_hasFoundOther = m_hasFoundOther || !value;
        if (!value)
            continue;
        const auto step = stepPart.start < 0 ? std::nullopt : numberOf(line.sliced(stepPart.start, stepPart.length));
        LoggedValue one{m_name, *value, std::nullopt, part.start, text.size()};
        if (step && std::abs(*step) < largestStep)
            one.step = qint64(*step);
        found.append(one);
    }
}

} // namespace Roost::Logs
