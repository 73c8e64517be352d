// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/environmentsmodel.h"
#include "ui/pages/catalogpage.h"

namespace Roost::Ui {

class EnvironmentDetail;

/// The environments of the workspace, and the details of one of them.
class EnvironmentsPage : public CatalogPage
{
    Q_OBJECT
public:
    EnvironmentsPage(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return tr("Environments"); }
    QList<QAction *> headerActions() override;
    QList<QAction *> menuActions() override;
    int footHeight() const override;
    bool walkErrors(int direction) override;
    bool find() override;
    bool mayLeave(const std::function<void()> &then) override;

protected:
    void chooseEntry() override;
    void showDetail() override;

private:
    void makeActions();
    void makeParts();
    void choose(const QString &name);
    void open(const QString &name, const QString &version = {});
    void startNew();
    void startClone();
    bool mayClone() const;
    /// Calls `then` at once, or after the user has agreed to discard the changes.
    void confirmDiscard(const std::function<void()> &then);
    QStringList names() const;

    Items::EnvironmentsModel m_environments;
    QString m_open;

    EnvironmentDetail *m_detail = nullptr;
    QAction *m_new = nullptr;
    QAction *m_clone = nullptr;
    QAction *m_saveFile = nullptr;
};

} // namespace Roost::Ui
