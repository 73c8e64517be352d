// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environments/environmentspage.h"

#include "ui/environments/environmentdetail.h"
#include "ui/parts/bar.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/listtable.h"
#include "ui/parts/skeleton.h"

using namespace Qt::StringLiterals;

namespace Roost {

EnvironmentsPage::EnvironmentsPage(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : SplitPage(session, navigator, parent)
{
    setObjectName("environmentsPage"_L1);
    makeActions();
    makeParts();
    m_reading = std::make_unique<TopicReading<QList<Environment>>>(
        &session, u"environments"_s,
        [](WorkspaceSession &from) -> std::optional<Answer<QList<Environment>>> {
            return from.environments() ? std::optional(from.environments()->environments()) : std::nullopt;
        },
        [this](const QList<Environment> &environments) { m_environments.setEnvironments(environments); });
    connect(m_reading.get(), &Reading::stateChanged, this, &EnvironmentsPage::showState);
    connect(m_reading.get(), &Reading::arrived, this, &EnvironmentsPage::showState);
    showState();
}

void EnvironmentsPage::makeActions()
{
    m_new = new QAction(Theme::icon(u"add"_s), tr("New environment"), this);
    m_new->setObjectName("newEnvironment"_L1);
    m_new->setProperty("primary", true);
    m_clone = new QAction(Theme::icon(u"clone"_s), tr("Clone"), this);
    m_clone->setObjectName("cloneEnvironment"_L1);
    m_clone->setToolTip(tr("Begin a new environment with the content of this one"));
    m_saveFile = new QAction(Theme::icon(u"save"_s), tr("Save to a folder…"), this);
    m_saveFile->setObjectName("saveEnvironmentFile"_L1);
    connect(m_new, &QAction::triggered, this, &EnvironmentsPage::startNew);
    connect(m_clone, &QAction::triggered, this, &EnvironmentsPage::startClone);
}

void EnvironmentsPage::makeParts()
{
    m_error = new ErrorBar;
    m_error->setObjectName("environmentsError"_L1);
    m_confirm = new ConfirmBar;
    m_confirm->setObjectName("environmentsConfirm"_L1);
    addTop(m_error);
    addTop(m_confirm);
    m_table = new ListTable(u"environmentTable"_s, tr("Environments of the workspace"));
    m_table->setModel(&m_environments);
    m_table->setColumns({24, 8, 9, 26, 12}, EnvironmentsModel::Content);
    // Told in the detail; the header's menu brings it back.
    m_table->setColumnHidden(EnvironmentsModel::Created, true);
    m_table->setColumnMenu({EnvironmentsModel::Name});
    m_empty = new EmptyState(u"environments"_s, tr("There is no environment yet. Write one for your runs."),
                             tr("New environment"));
    m_empty->setObjectName("environmentsEmpty"_L1);
    m_stack = new ContentStack(m_table, m_empty);
    m_detail = new EnvironmentDetail(session(), navigator());
    m_detailStack = new ContentStack(
        m_detail, new EmptyState(u"environments"_s, tr("Select an environment to see what is in it.")));
    setParts(m_stack, m_detailStack, 48);
    connect(m_empty, &EmptyState::clicked, this, &EnvironmentsPage::startNew);
    connect(m_error, &ErrorBar::retry, this, &EnvironmentsPage::refresh);
    connect(m_table, &ListTable::currentKeyChanged, this, &EnvironmentsPage::choose);
    connect(m_saveFile, &QAction::triggered, m_detail, &EnvironmentDetail::saveToFolder);
    connect(m_detail, &EnvironmentDetail::saved, this, [this](const Environment &environment) {
        m_open = environment.name;
        m_wanted = environment.name;
        m_reading->refresh();
    });
    connect(m_detail, &EnvironmentDetail::abandoned, this, [this] {
        m_open.clear();
        showState();
    });
    connect(m_detail, &EnvironmentDetail::changed, this, [this] {
        m_saveFile->setEnabled(!m_detail->environment().condaYaml.isEmpty());
        m_clone->setEnabled(!m_detail->environment().version.isEmpty());
    });
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

void EnvironmentsPage::show(const QString &name, const QString &version)
{
    m_wanted = name;
    m_wantedVersion = version;
    showState();
}

void EnvironmentsPage::activate()
{
    m_reading->refresh();
}

void EnvironmentsPage::refresh()
{
    SplitPage::refresh();
    m_reading->refresh();
}

bool EnvironmentsPage::walkErrors(int direction)
{
    return m_detail->isVisible() && m_detail->walkErrors(direction);
}

void EnvironmentsPage::showState()
{
    const Reading::State state = m_reading->state();
    m_new->setEnabled(m_reading->hasContent());
    m_clone->setEnabled(m_reading->hasContent() && !m_open.isEmpty());
    m_saveFile->setEnabled(!m_detail->environment().condaYaml.isEmpty());
    if (state == Reading::State::Failed || state == Reading::State::Stale)
        m_error->setError(tr("The environments could not be read."), m_reading->error());
    else
        m_error->clear();
    if (state == Reading::State::Loading) {
        m_stack->showLoading();
    } else if (state == Reading::State::Failed) {
        m_stack->showNothing();
    } else if (state == Reading::State::Lacking) {
        m_empty->setSentence(tr("This workspace keeps the history of runs; it has no environments."));
        m_empty->setButton({});
        m_stack->showEmpty();
    } else if (m_environments.rowCount() == 0) {
        m_stack->showEmpty();
    } else {
        m_stack->showContent();
    }
    const bool writing = m_detail->hasChanges();
    if (!m_wanted.isEmpty() && m_environments.find(m_wanted) && !writing) {
        const QString name = std::exchange(m_wanted, {});
        m_table->setCurrentKey(name);
        open(name, std::exchange(m_wantedVersion, {}));
    } else if (m_open.isEmpty() && !writing && m_environments.rowCount() > 0) {
        m_table->setCurrentKey(m_environments.at(0).name);
        open(m_environments.at(0).name);
    } else if (m_open.isEmpty() && !writing) {
        m_detailStack->showNothing();
    }
}

void EnvironmentsPage::choose(const QString &name)
{
    if (name.isEmpty() || name == m_open)
        return;
    leaving([this, name] {
        m_table->setCurrentKey(name);
        open(name);
    });
    if (m_detail->hasChanges())
        m_table->setCurrentKey(m_open);
}

void EnvironmentsPage::open(const QString &name, const QString &version)
{
    const Environment *environment = m_environments.find(name);
    if (!environment)
        return;
    m_open = name;
    m_detail->show(*environment, version);
    m_detailStack->showContent();
}

void EnvironmentsPage::startNew()
{
    leaving([this] {
        m_open.clear();
        m_table->setCurrentKey({});
        m_detail->startNew(names());
        m_detailStack->showContent();
    });
}

void EnvironmentsPage::startClone()
{
    if (m_open.isEmpty())
        return;
    leaving([this] {
        m_open.clear();
        m_table->setCurrentKey({});
        m_detail->startClone(names());
    });
}

void EnvironmentsPage::leaving(const std::function<void()> &then)
{
    if (!m_detail->hasChanges()) {
        then();
        return;
    }
    const QString name = m_detail->environment().name;
    m_confirm->ask(tr("What was written in %1 is not saved.").arg(name), tr("Discard changes"), [this, then] {
        m_detail->giveUp();
        then();
    });
}

QVariantMap EnvironmentsPage::saveState() const
{
    QVariantMap state = SplitPage::saveState();
    state.insert(u"table"_s, m_table->saveState());
    return state;
}

void EnvironmentsPage::restoreState(const QVariantMap &state)
{
    SplitPage::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toMap());
}

} // namespace Roost
