// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/command.h"

#include "models/core/wholematch.h"
#include "models/shell/shellplace.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Shell;

namespace {

QString whyNotThere(const QString &binding, const QString &place)
{
    return u"%1 stands %2. Nothing can be quoted there, so that only values of letters, digits and _@%+=:,./- mean "
           "themselves. Put the value into an environment variable of the job, or use it in another place."_s.arg(
               binding, place);
}

} // namespace

Result<BoundCommand> bindCommand(const QString &command, const StringMap &inputs, const QString &runFolder)
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
        place.advance(between);
        bound.line += between;
        done = match.capturedEnd();
        QString value;
        if (group == "inputs"_L1 && inputs.contains(name)) {
            value = inputs.value(name);
        } else if (group == "outputs"_L1 && outputName.match(name).hasMatch()) {
            value = runFolder + u"/outputs/"_s + name;
            bound.outputs += value;
        } else if (group == "inputs"_L1) {
            return failure(ErrorKind::Rejected, u"The command uses %1, but the job has no input \"%2\". Add it to the "
                                                "inputs or take it out of the command."_s.arg(match.captured(0), name));
        } else {
            return failure(
                ErrorKind::Rejected,
                u"The command uses %1, and only inputs and outputs can be used there."_s.arg(match.captured(0)));
        }
        if (place.isEscaping())
            bound.line += u'\\';
        const auto quoted = place.quoted(value, QStringView(command).sliced(done));
        if (!quoted)
            return failure(ErrorKind::Rejected, whyNotThere(match.captured(0), quoted.error().text));
        bound.line += *quoted;
        place.advance(u"x"); // the value counts as part of a word
    }
    bound.line += QStringView(command).sliced(done);
    return bound;
}

} // namespace Roost::Service::Jobs
