// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/catalogcontent.h"
#include "tests/ui/controls.h"
#include "ui/submit/submitwizard.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace Roost::Testing {

using namespace Qt::StringLiterals;

/// A folder with code in it, a workspace that receives the code, and the wizard over both.
class WizardFixture
{
protected:
    static void begin(const QString &organization)
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(organization);
        const bool dark = qEnvironmentVariableIsSet("ROOST_DARK");
        Ui::Theme::install(dark ? Ui::Theme::Choice::Dark : Ui::Theme::Choice::Light);
    }

    void beginCase()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        write(m_folder->filePath(u"train.py"_s), "print('birds')\n");
        write(m_folder->filePath(u"model/net.py"_s), QByteArray(4200, '#'));
        write(m_folder->filePath(u"conda_dependencies.yml"_s), "name: birds\n");
        write(m_folder->filePath(u"old.log"_s), "x\n");
        write(m_folder->filePath(u"data/pictures.bin"_s), QByteArray(90000, 'x'));
        write(m_folder->filePath(u".amlignore"_s), "*.log\ndata/\n");
        m_content = {};
        fillWithRuns(m_content);
        fillWithCatalogs(m_content);
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        m_navigator = std::make_unique<RecordingNavigator>();
    }

    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Items::WorkspaceSession> m_session;
    std::unique_ptr<RecordingNavigator> m_navigator;
    std::unique_ptr<QTemporaryDir> m_folder;

    static void write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<Ui::SubmitWizard> wizard(const Job &prefill = {})
    {
        auto made = std::make_unique<Ui::SubmitWizard>(*m_session, *m_navigator);
        made->offer(prefill);
        made->resize(1120, 720);
        made->show();
        made->activate();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(made.get());
        return made;
    }

    static QString problem(QWidget &in, const QString &control)
    {
        return child<QLabel>(in, control + u"Problem"_s)->text();
    }

    // Selects by key, because a radio button or check box is wider than the part that reacts to clicks.
    static void choose(QWidget &in, const QString &name)
    {
        auto *button = child<QAbstractButton>(in, name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }

    Job whole() const
    {
        Job job;
        job.codePath = m_folder->path();
        job.command = u"python train.py --num_epochs 20"_s;
        job.experiment = u"pytorch-birds"_s;
        job.compute = u"gpu-cluster"_s;
        job.environment = {u"pytorch-birds"_s, u"2"_s, {}, {}};
        return job;
    }
};

} // namespace Roost::Testing
