// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/causetext.h"

#include "models/items/base/format.h"

#include <QCoreApplication>

namespace Roost::CauseText {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};

} // namespace

QString report(const Run &run)
{
    QStringList lines{of(run)};
    if (!run.cause)
        return lines.first();
    lines += {certainty(*run.cause), hint(run)};
    lines.removeAll(QString());
    for (const CauseCandidate &candidate : run.cause->candidates) {
        const QString sentence = of(candidate, run.ranks.size() == 1);
        lines += {QString(), sentence};
        if (!sentence.contains(candidate.surface))
            lines += Words::tr("raised in turn: %1").arg(candidate.surface);
        QStringList facts{outcome(candidate), candidate.time.isValid() ? Format::exact(candidate.time) : QString()};
        facts.removeAll(QString());
        lines += facts.join(u", "_s);
        for (const EvidenceLine &line : candidate.evidence)
            lines +=
                u"    %1:%2  %3"_s.arg(line.path, line.line < 0 ? u"?"_s : QString::number(line.line + 1), line.text);
    }
    if (!run.cause->followers.isEmpty())
        lines += {QString(), followers(*run.cause) + u": " + ranks(run.cause->followers)};
    return lines.join(u'\n');
}

} // namespace Roost::CauseText
