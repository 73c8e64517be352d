// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/environmentdraft.h"

#include "models/conda/specification.h"
#include "models/core/wholematch.h"
#include "models/core/workspace.h"

#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

using namespace Conda;

namespace {

QString freeName(const QString &wanted, const QStringList &taken)
{
    QString name = wanted;
    for (int i = 2; taken.contains(name, Qt::CaseInsensitive); ++i)
        name = wanted + u'-' + QString::number(i);
    return name;
}

} // namespace

QString environmentTemplate()
{
    return u"name: pytorch\n"
           "channels:\n"
           "  - conda-forge\n"
           "dependencies:\n"
           "  - python=3.12\n"
           "  - pip\n"
           "  - pip:\n"
           "      - torch\n"
           "      - torchvision\n"
           "      - mlflow-skinny\n"_s;
}

EnvironmentDraft::EnvironmentDraft(QObject *parent)
    : QObject(parent)
{
}

void EnvironmentDraft::edit(const Environment &environment)
{
    m_saving.cancel();
    m_environment = environment;
    m_saved = environment;
    m_takenNames.clear();
    m_state = State::Editing;
    m_error = {};
    read();
}

void EnvironmentDraft::editCopyOf(const Environment &environment, const QStringList &takenNames)
{
    Environment clone;
    QString base = environment.name;
    if (isCuratedName(base))
        base = base.sliced(CuratedPrefix.size());
    clone.name = freeName(base + "-copy"_L1, takenNames);
    clone.description = environment.description;
    clone.image = environment.image;
    clone.condaYaml = environment.condaYaml.isEmpty() ? environmentTemplate() : environment.condaYaml;
    clone.tags = environment.tags;
    edit(clone);
    m_saved = {};
    m_takenNames = takenNames;
    Q_EMIT changed();
}

void EnvironmentDraft::editNew(const QStringList &takenNames)
{
    Environment created;
    created.name = freeName(u"pytorch"_s, takenNames);
    created.condaYaml = environmentTemplate();
    edit(created);
    m_saved = {};
    m_takenNames = takenNames;
    Q_EMIT changed();
}

void EnvironmentDraft::setName(const QString &name)
{
    if (!isNew() || name.trimmed() == m_environment.name)
        return;
    m_environment.name = name.trimmed();
    Q_EMIT changed();
}

void EnvironmentDraft::setText(const QString &text)
{
    if (text == m_environment.condaYaml)
        return;
    m_environment.condaYaml = text;
    read();
}

void EnvironmentDraft::setImage(const QString &image)
{
    if (image.trimmed() == m_environment.image)
        return;
    m_environment.image = image.trimmed();
    Q_EMIT changed();
}

void EnvironmentDraft::setDescription(const QString &description)
{
    if (description == m_environment.description)
        return;
    m_environment.description = description;
    Q_EMIT changed();
}

bool EnvironmentDraft::isChanged() const
{
    return !(m_environment == m_saved);
}

QString EnvironmentDraft::nameProblem() const
{
    if (!isNew())
        return {};
    const QString &name = m_environment.name;
    if (name.isEmpty())
        return tr("Give the environment a name.");
    if (const QString why = whyNotAnEnvironmentName(name); !why.isEmpty())
        return why;
    if (m_takenNames.contains(name, Qt::CaseInsensitive))
        return tr("An environment %1 already exists.").arg(name);
    return {};
}

QString EnvironmentDraft::imageProblem() const
{
    static const QRegularExpression rule = wholeMatch(u"[a-zA-Z0-9][a-zA-Z0-9._/:@-]*"_s);
    if (m_environment.image.isEmpty() || rule.match(m_environment.image).hasMatch())
        return {};
    return tr("An image has the form registry/name:tag, without spaces.");
}

QString EnvironmentDraft::whyNotSave() const
{
    if (!nameProblem().isEmpty())
        return nameProblem();
    if (!imageProblem().isEmpty())
        return imageProblem();
    const auto wrong = std::ranges::find(m_diagnostics, Diagnostic::Severity::Error, &Diagnostic::severity);
    if (wrong != m_diagnostics.end())
        return tr("Line %1: %2").arg(wrong->line).arg(wrong->message);
    if (m_environment.condaYaml.trimmed().isEmpty() && m_environment.image.isEmpty())
        return tr("Write a conda file or name an image.");
    if (!isChanged())
        return tr("Nothing was changed since version %1.").arg(m_saved.version);
    return {};
}

QString EnvironmentDraft::contentText() const
{
    if (m_environment.condaYaml.trimmed().isEmpty() || hasErrors(m_diagnostics))
        return {};
    const Conda::Specification specification = Conda::read(m_environment.condaYaml).specification;
    QStringList parts;
    const QString python = specification.pythonVersion();
    if (!python.isEmpty())
        parts += tr("Python %1").arg(python);
    const int conda = int(std::ranges::count_if(specification.packages, [](const Conda::Package &package) {
        return package.name != "python"_L1 && package.name != "pip"_L1;
    }));
    const int pip = int(
        std::ranges::count_if(specification.requirements, [](const Conda::Requirement &r) { return !r.isOption(); }));
    if (conda > 0)
        parts += conda == 1 ? tr("1 conda package") : tr("%n conda packages", nullptr, conda);
    if (pip > 0)
        parts += pip == 1 ? tr("1 pip package") : tr("%n pip packages", nullptr, pip);
    parts += specification.isPipOnly() ? tr("made with venv and pip") : tr("needs micromamba, mamba or conda");
    return parts.join(", "_L1);
}

void EnvironmentDraft::save(EnvironmentCatalog &catalog)
{
    if (m_state == State::Saving || !whyNotSave().isEmpty())
        return;
    m_state = State::Saving;
    m_error = {};
    Q_EMIT changed();
    m_saving.watch(catalog.create(m_environment), [this](Result<Environment> result) {
        m_state = State::Editing;
        if (!result) {
            m_error = result.error();
            Q_EMIT changed();
            return;
        }
        // Text that was typed while the environment was being saved is kept, as a change to the new version.
        const QString typed = m_environment.condaYaml;
        m_saved = *result;
        m_environment = *result;
        m_environment.condaYaml = typed;
        Q_EMIT changed();
        Q_EMIT saved(*result);
    });
}

Result<void> EnvironmentDraft::saveToFile(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray bytes = m_environment.condaYaml.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return failure(ErrorKind::Failed, tr("%1 could not be written: %2").arg(path, file.errorString()));
    }
    return {};
}

void EnvironmentDraft::read()
{
    m_diagnostics =
        m_environment.condaYaml.isEmpty() ? Diagnostics{} : Conda::read(m_environment.condaYaml).diagnostics;
    Q_EMIT changed();
}

} // namespace Roost::Items
