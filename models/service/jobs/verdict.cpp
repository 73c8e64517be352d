// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/verdict.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

constexpr qint64 tailBytes = 16 * 1024;
constexpr int longestLine = 300;

QByteArray tailOf(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    in.seek(std::max<qint64>(0, in.size() - tailBytes));
    return in.read(tailBytes);
}

// What torchelastic's `record` decorator leaves: {"message": {"message": "...", ...}} or {"message": "..."}.
QString causeInErrorFile(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const auto message = QJsonDocument::fromJson(in.readAll()).object()[u"message"];
    const QString text = message.isObject() ? message[u"message"].toString() : message.toString();
    return text.section(u'\n', 0, 0).left(longestLine);
}

QString causeOf(const LaunchPlan &plan, int rank)
{
    const QString told = causeInErrorFile(errorFile(plan.stateFolder, rank));
    if (!told.isEmpty())
        return told;
    const QString line = tellingLine(tailOf(plan.logFiles.value(rank)));
    return line.isEmpty() ? u"its log is empty"_s : line + u" (end of its log)"_s;
}

QString failureOf(const RankOutcome &outcome, const LaunchPlan &plan)
{
    const QString who = u"Rank %1"_s.arg(outcome.rank);
    if (!outcome.signal)
        return u"%1 exited with code %2: %3"_s.arg(who)
            .arg(outcome.exitCode.value_or(-1))
            .arg(causeOf(plan, outcome.rank));
    const QString hint = *outcome.signal == SIGKILL ? u"; the machine may have run out of memory"_s : QString();
    return u"%1 was ended by %2%3: %4"_s.arg(who, signalName(*outcome.signal), hint, causeOf(plan, outcome.rank));
}

} // namespace

QString signalName(int signal)
{
    const char *name = sigabbrev_np(signal);
    return name != nullptr ? u"SIG"_s + QString::fromLatin1(name) : u"signal %1"_s.arg(signal);
}

QString tellingLine(const QByteArray &tail)
{
    static const QRegularExpression exception(
        u"^[A-Za-z_][\\w.]*(Error|Exception|Interrupt|Warning|Exit|Failed)(:|$)"_s);
    QString last;
    QString telling;
    const auto lines = QString::fromUtf8(tail).split(u'\n');
    for (const QString &whole : lines) {
        // Progress bars write over their line; what stands at its end is what one would see.
        const QString line = whole.trimmed().section(u'\r', -1).trimmed();
        if (line.isEmpty())
            continue;
        last = line;
        if (line.startsWith("Traceback (most recent call last)"_L1))
            telling.clear();
        else if (line.startsWith("Fatal Python error"_L1) || exception.match(line).hasMatch())
            telling = line;
    }
    return (telling.isEmpty() ? last : telling).left(longestLine);
}

Verdict verdictOf(const LaunchEvents &events, const LaunchPlan &plan, bool cancelRequested)
{
    Verdict verdict;
    const auto failing = std::ranges::find(events.ranks, events.firstFailed, &RankOutcome::rank);
    if (failing != events.ranks.cend())
        verdict.exitCode = failing->signal ? 128 + *failing->signal : failing->exitCode.value_or(0);
    if (!events.outcome) {
        if (cancelRequested)
            verdict.status = RunStatus::Canceled;
        else if (events.fromEarlierBoot)
            verdict.text = u"The machine was restarted while the run was under way."_s;
        else
            verdict.text = u"The supervisor of the run ended without saying how the run went: it was killed, or the "
                           "machine ran out of memory. What was left of the run was ended."_s;
        return verdict;
    }
    switch (*events.outcome) {
    case LaunchOutcome::Completed:
        verdict.status = RunStatus::Completed;
        break;
    case LaunchOutcome::Canceled:
        verdict.status = RunStatus::Canceled;
        break;
    case LaunchOutcome::TimedOut:
        verdict.text = u"The run was ended after %1 s, its time limit."_s.arg(plan.timeLimitSeconds);
        break;
    case LaunchOutcome::Failed:
        verdict.text = failing != events.ranks.cend() ? failureOf(*failing, plan) : events.error;
        break;
    }
    return verdict;
}

} // namespace Roost::Service
