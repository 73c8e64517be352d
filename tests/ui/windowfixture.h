// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakecontent.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QDialog>
#include <QTemporaryDir>

#include <functional>

class QDialog;

namespace Roost::Testing {

/// Returns one FakeWorkspace per address; the address "nowhere" is an Error.
class FakeProvider : public Items::WorkspaceProvider
{
public:
    FakeContent content;
    std::shared_ptr<FakeWorkspace> workspace = std::make_shared<FakeWorkspace>();
    /// If set, the workspace cannot be opened.
    std::optional<Error> closed;
    QString madeFolder;
    QString token; // the token for its MLflow clients
    QTemporaryDir home;

    FakeProvider();
    Result<Items::WorkspaceLocation> locate(const QString &address) const override;
    Future<QString> create(const QString &folder, const QString &name) override;
    QString trackingToken(const QString &) const override { return token; }
    QString defaultFolder() const override { return home.path(); }
};

/// A window with the workspace of a FakeProvider.
struct Setup
{
    FakeProvider provider;
    Ui::Windows windows{provider};
    Ui::MainWindow *window;

    explicit Setup(const QString &address = QStringLiteral("/tmp/birds"),
                   const Ui::Location &at = {QStringLiteral("home"), {}, {}});
};

/// Uses a separate settings folder for the test. Call once, before the first window is created.
void useOwnSettings();

/// Saves a picture of `widget` if ROOST_TEST_GRABS names a folder.
void keep(QWidget *widget, const QString &name);

/// Calls `act` with the next dialog that opens, from the event loop.
void inDialog(const std::function<void(QDialog *)> &act);

/// Describes each widget below `root` that takes the focus and lacks a name: "QPushButton of Card: no object name".
QStringList unnamedControls(QWidget *root);

} // namespace Roost::Testing
