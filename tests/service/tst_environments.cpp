// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processtree.h"
#include "models/service/environments/build.h"
#include "models/service/environments/environmentbuilder.h"
#include "models/service/environments/interpreter.h"
#include "models/service/environments/recipe.h"
#include "models/service/jobs/runpython.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Testing;
using namespace Roost::Service::Environments;
using namespace Roost::Service::Jobs;
using namespace Roost::Process;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 240000;

// pip installs a wheel as it is, without a download or a build.
const QString wheelMaker = uR"(
import sys, zipfile
folder, name = sys.argv[1], sys.argv[2]
info = f"{name}-1.0.dist-info"
with zipfile.ZipFile(f"{folder}/{name}-1.0-py3-none-any.whl", "w") as wheel:
    wheel.writestr(f"{name}.py", "answer = 42\n")
    wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    wheel.writestr(f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
)"_s;

} // namespace

class TestEnvironments : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EnvironmentBuilder> m_builder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    static QByteArray contents(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    void script(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(path(u"bin"_s));
        QFile file(path(u"bin/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + text);
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }

    void open(const QString &searchPath = {}, qint64 timeoutMs = 0)
    {
        m_builder = std::make_unique<EnvironmentBuilder>(
            EnvironmentBuilder::Settings{path(u"environments"_s), timeoutMs, searchPath});
    }

    QString wheel(const QString &name) const
    {
        QProcess python;
        python.start(systemPython(), {u"-c"_s, wheelMaker, m_folder->path(), name});
        python.waitForFinished();
        return path(name + u"-1.0-py3-none-any.whl"_s);
    }

    static EnvironmentRef pip(const QStringList &requirements, const QString &more = {})
    {
        EnvironmentRef environment;
        environment.condaYaml = u"dependencies:\n- python\n- pip\n- pip:\n"_s;
        for (const QString &requirement : requirements)
            environment.condaYaml += u"  - "_s + requirement + u'\n';
        environment.condaYaml += more;
        return environment;
    }

    static EnvironmentRef conda(const QString &yaml)
    {
        EnvironmentRef environment;
        environment.condaYaml = yaml;
        return environment;
    }

    Result<PreparedEnvironment> build(const EnvironmentRef &environment, const QString &log = u"log.txt"_s)
    {
        return waitFor(m_builder->build(environment, path(log)), patience);
    }

    static QByteArray run(const PreparedEnvironment &environment, const QString &code)
    {
        QProcess python;
        python.start(environment.path.first() + u"/python"_s, {u"-c"_s, code});
        python.waitForFinished();
        return python.readAllStandardOutput().trimmed();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void cleanup() { m_builder.reset(); }

    void theMachinesPythonIsRunAsPython()
    {
        const auto made = build({});
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        QCOMPARE(run(*made, u"print(6 * 7)"_s), "42");
        QVERIFY(contents(path(u"log.txt"_s)).contains(systemPython().toUtf8()));
        const auto interpreter = inspectInterpreter(systemPython());
        QVERIFY(interpreter);
        QCOMPARE(run(*made, u"import platform; print(platform.python_version())"_s), interpreter->version.toUtf8());
        QVERIFY(!interpreter->packages.isEmpty());
        QCOMPARE(pythonOfVersion(interpreter->minorVersion()), systemPython());
        QCOMPARE(pythonOfVersion(u"2.3"_s), QString());
    }

    // Users often start a service in a project folder, and a project often has a file json.py.
    void nothingOfTheFolderIsImported()
    {
        QFile shadow(path(u"json.py"_s));
        QVERIFY(shadow.open(QIODevice::WriteOnly));
        shadow.write("open('SHADOW', 'w')\nraise SystemExit(9)\n");
        shadow.close();
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        qputenv("PYTHONPATH", ".");
        QVERIFY(QFile::link(systemPython(), path(u"python-not-asked-yet"_s)));
        const auto interpreter = inspectInterpreter(path(u"python-not-asked-yet"_s));
        const auto made = build(pip({}));
        qunsetenv("PYTHONPATH");
        QVERIFY(QDir::setCurrent(before));
        QVERIFY2(interpreter, interpreter ? "" : describe(interpreter.error()).constData());
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        QVERIFY(!QFile::exists(path(u"SHADOW"_s)));
    }

    void anEnvironmentOfOthersIsRebuilt()
    {
        const auto made = build(pip({}));
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        const QString folder = path(u"environments/"_s + made->hash);
        QVERIFY(Build::isFinished(folder));
        QVERIFY(QFile::setPermissions(folder + u"/env/bin"_s, QFile::Permissions(0x7777)));
        QVERIFY(!Build::isFinished(folder));
    }

    void aMachineWithoutPythonIsReported()
    {
        QDir().mkpath(path(u"bin"_s));
        open(path(u"bin"_s));
        const auto made = build({});
        QVERIFY(!made);
        QCOMPARE(made.error().text, u"This machine has no python3 on PATH. Install Python 3 to run here."_s);
    }

    void pipPackagesAreInstalledOnce()
    {
        const auto environment = pip({wheel(u"tiny_roost"_s)}, u"variables:\n  MINE: yes-mine\n"_s);
        const auto made = build(environment);
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        QCOMPARE(run(*made, u"import tiny_roost; print(tiny_roost.answer)"_s), "42");
        QCOMPARE(made->variables.value(u"MINE"_s), u"yes-mine"_s);
        QCOMPARE(made->variables.value(u"VIRTUAL_ENV"_s) + u"/bin"_s, made->path.first());
        QVERIFY(contents(path(u"log.txt"_s)).contains("-m venv"));
        QVERIFY(contents(path(u"log.txt"_s)).contains("Successfully installed"));

        QCOMPARE(build(environment, u"second.txt"_s), made);
        QVERIFY(contents(path(u"second.txt"_s)).startsWith("The environment already exists"));
        open(); // a new service also finds the environment
        QCOMPARE(build(environment, u"third.txt"_s), made);
        QVERIFY(contents(path(u"third.txt"_s)).startsWith("The environment already exists"));
    }

    void packagesThatARunInstallsStayPrivate()
    {
        const auto shared = build(pip({wheel(u"tiny_roost"_s)}));
        QVERIFY2(shared, shared ? "" : describe(shared.error()).constData());
        const auto own = environmentOfRun(*shared, path(u"a run/python"_s));
        const auto other = environmentOfRun(*shared, path(u"other/python"_s));
        QVERIFY(own && other);
        const auto call = [](const PreparedEnvironment &environment, const QString &line) {
            QProcess shell;
            auto variables = QProcessEnvironment::systemEnvironment();
            for (const auto &[name, value] : environment.variables.asKeyValueRange())
                variables.insert(name, value);
            variables.insert(u"PATH"_s, environment.path.join(u':') + u':' + variables.value(u"PATH"_s));
            shell.setProcessEnvironment(variables);
            shell.setProcessChannelMode(QProcess::MergedChannels);
            shell.start(u"bash"_s, {u"-c"_s, line});
            shell.waitForFinished(patience);
            return shell.readAllStandardOutput().trimmed();
        };
        const QString install = u"pip install --no-index --disable-pip-version-check '%1' && python -c 'import "
                                "late_roost, tiny_roost; print(late_roost.answer)'"_s.arg(wheel(u"late_roost"_s));
        QVERIFY2(call(*own, install).endsWith("\n42"), call(*own, install).constData());
        // Inside this run the environment's own programs import the package as well; other runs and the shared
        // environment do not.
        QCOMPARE(call(*own, shared->path.first() + u"/python -c 'import late_roost; print(1)'"_s), "1");
        QVERIFY(call(*other, u"python -c 'import late_roost'"_s).contains("ModuleNotFoundError"));
        QCOMPARE(call(*other, u"python -c 'import tiny_roost; print(tiny_roost.answer)'"_s), "42");
        QVERIFY(call(*shared, u"python -c 'import late_roost'"_s).contains("ModuleNotFoundError"));
        QVERIFY(call(*own, u"pip uninstall -y tiny_roost"_s).contains("outside environment"));
        QCOMPARE(run(*shared, u"import tiny_roost; print(tiny_roost.answer)"_s), "42");
    }

    void aMovedEnvironmentIsRebuilt()
    {
        const auto environment = pip({wheel(u"tiny_roost"_s)});
        QVERIFY(build(environment));
        m_builder.reset();
        QVERIFY(QDir().rename(path(u"environments"_s), path(u"moved"_s)));
        m_builder = std::make_unique<EnvironmentBuilder>(EnvironmentBuilder::Settings{path(u"moved"_s), 0, {}});
        const auto made = build(environment, u"moved.txt"_s);
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        QVERIFY(contents(path(u"moved.txt"_s)).contains("Successfully installed"));
        QProcess pip;
        pip.start(made->path.first() + u"/pip"_s, {u"--version"_s});
        QVERIFY(pip.waitForFinished() && pip.exitCode() == 0);
    }

    void theErrorOfPipIsTheReason()
    {
        const auto environment = pip({u"--no-index"_s, u"no-such-package-of-roost==9"_s});
        const auto made = build(environment);
        QVERIFY(!made);
        QVERIFY2(made.error().text.startsWith(u"Installing the pip packages failed: No matching distribution found for "
                                              "no-such-package-of-roost==9"_s),
                 qUtf8Printable(made.error().text));
        QVERIFY(contents(path(u"log.txt"_s)).contains("No matching distribution"));
        QTRY_COMPARE(QDir(path(u"environments"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                     QStringList());
    }

    void requestsForTheSameContentShareOneBuild()
    {
        const auto environment = pip({wheel(u"shared_roost"_s)});
        auto first = m_builder->build(environment, path(u"first.txt"_s));
        auto second = m_builder->build(environment, path(u"second.txt"_s));
        const auto one = waitFor(first, patience);
        const auto other = waitFor(second, patience);
        QVERIFY2(one, one ? "" : describe(one.error()).constData());
        QCOMPARE(one, other);
        for (const QString &log : {u"first.txt"_s, u"second.txt"_s}) {
            QCOMPARE(contents(path(log)).count("-m venv"), 1);
            QVERIFY(contents(path(log)).contains("Successfully installed"));
        }
    }

    void theMachinesPackagesAreVisibleOnRequest()
    {
        const auto made = build(pip({wheel(u"beside_roost"_s)}, u"variables:\n  ROOST_SYSTEM_SITE_PACKAGES: 1\n"_s));
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        QVERIFY(contents(path(u"log.txt"_s)).contains("--system-site-packages"));
        QCOMPARE(run(*made, u"import sys; print(open(sys.prefix + '/pyvenv.cfg').read().count('packages = true'))"_s),
                 "1");
    }

    void cancelEndsTheToolAndAllItStarted()
    {
        // This python has a venv that hangs, with a child in its own session that ignores SIGTERM.
        const QByteArray python = systemPython().toLocal8Bit();
        script(u"python3"_s,
               "case \"$1\" in -I) cd '" + path({}).toLocal8Bit() +
                   "'; trap 'touch asked' TERM; setsid sleep 600 & while :; do touch up; sleep 0.05; done;; "
                   "*) exec " +
                   python + " \"$@\";; esac\n");
        open(path(u"bin"_s) + u':' + qEnvironmentVariable("PATH"));
        const auto environment = pip({u"x"_s});
        const auto recipe = recipeFor(environment, path(u"environments"_s), path(u"bin"_s));
        QVERIFY(recipe);
        const QByteArray mark = Build::mark(path(u"environments/"_s) + recipe->hash);
        PendingReply<PreparedEnvironment> one;
        PendingReply<PreparedEnvironment> other;
        one.watch(m_builder->build(environment, path(u"one.txt"_s)), [](const auto &) {});
        other.watch(m_builder->build(environment, path(u"other.txt"_s)), [](const auto &) {});
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(path(u"up"_s)); }, patience));
        one.cancel();
        // The other request still needs the build, so it continues and has not received a signal.
        for (int i = 0; i < 2; ++i) {
            QVERIFY(QFile::remove(path(u"up"_s)));
            QVERIFY(QTest::qWaitFor([&] { return QFile::exists(path(u"up"_s)); }, patience));
        }
        QVERIFY(!QFile::exists(path(u"asked"_s)));
        QVERIFY(!processesMarked(mark).isEmpty());
        other.cancel();
        QVERIFY(QTest::qWaitFor([&] { return processesMarked(mark).isEmpty(); }, patience));
        QTRY_VERIFY(!QDir(path(u"environments/"_s) + recipe->hash).exists());
    }

    void toolsThatTakeTooLongAreStopped()
    {
        const QByteArray python = systemPython().toLocal8Bit();
        script(u"python3"_s, "case \"$1\" in -I) sleep 600;; *) exec " + python + " \"$@\";; esac\n");
        open(path(u"bin"_s) + u':' + qEnvironmentVariable("PATH"), 200);
        const auto made = build(pip({u"x"_s}));
        QVERIFY(!made);
        QVERIFY2(made.error().text.contains(u"the time allowed for it"_s), qUtf8Printable(made.error().text));
    }

    void condaPackagesNeedAConda()
    {
        const QString yaml = u"channels: [conda-forge]\ndependencies:\n- python=3.11\n- ffmpeg\n"_s;
        QDir().mkpath(path(u"bin"_s));
        open(path(u"bin"_s));
        const auto missing = build(conda(yaml));
        QVERIFY(!missing);
        QVERIFY(missing.error().text.startsWith(u"The environment asks for conda packages (ffmpeg), and this machine "
                                                "has no conda. Install micromamba, mamba or conda"_s));

        script(u"micromamba"_s, "echo \"$@\"; cat \"$6\"; mkdir -p \"$4/bin\"; ln -s /bin/true \"$4/bin/python\"\n");
        open(path(u"bin"_s) + u':' + qEnvironmentVariable("PATH"));
        const auto made = build(conda(yaml));
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        const QByteArray log = contents(path(u"log.txt"_s));
        QVERIFY(log.contains("create --yes -p "));
        QVERIFY(log.contains("ffmpeg"));
        QVERIFY(log.contains("conda-forge"));
        QCOMPARE(made->variables.value(u"CONDA_PREFIX"_s) + u"/bin"_s, made->path.first());
    }

    void aPythonThatIsNotThereIsNamed()
    {
        script(u"python3"_s, "exec " + systemPython().toLocal8Bit() + " \"$@\"\n");
        open(path(u"bin"_s));
        const auto made = build(conda(u"dependencies:\n- python=3.1\n- pip:\n  - numpy\n"_s));
        QVERIFY(!made);
        QVERIFY2(
            made.error().text.startsWith(u"The environment asks for Python 3.1, which this machine does not have"_s),
            qUtf8Printable(made.error().text));
        // There is no package of that name, so the message offers the installed version instead.
        QVERIFY2(made.error().text.contains(u"; it has Python 3."_s), qUtf8Printable(made.error().text));
        QVERIFY2(!made.error().text.contains(u"python3.1"_s), qUtf8Printable(made.error().text));
    }

    void theSamplesNeedNoConda()
    {
        for (const QString &sample : {u"pytorch-birds"_s, u"pytorch-ddp"_s}) {
            const QString file = QFINDTESTDATA(u"../../resources/samples/%1/conda_dependencies.yml"_s.arg(sample));
            const auto environment = conda(QString::fromUtf8(contents(file)));
            const auto recipe = recipeFor(environment, path(u"environments"_s));
            QVERIFY2(recipe, recipe ? "" : describe(recipe.error()).constData());
            QCOMPARE(int(recipe->kind), int(Recipe::Kind::Venv));
            QCOMPARE(recipe->python, systemPython());
        }
    }

    void packagesInstalledLaterAreListed()
    {
        QProcess venv;
        venv.start(systemPython(), {u"-m"_s, u"venv"_s, u"--without-pip"_s, path(u"venv"_s)});
        QVERIFY(venv.waitForFinished(patience) && venv.exitCode() == 0);
        const QString python = path(u"venv/bin/python"_s);
        const auto before = inspectInterpreter(python);
        QVERIFY(before);
        QVERIFY(!before->packages.contains(u"later 1.5"_s));
        const QString site = path(u"venv/lib/python%1/site-packages/later-1.5.dist-info"_s.arg(before->minorVersion()));
        QVERIFY(QDir().mkpath(site));
        QFile metadata(site + u"/METADATA"_s);
        QVERIFY(metadata.open(QIODevice::WriteOnly));
        metadata.write("Metadata-Version: 2.1\nName: later\nVersion: 1.5\n");
        metadata.close();
        QVERIFY(inspectInterpreter(python)->packages.contains(u"later 1.5"_s));
    }

    void wrongYamlIsReportedWithItsLine()
    {
        const auto made = build(conda(u"dependencies:\n- python\n- pip: [\n"_s));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Rejected);
        QVERIFY2(made.error().text.contains(u"is wrong in line "_s), qUtf8Printable(made.error().text));
    }

    void theHashCoversAllInputs()
    {
        const auto hash = [this](const EnvironmentRef &environment) {
            const auto recipe = recipeFor(environment, path(u"environments"_s));
            return recipe ? recipe->hash : recipe.error().text;
        };
        const QString plain = hash(pip({u"numpy"_s}));
        QCOMPARE(hash(conda(u"# words\nname: other\ndependencies: [python, pip, {pip: [numpy]}]\n"_s)), plain);
        QVERIFY(hash(pip({u"numpy==2"_s})) != plain);
        QVERIFY(hash(pip({u"numpy"_s}, u"variables:\n  ROOST_SYSTEM_SITE_PACKAGES: 1\n"_s)) != plain);
        QCOMPARE(hash(pip({u"numpy"_s}, u"variables:\n  OTHER: 1\n"_s)), plain);
    }

    void leftoversOfAnEarlierServiceAreRemoved()
    {
        m_builder.reset();
        const QString half = path(u"environments/0123456789abcdef"_s);
        QVERIFY(QDir().mkpath(half + u"/env/bin"_s));
        QProcess tool;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ROOST_ENVIRONMENT"_s, half);
        tool.setProcessEnvironment(environment);
        tool.start(u"sleep"_s, {u"600"_s});
        QVERIFY(tool.waitForStarted());
        open();
        QVERIFY(!QDir(half).exists());
        QVERIFY(tool.waitForFinished(patience));
        QCOMPARE(tool.exitStatus(), QProcess::CrashExit);
    }
};

QTEST_GUILESS_MAIN(TestEnvironments)
#include "tst_environments.moc"
