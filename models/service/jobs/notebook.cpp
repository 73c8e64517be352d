// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/notebook.h"

#include "models/service/jobs/pythonscript.h"
#include "models/shell/quoting.h"
#include "models/shell/scriptcommand.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Shell;

namespace {

// Both tools need a kernel, which is a separate package.
const QString findTool = uR"(
import importlib.util as packages
for name in ("papermill", "nbconvert"):
    if packages.find_spec(name) and packages.find_spec("ipykernel"):
        print("roost runs it by", name)
        break
)"_s;

} // namespace

bool isNotebook(const QString &command)
{
    const auto call = ScriptCommand::fromCommand(command);
    return call && call->script.endsWith(".ipynb"_L1, Qt::CaseInsensitive);
}

Future<QString> notebookCommand(const QString &command, const StringMap &environment, const QByteArray &mark)
{
    const auto call = ScriptCommand::fromCommand(command).value_or(ScriptCommand());
    if (!call.arguments.isEmpty()) {
        return readyFuture<QString>(failure(
            ErrorKind::Rejected, u"%1 is a notebook, which takes no arguments. Let it read them from environment "
                                 "variables, or make a script of it."_s.arg(call.script)));
    }
    const QString file = quoteLiteral(call.script);
    const QString kept = quoteLiteral(u"outputs/"_s + call.script.section(u'/', -1));
    return transform(runPythonScript(findTool, environment, mark),
                     [file, kept, script = call.script](const QByteArray &output) -> Result<QString> {
                         if (output.contains("by papermill"))
                             return QString(u"python -m papermill "_s + file + u' ' + kept);
                         if (output.contains("by nbconvert"))
                             return u"python -m nbconvert --to notebook --execute --output-dir outputs "_s + file;
                         return failure(
                             ErrorKind::Rejected,
                             u"%1 is a notebook, and the environment has nothing to run one: add the packages "
                             "papermill and ipykernel to it, or make a script of the notebook."_s.arg(script));
                     });
}

} // namespace Roost::Service::Jobs
