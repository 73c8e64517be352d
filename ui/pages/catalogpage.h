// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/topicquery.h"
#include "ui/pages/splitpage.h"

#include <memory>
#include <utility>

namespace Roost::Ui {

class ConfirmBar;
class ContentStack;
class EmptyState;
class ErrorBar;
class ListTable;

/// A SplitPage for one catalog of the workspace (computes, environments, models): the list, the detail of one entry,
/// and a message if the list is loading, is empty, could not be read, or is not offered by the workspace.
class CatalogPage : public SplitPage
{
    Q_OBJECT
public:
    /// Selects the entry with `key` as soon as the list contains it. `version` is for pages whose entries have
    /// versions.
    void selectWhenListed(const QString &key, const QString &version = {});

    void activate() override;
    void deactivate() override;
    void refresh() override;
    bool isLoaded() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

protected:
    /// The parts that differ between catalogs. The page takes ownership of all widgets.
    struct Parts
    {
        ListTable *table;
        EmptyState *empty; // shown in place of the list: what to do next
        QWidget *detail;
        EmptyState *unselected; // shown in place of the detail
        int share;              // width of the list in percent
        QString unreadable;     // "The computes could not be read."
        QString lacking;        // describes a workspace without this catalog
    };

    /// `name` is the prefix of object names: "compute" gives computePage, computeError, computeEmpty.
    CatalogPage(const QString &name, Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent);
    ~CatalogPage() override;

    /// Call once, at the end of the constructor of the subclass. `query` fills the model of the table.
    void setCatalog(const Parts &parts, std::unique_ptr<Items::LiveQuery> query);

    Items::LiveQuery &query() const { return *m_query; }
    ListTable &table() const { return *m_table; }
    ConfirmBar &confirmBar() const { return *m_confirm; }
    ContentStack &detailStack() const { return *m_detailStack; }
    bool isEmpty() const;

    /// The entry that the list does not contain yet; empty if none is awaited.
    const QString &pendingKey() const { return m_pendingKey; }
    QString takePendingKey() { return std::exchange(m_pendingKey, {}); }
    QString takePendingVersion() { return std::exchange(m_pendingVersion, {}); }

    /// Shows the list in the current state of the query.
    void showState();
    /// Selects the entry of selectWhenListed(), or the first one if none is selected. Called only if the list has rows.
    virtual void chooseEntry();
    /// Shows the selected entry, and enables the actions that apply to it. Called after each change of the list or the
    /// selection.
    virtual void showDetail() = 0;

private:
    QString m_name;
    QString m_unreadable;
    QString m_lacking;
    QString m_pendingKey;
    QString m_pendingVersion;
    std::unique_ptr<Items::LiveQuery> m_query;
    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    ListTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    ContentStack *m_stack = nullptr;
    ContentStack *m_detailStack = nullptr;
};

} // namespace Roost::Ui
