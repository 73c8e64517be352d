// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/environments/recipe.h"

#include "models/conda/specification.h"
#include "models/process/safepython.h"
#include "models/service/environments/interpreter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Roost::Service::Environments {

using namespace Process;

namespace {

// A name that the user's files do not have: "-r requirements.txt" in this file would refer to itself.
const QString requirementsFile = u"roost-requirements.txt"_s;
const QString condaFile = u"environment.yml"_s;

QString found(const QString &program, const QString &searchPath)
{
    const QString path = searchPath.isEmpty() ? qEnvironmentVariable("PATH") : searchPath;
    return QStandardPaths::findExecutable(program, path.split(QDir::listSeparator(), Qt::SkipEmptyParts));
}

QString hashOf(const QStringList &parts)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(parts.join(u'\0').toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

QString requirementsOf(const Conda::Specification &specification)
{
    QString text;
    for (const auto &requirement : specification.requirements)
        text += requirement.text + u'\n';
    return text;
}

Result<Conda::Specification> readYaml(const QString &yaml)
{
    const auto reading = Conda::read(yaml);
    for (const auto &diagnostic : reading.diagnostics) {
        if (diagnostic.severity == Diagnostic::Severity::Error) {
            return failure(ErrorKind::Rejected,
                           u"The conda YAML of the environment is wrong in line %1: %2"_s.arg(diagnostic.line)
                               .arg(diagnostic.message));
        }
    }
    return reading.specification;
}

Result<Recipe> systemRecipe(const QString &searchPath)
{
    Recipe recipe;
    recipe.python = systemPython(searchPath);
    if (recipe.python.isEmpty())
        return failure(ErrorKind::Rejected, u"This machine has no python3 on PATH. Install Python 3 to run here."_s);
    recipe.hash = u"system-"_s + hashOf({recipe.python});
    return recipe;
}

Recipe venvRecipe(const Conda::Specification &specification, const QString &python, const QString &folder,
                  const QString &searchPath)
{
    const bool seesSystem = specification.variables.value(systemSitePackagesVariable) == "1"_L1;
    Recipe recipe;
    recipe.kind = Recipe::Kind::Venv;
    recipe.python = python;
    recipe.variables = specification.variables;
    recipe.files[requirementsFile] = requirementsOf(specification);
    recipe.hash = hashOf({u"venv 1"_s, QFileInfo(python).canonicalFilePath(), recipe.files[requirementsFile],
                          seesSystem ? u"system"_s : QString()});
    const QString here = folder + u'/' + recipe.hash;
    const QString made = here + u"/env/bin/python"_s;
    // uv ignores the packages of the base interpreter; pip treats them as installed.
    const QString uv = seesSystem ? QString() : found(u"uv"_s, searchPath);
    const QString making = u"Making a virtual environment"_s;
    const QString installing = u"Installing the pip packages"_s;
    if (!uv.isEmpty()) {
        recipe.steps += {making, {uv, {u"venv"_s, u"--python"_s, python, here + u"/env"_s}, neutralFolder(), {}}};
    } else {
        QStringList words{u"-m"_s, u"venv"_s};
        if (seesSystem)
            words += u"--system-site-packages"_s;
        recipe.steps += {making, isolatedPython(python, words << here + u"/env"_s)};
    }
    if (specification.requirements.isEmpty())
        return recipe;
    const QString wanted = here + u'/' + requirementsFile;
    if (!uv.isEmpty()) {
        recipe.steps +=
            {installing, {uv, {u"pip"_s, u"install"_s, u"--python"_s, made, u"-r"_s, wanted}, neutralFolder(), {}}};
    } else {
        recipe.steps += {installing, isolatedPython(made,
                                                    {u"-m"_s, u"pip"_s, u"install"_s, u"--disable-pip-version-check"_s,
                                                     u"--no-input"_s, u"-r"_s, wanted},
                                                    {{u"PYTHONUNBUFFERED"_s, u"1"_s}})};
    }
    return recipe;
}

Recipe condaRecipe(const Conda::Specification &specification, const QString &tool, const QString &folder)
{
    Recipe recipe;
    recipe.kind = Recipe::Kind::Conda;
    recipe.variables = specification.variables;
    auto bare = specification; // name and variables do not affect the installed packages
    bare.name.clear();
    bare.variables.clear();
    recipe.files[condaFile] = Conda::write(bare);
    recipe.hash = hashOf({u"conda 1"_s, recipe.files[condaFile]});
    const QString here = folder + u'/' + recipe.hash;
    QStringList words;
    if (QFileInfo(tool).fileName() == "micromamba"_L1)
        words = {u"create"_s, u"--yes"_s};
    else
        words = {u"env"_s, u"create"_s};
    words << u"-p"_s << here + u"/env"_s << u"-f"_s << here + u'/' + condaFile;
    recipe.steps +=
        {u"Making the conda environment"_s, {tool, words, neutralFolder(), {{u"CONDA_ALWAYS_YES"_s, u"true"_s}}}};
    return recipe;
}

/// Returns the default python of this machine if its version fits, otherwise the python named after the version; empty
/// if there is none.
QString pythonFor(const Conda::Specification &specification, const QString &searchPath)
{
    QString usual = systemPython(searchPath);
    if (!usual.isEmpty()) {
        if (const auto interpreter = inspectInterpreter(usual);
            interpreter && specification.allowsPython(interpreter->version))
            return usual;
    }
    return pythonOfVersion(specification.pythonVersion(), searchPath);
}

QString pythonThatIsHere(const QString &searchPath)
{
    const QString usual = systemPython(searchPath);
    const auto interpreter = usual.isEmpty() ? Result<Interpreter>() : inspectInterpreter(usual);
    return interpreter && !interpreter->version.isEmpty() ? u"; it has Python %1"_s.arg(interpreter->version)
                                                          : QString();
}

QString condaTool(const QString &searchPath)
{
    for (const QString &name : {u"micromamba"_s, u"mamba"_s, u"conda"_s}) {
        const QString path = found(name, searchPath);
        if (!path.isEmpty())
            return path;
    }
    return {};
}

} // namespace

Result<Recipe> recipeFor(const EnvironmentRef &environment, const QString &folder, const QString &searchPath)
{
    if (!environment.image.isEmpty()) {
        return failure(ErrorKind::Rejected,
                       u"The environment asks for the container image %1. Containers need podman or docker, which "
                       "runs on this machine do not use yet: take the image out of the environment, or take a "
                       "compute that has containers."_s.arg(environment.image));
    }
    if (environment.condaYaml.trimmed().isEmpty())
        return systemRecipe(searchPath);
    const auto specification = readYaml(environment.condaYaml);
    if (!specification)
        return std::unexpected(specification.error());

    const QString wanted = specification->pythonVersion();
    const QString conda = condaTool(searchPath);
    const QString howToGetOne = u"Install micromamba, mamba or conda and put it on PATH (micromamba is one file: see "
                                "the installation page of the mamba project)"_s;
    if (specification->isPipOnly()) {
        const QString python = pythonFor(*specification, searchPath);
        if (!python.isEmpty())
            return venvRecipe(*specification, python, folder, searchPath);
        if (conda.isEmpty()) {
            return failure(ErrorKind::Rejected,
                           u"The environment asks for Python %1, which this machine does not have on PATH%2. Ask for a "
                           "version that is here. %3, which can fetch any version."_s.arg(
                               wanted.isEmpty() ? u"3"_s : wanted, pythonThatIsHere(searchPath), howToGetOne));
        }
    }
    if (conda.isEmpty()) {
        QStringList names;
        for (const auto &package : specification->packages) {
            if (package.name != "python"_L1 && package.name != "pip"_L1)
                names += package.name;
        }
        return failure(ErrorKind::Rejected,
                       u"The environment asks for conda packages (%1), and this machine has no "
                       "conda. %2, or list the packages under pip instead."_s.arg(names.join(u", "_s), howToGetOne));
    }
    return condaRecipe(*specification, conda, folder);
}

} // namespace Roost::Service::Environments
