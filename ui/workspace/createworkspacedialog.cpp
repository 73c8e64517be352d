// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/createworkspacedialog.h"

#include "models/core/workspacelayout.h"
#include "models/core/workspacename.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

Label *hintLabel()
{
    auto *label = new Label({}, Theme::Role::TextSecondary, Theme::Secondary);
    label->setWordWrap(true);
    return label;
}

void showHint(Label *label, const QString &problem, const QString &hint)
{
    label->setRole(problem.isEmpty() ? Theme::Role::TextSecondary : Theme::Role::Failed);
    label->setText(problem.isEmpty() ? hint : problem);
}

// Users type spaces in names of workspaces, which Azure does not accept.
QString nameOf(const QString &text)
{
    return text.simplified().replace(u' ', u'-');
}

QLayout *under(QWidget *field, QWidget *hint, QWidget *beside = nullptr)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(Theme::Step);
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    if (beside)
        row->addWidget(beside);
    column->addLayout(row);
    column->addWidget(hint);
    return column;
}

} // namespace

CreateWorkspaceDialog::CreateWorkspaceDialog(WorkspaceProvider &provider, QWidget *parent)
    : QDialog(parent)
    , m_provider(provider)
    , m_name(new QLineEdit(tr("Birds")))
    , m_folder(new QLineEdit)
    , m_nameHint(hintLabel())
    , m_folderHint(hintLabel())
    , m_error(new ErrorBar)
{
    setWindowTitle(tr("New workspace"));
    setObjectName(u"createWorkspaceDialog"_s);
    m_name->setObjectName(u"workspaceName"_s);
    m_folder->setObjectName(u"workspaceFolder"_s);
    m_error->setRetryable(false);
    auto *pick = new QPushButton(tr("Choose…"));
    pick->setObjectName(u"chooseFolder"_s);
    pick->setAccessibleName(tr("Choose the folder"));
    pick->setAutoDefault(false);

    auto *form = new QFormLayout;
    form->setVerticalSpacing(Theme::Group);
    form->setHorizontalSpacing(Theme::Group);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->addRow(tr("&Name"), under(m_name, m_nameHint));
    form->addRow(tr("&Folder"), under(m_folder, m_folderHint, pick));
    qobject_cast<QLabel *>(form->itemAt(0, QFormLayout::LabelRole)->widget())->setBuddy(m_name);
    qobject_cast<QLabel *>(form->itemAt(1, QFormLayout::LabelRole)->widget())->setBuddy(m_folder);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelCreate"_s);
    m_create = buttons->addButton(tr("Create workspace"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(u"createWorkspace"_s);
    m_create->setProperty("primary", true);

    auto *intro =
        new Label(tr("A workspace is a folder on this machine that contains runs with their logs and outputs, "
                     "environments and models, in open formats."),
                  Theme::Role::TextSecondary);
    intro->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Group);
    column->addWidget(intro);
    column->addLayout(form);
    column->addWidget(m_error);
    column->addStretch(1);
    column->addWidget(buttons);
    m_create->setDefault(true); // a button can be the default only after it was added to the dialog
    resize(560, sizeHint().height());

    connect(m_name, &QLineEdit::textChanged, this, &CreateWorkspaceDialog::check);
    connect(m_folder, &QLineEdit::textEdited, this, [this] {
        m_folderChosen = true;
        check();
    });
    connect(pick, &QPushButton::clicked, this, &CreateWorkspaceDialog::pickFolder);
    connect(m_create, &QPushButton::clicked, this, &CreateWorkspaceDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    m_name->selectAll();
    m_name->setFocus();
}

void CreateWorkspaceDialog::check()
{
    if (!m_folderChosen) {
        static const QRegularExpression notForFiles(u"[^A-Za-z0-9._-]+"_s);
        const QString name = m_name->text().toLower().replace(notForFiles, u"-"_s);
        m_folder->setText(QDir::toNativeSeparators(QDir(m_provider.defaultFolder()).filePath(name)));
    }
    const QString name = whyNotAName();
    const QString folder = whyNotAFolder();
    const QString saved = nameOf(m_name->text());
    showHint(m_nameHint, name,
             saved == m_name->text().trimmed() ? tr("Letters, digits, hyphens and underscores.")
                                               : tr("Saved as %1: names contain no spaces, as in Azure.").arg(saved));
    showHint(m_folderHint, folder, tr("Created if it does not exist."));
    m_create->setEnabled(name.isEmpty() && folder.isEmpty() && !m_creating.isWaiting());
}

void CreateWorkspaceDialog::pickFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the workspace"), m_folder->text());
    if (folder.isEmpty())
        return;
    m_folderChosen = true;
    m_folder->setText(QDir::toNativeSeparators(folder));
    check();
}

void CreateWorkspaceDialog::create()
{
    m_error->clear();
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    m_creating.watch(m_provider.create(folder, nameOf(m_name->text())), [this](Result<QString> result) {
        if (result) {
            m_address = *result;
            accept();
            return;
        }
        m_error->setError(tr("The workspace could not be created."), result.error());
        check();
    });
    check();
}

QString CreateWorkspaceDialog::whyNotAName() const
{
    const QString name = nameOf(m_name->text());
    if (name.isEmpty())
        return tr("Give the workspace a name.");
    if (!isWorkspaceName(name))
        return tr("3 to 33 letters, digits, hyphens or underscores; the first one a letter or digit.");
    return {};
}

QString CreateWorkspaceDialog::whyNotAFolder() const
{
    const QString text = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (text.isEmpty())
        return tr("Choose a folder.");
    const QFileInfo info(text);
    if (info.isRelative())
        return tr("Enter an absolute path.");
    if (info.exists() && !info.isDir())
        return tr("A file with this name already exists.");
    if (info.isDir() && QFileInfo::exists(QDir(text).filePath(WorkspaceLayout::DatabaseFile)))
        return tr("That folder already contains a workspace. Open it instead.");
    if (info.isDir() && !QDir(text).isEmpty())
        return tr("The folder is not empty. Choose another or a new one inside it.");
    QDir above(text);
    while (!above.exists() && above.path() != QFileInfo(above.path()).path())
        above.setPath(QFileInfo(above.path()).path());
    if (!QFileInfo(above.path()).isWritable())
        return tr("%1 cannot be written to.").arg(QDir::toNativeSeparators(above.path()));
    return {};
}

} // namespace Roost::Ui
