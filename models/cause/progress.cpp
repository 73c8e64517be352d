// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/progress.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

QList<qint64> progressIn(QByteArrayView line)
{
    static const QRegularExpression words(u"\\b(?:step|iter(?:ation)?|batch|epoch)\\b\\D{0,3}(\\d{1,15})"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // Rejects most lines without the regular expression.
    static constexpr std::array parts{"tep", "ter", "atch", "poch", "STEP", "ITER", "BATCH", "EPOCH"};
    QList<qint64> progress;
    if (std::ranges::none_of(parts, [line](const char *part) { return line.contains(QByteArrayView(part)); }))
        return progress;
    for (auto all = words.globalMatch(QString::fromUtf8(line)); all.hasNext();)
        progress += all.next().captured(1).toLongLong();
    return progress;
}

bool reportsProgress(QByteArrayView line)
{
    if (line.startsWith("wandb: ")) // a summary after the end
        return false;
    static constexpr std::array words{"etry",      "etrying", "alling back", "kipping", "esuming",
                                      "estarting", "ttempt ", "it/s",        "s/it",    "ontinuing"};
    return std::ranges::any_of(words, [line](const char *word) { return line.contains(QByteArrayView(word)); }) ||
           !progressIn(line).isEmpty();
}

bool isTeardown(QByteArrayView line)
{
    static constexpr std::array words{"torch.distributed.elastic",
                                      "torch/distributed/elastic",
                                      "closing signal SIG",
                                      "launch.py:",
                                      "sigkill_handler",
                                      "resource_tracker",
                                      "srun: ",
                                      "slurmstepd: ",
                                      "frame #",
                                      "mpirun",
                                      "pdsh@",
                                      "prterun",
                                      "orterun",
                                      "destroy_process_group",
                                      "HYDRA_FULL_ERROR=1",
                                      "ninja: build stopped",
                                      "error_file",
                                      "Process group watchdog",
                                      "ProcessGroupNCCL.cpp",
                                      "Rendezvous"};
    static const QRegularExpression report(
        u"^(?:[=~*-]{8,}|\\s+(?:time|host|rank|exitcode|traceback) +: |\\[\\d+\\]:$|Failures:|\\s+<NO_OTHER_FAILURES>|"
        "\\S+ FAILED$|Process \\w*Process\\w*-\\d+|Root Cause|Loading extension module|\\s)"_s);
    if (std::ranges::any_of(words, [line](const char *word) { return line.contains(QByteArrayView(word)); }))
        return true;
    return report.match(QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 80)))).hasMatch();
}

} // namespace Roost::Causes
