// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/metrics/logmetrics.h"

#include "models/core/words.h"
#include "models/logs/lines/terminaltext.h"
#include "models/logs/metrics/commonshapes.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Logs {

namespace {

constexpr qsizetype longestLine = 16 * 1024;

// Returns the step or the epoch of a line. A line with both, or with a bar within them, counts from its beginning
// again and again.
std::optional<qint64> stepIn(LinePosition position, bool isDictionary)
{
    // Hugging Face's dictionaries state fractions of epochs, of which some are whole.
    if (isDictionary)
        position.epoch.reset();
    if (position.bar || bool(position.epoch) == bool(position.step))
        return std::nullopt;
    const LineCount &count = position.epoch ? *position.epoch : *position.step;
    return count.done == std::floor(count.done) ? std::optional(qint64(count.done)) : std::nullopt;
}

} // namespace

QByteArray readableLine(QByteArrayView line)
{
    const QByteArray shown = shownBytes(line.first(std::min(line.size(), longestLine)));
    const bool isPlain = std::ranges::all_of(shown, [](char c) { return quint8(c) < 0x80; });
    return isPlain ? shown : QString::fromUtf8(shown).toUtf8();
}

LogMetrics::LogMetrics(const MetricDefinitions &definitions)
    : m_isAutomatic(definitions.automatic)
{
    for (const auto &[name, expression] : definitions.patterns.asKeyValueRange()) {
        if (const auto problem = MetricPattern::problemOf(expression))
            m_left += u"%1: %2"_s.arg(name, problem->text);
        else
            m_patterns.emplace_back(name, expression);
    }
}

LineFindings LogMetrics::read(QByteArrayView line)
{
    const QByteArray text = readableLine(line);
    LineFindings findings;
    findings.position = positionIn(text);
    if (m_isAutomatic) {
        findings.values = commonValuesIn(text, findings.position);
        findings.values.removeIf([this](const LoggedValue &value) {
            return std::ranges::any_of(m_patterns, [&](const auto &one) { return one.name() == value.name; });
        });
    }
    for (MetricPattern &pattern : m_patterns)
        pattern.find(text, findings.values);
    std::ranges::stable_sort(findings.values, {}, &LoggedValue::start);
    const auto step = stepIn(findings.position, text.trimmed().startsWith('{'));
    for (LoggedValue &value : findings.values)
        value.step = stepOf(value, step);
    return findings;
}

qint64 LogMetrics::stepOf(const LoggedValue &value, std::optional<qint64> lineStep)
{
    const qint64 number = m_counts[value.name]++;
    if (value.step)
        return *value.step;
    return lineStep.value_or(number);
}

QStringList LogMetrics::problems() const
{
    QStringList problems = m_left;
    for (const MetricPattern &pattern : m_patterns) {
        if (pattern.isTooSlow())
            problems += Words::tr("The pattern of '%1' needs too many steps for these lines and is no longer used.")
                            .arg(pattern.name());
        else if (pattern.hasFoundOther())
            problems += Words::tr("The pattern of '%1' also matches text that is not a number, which is left out.")
                            .arg(pattern.name());
    }
    return problems;
}

} // namespace Roost::Logs
