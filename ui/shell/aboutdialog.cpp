// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/aboutdialog.h"

#include "ui/widgets/label.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Roost"));
    setObjectName(u"aboutDialog"_s);
    const QString version = tr("Version %1, Qt %2, %3")
                                .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()),
                                     QSysInfo::prettyProductName());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Inside);
    column->addWidget(new Label(u"Roost"_s, Theme::Role::Text, Theme::Title, QFont::DemiBold));
    column->addWidget(new Label(tr("Runs and watches PyTorch training, here and in Azure Machine Learning.")));
    auto *words = new Label(version, Theme::Role::TextSecondary);
    words->setObjectName(u"aboutVersion"_s);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(version);
    column->addWidget(words);
    column->addWidget(new Label(tr("Free software under the GNU General Public License, version 3 or later."),
                                Theme::Role::TextSecondary));
    column->addSpacing(Theme::Group);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeAbout"_s);
    auto *copy = buttons->addButton(tr("Copy version"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"copyVersion"_s);
    connect(copy, &QPushButton::clicked, this,
            [version] { QGuiApplication::clipboard()->setText(u"Roost: "_s + version); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace Roost::Ui
