// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/collective.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

void readCollective(QByteArrayView line, Collective &collective)
{
    static const QRegularExpression number(u"(?:SeqNum=|at NCCL work: |at work: |work sequence id: )(\\d+)"_s);
    static const QRegularExpression operation(u"OpType=(\\w+)"_s);
    static const QRegularExpression enqueued(u"last enqueued(?: NCCL)? work: (\\d+)"_s);
    static const QRegularExpression group(u"\\[(PG (?:ID )?\\d+)"_s);
    const QString text = QString::fromUtf8(line);
    if (const auto match = number.match(text); match.hasMatch())
        collective.sequence = match.captured(1).toLongLong();
    if (const auto match = operation.match(text); match.hasMatch())
        collective.operation = match.captured(1);
    if (const auto match = enqueued.match(text); match.hasMatch())
        collective.lastEnqueued = match.captured(1).toLongLong();
    if (const auto match = group.match(text); match.hasMatch())
        collective.group = match.captured(1);
}

int rankInWords(QByteArrayView line)
{
    constexpr QByteArrayView word = "Rank ";
    for (auto at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
        const auto number = line.sliced(at + word.size());
        const auto end = number.indexOf(']');
        bool isNumber = false;
        const int rank = at > 0 && end > 0 && end < 9 ? number.first(end).toInt(&isNumber) : -1;
        if (isNumber && (line[at - 1] == '[' || line[at - 1] == ' '))
            return rank;
    }
    return -1;
}

} // namespace Roost::Causes
