// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakecontent.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QTemporaryDir>

#include <functional>

class QDialog;

namespace Roost::Testing {

/// A door behind which there is one FakeWorkspace, whatever the address; "nowhere" is an Error.
class FakeDoor : public Ui::WorkspaceProvider
{
public:
    FakeContent content;
    std::shared_ptr<FakeWorkspace> workspace = std::make_shared<FakeWorkspace>();
    /// Set: the workspace cannot be opened.
    std::optional<Error> closed;
    QString madeFolder;
    QString token; // of its MLflow clients
    QTemporaryDir home;

    FakeDoor();
    Result<Ui::WorkspaceLocation> place(const QString &address) const override;
    Future<QString> create(const QString &folder, const QString &name) override;
    QString trackingToken(const QString &) const override { return token; }
    QString defaultFolder() const override { return home.path(); }
};

/// A window on that workspace.
struct Setup
{
    FakeDoor door;
    Ui::Windows windows{door};
    Ui::MainWindow *window;

    explicit Setup(const QString &address = QStringLiteral("/tmp/birds"),
                   const Ui::Location &at = {QStringLiteral("home"), {}, {}});
};

/// Settings of a test go into a folder of its own. Once, before the first window.
void useOwnSettings();

/// Keeps a picture for eyes where ROOST_TEST_GRABS names a folder.
void keep(QWidget *widget, const QString &name);

/// Answers the dialog that opens next from the event loop.
void inDialog(const std::function<void(QDialog *)> &act);

/// Every widget below `root` that takes the focus, with what it lacks of names: "QPushButton of Card: no object name".
QStringList unnamedControls(QWidget *root);

} // namespace Roost::Testing
