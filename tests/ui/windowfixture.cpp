// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

namespace Roost::Testing {

using namespace Items;
using namespace Ui;
using namespace Qt::StringLiterals;

FakeProvider::FakeProvider()
{
    content.info.name = u"Birds"_s;
    content.info.location = u"this machine"_s;
    content.info.trackingUri = u"http://127.0.0.1:40123/mlflow"_s;
    content.info.storage = {{u"runs"_s, 412'000'000}, {u"models"_s, 96'000'000}, {u"code"_s, 1'200'000}};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < 12; ++i) {
        Run run;
        run.id = u"calm-finch-%1"_s.arg(i);
        run.displayName = i % 3 ? u"turkeys and chickens %1"_s.arg(i) : run.id;
        run.experiment = u"pytorch-birds"_s;
        run.status = i == 0   ? RunStatus::Running
                     : i == 1 ? RunStatus::Queued
                     : i == 4 ? RunStatus::Failed
                              : RunStatus::Completed;
        run.created = now.addSecs(-600 * i - 100);
        run.started = i == 1 ? QDateTime() : run.created.addSecs(4);
        run.ended = i < 2 ? QDateTime() : run.started.addSecs(57);
        run.computeName = u"local"_s;
        run.environmentName = u"AzureML-system-python:1"_s;
        run.command = u"python pytorch_train.py --num_epochs 10"_s;
        run.queueReason = i == 1 ? u"waiting for a free slot: 1 of 1 in use"_s : QString();
        run.errorText = i == 4 ? u"Rank 0 ended with exit code 1: ValueError: lr must be positive"_s : QString();
        run.lastMetrics = {{u"loss"_s, 0.4123 / (i + 1)}, {u"accuracy"_s, 0.91}};
        content.runs.append(run);
        content.files.insert(run.id + u"/azureml-logs/70_driver_log.txt"_s, "epoch 1\nepoch 2\n");
        content.files.insert(run.id + u"/outputs/model.pt"_s, QByteArray(2000, 'x'));
        content.metrics.insert(run.id + u"/loss"_s, {{0.9, 1000, 0}, {0.5, 2000, 1}, {0.41, 3000, 2}});
    }
    Compute local;
    local.name = u"local"_s;
    local.type = u"Local"_s;
    local.size = u"8 cores, 32 GB"_s;
    local.cores = 8;
    local.currentNodes = 1;
    local.busyNodes = 1;
    local.state = ProvisioningState::Succeeded;
    content.computes = {local};
    Environment system;
    system.name = u"AzureML-system-python"_s;
    system.version = u"1"_s;
    system.curated = true;
    system.packages = {u"torch 2.6.0"_s, u"torchvision 0.21.0"_s};
    Environment own;
    own.name = u"birds"_s;
    own.version = u"1"_s;
    own.condaYaml = u"name: birds\ndependencies:\n  - python=3.11\n  - pip:\n    - torch\n"_s;
    content.environments = {system, own};
    ModelVersion model;
    model.name = u"birds"_s;
    model.version = u"1"_s;
    model.runId = content.runs.at(3).id;
    model.size = 44'000'000;
    model.created = now.addSecs(-900);
    content.models = {model};
    content.answer(*workspace);
    workspace->changeFeed.onWait.always = {};
}

Result<WorkspaceLocation> FakeProvider::locate(const QString &address) const
{
    if (address == u"nowhere")
        return failure(ErrorKind::NotFound, u"There is no workspace at nowhere."_s);
    return WorkspaceLocation{address, u"birds"_s, u"machine"_s, [this] {
                                 return closed ? readyFuture<std::shared_ptr<Workspace>>(std::unexpected(*closed))
                                               : readyFuture<std::shared_ptr<Workspace>>(
                                                     std::shared_ptr<Workspace>(workspace));
                             }};
}

Future<QString> FakeProvider::create(const QString &folder, const QString &)
{
    madeFolder = folder;
    return readyFuture<QString>(folder);
}

Setup::Setup(const QString &address, const Location &at)
    : window(windows.open(address, at))
{
    window->resize(1280, 800);
    window->activateWindow();
    // Keys trigger their actions only in the active window.
    if (!QTest::qWaitForWindowActive(window))
        qWarning("The window did not become active.");
}

void useOwnSettings()
{
    static QTemporaryDir folder;
    QApplication::setOrganizationName(u"roost-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QSettings().clear();
}

void keep(QWidget *widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("ROOST_TEST_GRABS"); !folder.isEmpty())
        QVERIFY(widget->grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

void inDialog(const std::function<void(QDialog *)> &act)
{
    QTimer::singleShot(0, qApp, [act] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        act(dialog);
    });
}

QStringList unnamedControls(QWidget *root)
{
    QStringList found;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        // Internal parts of Qt's controls, and widgets whose focus proxy has a name.
        const bool inner = widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QComboBoxListView");
        // The widget itself is hidden: a button without text, which receives its name when it is shown.
        if (inner || widget->isHidden() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        const QString what =
            u"%1 \"%2\" in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                     QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
        if (widget->objectName().isEmpty())
            found.append(what + u": no object name"_s);
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            found.append(what + u": no accessible name"_s);
    }
    return found;
}

} // namespace Roost::Testing
