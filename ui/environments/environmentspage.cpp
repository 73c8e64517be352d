// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environments/environmentspage.h"

#include "models/items/base/format.h"
#include "models/items/catalogs/catalogqueries.h"
#include "ui/environments/environmentdetail.h"
#include "ui/tables/listtable.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/skeleton.h"

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

EnvironmentsPage::EnvironmentsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : CatalogPage(u"environments"_s, session, navigator, parent)
{
    makeActions();
    makeParts();
}

void EnvironmentsPage::makeActions()
{
    m_new = new QAction(Theme::icon(u"add"_s), tr("New environment"), this);
    m_new->setObjectName("newEnvironment"_L1);
    m_new->setProperty("primary", true);
    m_clone = new QAction(Theme::icon(u"clone"_s), tr("Clone"), this);
    m_clone->setObjectName("cloneEnvironment"_L1);
    m_clone->setToolTip(tr("Start a new environment with the content of this one"));
    m_saveFile = new QAction(Theme::icon(u"save"_s), tr("Save to a folder…"), this);
    m_saveFile->setObjectName("saveEnvironmentFile"_L1);
    connect(m_new, &QAction::triggered, this, &EnvironmentsPage::startNew);
    connect(m_clone, &QAction::triggered, this, &EnvironmentsPage::startClone);
}

void EnvironmentsPage::makeParts()
{
    auto *list = new ListTable(u"environmentTable"_s, tr("Environments of the workspace"));
    list->setModel(&m_environments);
    list->setColumnMenu();
    auto *empty = new EmptyState(u"environments"_s, tr("There is no environment yet. Write one for your runs."),
                                 tr("New environment"));
    m_detail = new EnvironmentDetail(session(), navigator());
    connect(empty, &EmptyState::clicked, this, &EnvironmentsPage::startNew);
    connect(list, &ListTable::currentKeyChanged, this, &EnvironmentsPage::choose);
    connect(m_saveFile, &QAction::triggered, m_detail, &EnvironmentDetail::saveToFolder);
    connect(m_detail, &EnvironmentDetail::saved, this, [this](const Environment &environment) {
        m_open = environment.name;
        selectWhenListed(environment.name);
        query().refresh();
    });
    connect(m_detail, &EnvironmentDetail::abandoned, this, [this] {
        m_open.clear();
        showState();
    });
    connect(m_detail, &EnvironmentDetail::versionWanted, this,
            [this](const QString &version) { confirmDiscard([this, version] { open(m_open, version); }); });
    connect(m_detail, &EnvironmentDetail::changed, this, [this] {
        m_saveFile->setEnabled(!m_detail->environment().condaYaml.isEmpty());
        m_clone->setEnabled(mayClone());
    });
    setCatalog(
        {.table = list,
         .empty = empty,
         .detail = m_detail,
         .unselected = new EmptyState(u"environments"_s, tr("Select an environment to see what is in it.")),
         .share = 48,
         .unreadable = tr("The environments could not be read."),
         .lacking = tr("This workspace keeps the history of runs; it has no environments.")},
        readEnvironments(session(), [this](const QList<Environment> &all) { m_environments.setEnvironments(all); }));
}

QList<QAction *> EnvironmentsPage::headerActions()
{
    return {m_new, m_clone};
}

QList<QAction *> EnvironmentsPage::menuActions()
{
    return {m_saveFile};
}

QStringList EnvironmentsPage::names() const
{
    QStringList names;
    for (const Environment &environment : m_environments.rows())
        names += environment.name;
    return names;
}

int EnvironmentsPage::footHeight() const
{
    return m_detail->footHeight();
}

bool EnvironmentsPage::walkErrors(int direction)
{
    return m_detail->isVisible() && m_detail->walkErrors(direction);
}

bool EnvironmentsPage::find()
{
    return m_detail->isVisible() && m_detail->find();
}

// A copy of an environment with a Dockerfile would be empty.
bool EnvironmentsPage::mayClone() const
{
    const Environment &environment = m_detail->environment();
    return !environment.version.isEmpty() && !environment.isBuilt();
}

// An environment that is being edited stays visible when the list changes.
void EnvironmentsPage::chooseEntry()
{
    if (m_detail->hasChanges())
        return;
    if (table().hasKey(pendingKey())) {
        const QString name = takePendingKey();
        table().setCurrentKey(name);
        open(name, takePendingVersion());
    } else if (m_open.isEmpty()) {
        table().setCurrentKey(table().firstKey());
        open(table().firstKey());
    }
}

void EnvironmentsPage::showDetail()
{
    m_new->setEnabled(query().hasContent());
    m_clone->setEnabled(query().hasContent() && !m_open.isEmpty() && mayClone());
    m_saveFile->setEnabled(!m_detail->environment().condaYaml.isEmpty());
    if (m_open.isEmpty() && !m_detail->hasChanges())
        detailStack().showNothing();
}

void EnvironmentsPage::choose(const QString &name)
{
    if (name.isEmpty() || name == m_open)
        return;
    confirmDiscard([this, name] {
        table().setCurrentKey(name);
        open(name);
    });
    if (m_detail->hasChanges())
        table().setCurrentKey(m_open);
}

void EnvironmentsPage::open(const QString &name, const QString &version)
{
    const Environment *environment = m_environments.find(name);
    if (!environment)
        return;
    m_open = name;
    m_detail->show(*environment, version);
    detailStack().showContent();
}

void EnvironmentsPage::startNew()
{
    confirmDiscard([this] {
        m_open.clear();
        table().setCurrentKey({});
        m_detail->startNew(names());
        detailStack().showContent();
    });
}

void EnvironmentsPage::startClone()
{
    if (m_open.isEmpty())
        return;
    confirmDiscard([this] {
        m_open.clear();
        table().setCurrentKey({});
        m_detail->startClone(names());
    });
}

bool EnvironmentsPage::mayLeave(const std::function<void()> &then)
{
    if (!m_detail->hasChanges())
        return true;
    confirmDiscard(then);
    return false;
}

void EnvironmentsPage::confirmDiscard(const std::function<void()> &then)
{
    if (!m_detail->hasChanges()) {
        then();
        return;
    }
    const QString name = m_detail->environment().name;
    confirmBar().showQuestion(
        tr("The changes in %1 are not saved.").arg(Format::isolated(name)), tr("Discard changes"),
        [this, then] {
            m_detail->clear();
            then();
        },
        tr("Go on editing"));
}

} // namespace Roost::Ui
