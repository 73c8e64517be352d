// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/causereport.h"

#include "models/cause/sentences.h"
#include "models/items/base/format.h"

#include <QCoreApplication>

namespace Roost::Items {

using namespace Qt::StringLiterals;
using namespace Causes;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CauseText)
};

} // namespace

QString causeReport(const Run &run)
{
    QStringList lines{CauseText::of(run)};
    if (!run.cause)
        return lines.first();
    lines += {CauseText::certainty(*run.cause), CauseText::hint(run)};
    lines.removeAll(QString());
    for (const CauseCandidate &candidate : run.cause->candidates) {
        const QString sentence = CauseText::of(candidate, run.ranks.size() == 1);
        lines += {QString(), sentence};
        if (!sentence.contains(candidate.surface))
            lines += Words::tr("raised in turn: %1").arg(candidate.surface);
        QStringList facts{CauseText::outcome(candidate),
                          candidate.time.isValid() ? Format::exact(candidate.time) : QString()};
        facts.removeAll(QString());
        lines += facts.join(u", "_s);
        for (const EvidenceLine &line : candidate.evidence)
            lines +=
                u"    %1:%2  %3"_s.arg(line.path, line.line < 0 ? u"?"_s : QString::number(line.line + 1), line.text);
    }
    if (!run.cause->followers.isEmpty())
        lines += {QString(), CauseText::followers(*run.cause) + u": " + CauseText::ranks(run.cause->followers)};
    return lines.join(u'\n');
}

} // namespace Roost::Items
