// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/command.h"

#include "models/core/wholematch.h"
#include "models/service/jobs/shellplace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service {

Result<BoundCommand> bindCommand(const QString &command, const StringMap &inputs)
{
    static const QRegularExpression binding(u"\\$\\{\\{\\s*([^{}]*?)\\s*\\}\\}"_s);
    static const QRegularExpression outputName = wholeMatch(u"[A-Za-z0-9_][A-Za-z0-9_-]*"_s);
    BoundCommand bound;
    ShellPlace place;
    qsizetype done = 0;
    for (auto it = binding.globalMatch(command); it.hasNext();) {
        const auto match = it.next();
        const QString what = match.captured(1);
        const QString group = what.section(u'.', 0, 0);
        const QString name = what.section(u'.', 1);
        const auto between = QStringView(command).sliced(done, match.capturedStart() - done);
        place.pass(between);
        bound.line += between;
        done = match.capturedEnd();
        if (group == "inputs"_L1 && inputs.contains(name)) {
            if (place.isEscaping())
                bound.line += u'\\';
            bound.line += place.quoted(inputs.value(name));
            place.pass(u"x"); // in the middle of a word, whatever stood there
        } else if (group == "outputs"_L1 && outputName.match(name).hasMatch()) {
            bound.outputs += u"outputs/"_s + name;
            bound.line += bound.outputs.last();
        } else if (group == "inputs"_L1) {
            return failure(ErrorKind::Rejected, u"The command uses %1, but the job has no input \"%2\". Add it to the "
                                                "inputs or take it out of the command."_s.arg(match.captured(0), name));
        } else {
            return failure(
                ErrorKind::Rejected,
                u"The command uses %1, and only inputs and outputs can be used there."_s.arg(match.captured(0)));
        }
    }
    bound.line += QStringView(command).sliced(done);
    return bound;
}

} // namespace Roost::Service
