// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/homepage.h"

#include "models/items/base/format.h"
#include "ui/tables/tableview.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/skeleton.h"
#include "ui/workspace/card.h"
#include "ui/workspace/notebookcard.h"
#include "ui/workspace/samples.h"
#include "ui/workspace/storageview.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {
// Below this width, in pixels, there is one column instead of two.
constexpr int TwoColumns = 860;
constexpr int MostActive = 8; // rows shown without scrolling
constexpr qsizetype MostRecent = 8;
constexpr int EmptyHeight = 160;

void fitRows(TableView *table, int rows)
{
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + rows * Theme::rowHeight() + 2);
}
} // namespace

HomePage::HomePage(WorkspaceSession &session, Navigator &navigator, ActiveRuns &activeRuns, OpenWorkspaces &workspaces,
                   QWidget *parent)
    : PageView(session, navigator, parent)
    , m_activeRuns(activeRuns)
    , m_recent(&session)
    , m_openWorkspaces(workspaces)
    , m_workspaces(new WorkspaceList(workspaces))
    , m_create(new QAction(tr("New workspace…"), this))
    , m_open(new QAction(tr("Open workspace…"), this))
{
    setObjectName(u"homePage"_s);
    auto *content = new QWidget;
    content->setObjectName(u"homeContent"_s);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Edge);
    m_columns->setSpacing(Theme::Group);
    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::Group);
    left->addWidget(makeRunning());
    left->addWidget(makeRecent());
    left->addWidget(makeStart());
    left->addWidget(makeNotebook());
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(Theme::Group);
    right->addWidget(makeWorkspaces());
    right->addWidget(makeStorage());
    right->addStretch(1);
    m_columns->addLayout(left, 3);
    m_columns->addLayout(right, 2);

    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"homeScroll"_s);
    scroll->setAccessibleName(title());
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_error = new ErrorBar;
    m_error->setObjectName(u"homeError"_s);
    column->addWidget(m_error);
    column->addWidget(scroll);

    m_create->setObjectName(u"actionNewWorkspace"_s);
    m_open->setObjectName(u"actionOpenWorkspace"_s);
    connect(m_create, &QAction::triggered, m_workspaces, &WorkspaceList::createWorkspace);
    connect(m_open, &QAction::triggered, m_workspaces, &WorkspaceList::openFolder);
    connect(m_workspaces, &WorkspaceList::failed, this,
            [this](const Error &error) { this->navigator().notify(error); });
    connect(m_workspaces, &WorkspaceList::openWanted, this, &HomePage::openWanted);
    connect(&m_activeRuns, &ActiveRuns::changed, this, &HomePage::showRuns);
    connect(&m_recent, &LiveQuery::arrived, this, &HomePage::showRecent);
    connect(&this->session(), &WorkspaceSession::infoChanged, this, &HomePage::showInfo);
    connect(&this->session(), &WorkspaceSession::stateChanged, this, &HomePage::showRuns);
    connect(m_error, &ErrorBar::retry, this, [this] {
        // A workspace that could not be opened may require a password first.
        if (this->session().state() == WorkspaceSession::State::Failed)
            Q_EMIT openWanted(this->session().address());
        else
            this->session().refresh();
    });
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_model.tick(); });
    showRuns();
    showInfo();
}

QString HomePage::title() const
{
    return tr("Home");
}

QList<QAction *> HomePage::menuActions()
{
    return {m_open, m_create};
}

void HomePage::activate()
{
    m_clock.start();
    m_recent.setWatched(true);
    m_recent.refresh();
    m_notebook->hideToken();
}

void HomePage::deactivate()
{
    m_clock.stop();
    m_recent.setWatched(false);
}

bool HomePage::isLoaded() const
{
    return m_error->hasError() || (m_activeRuns.isKnown() && session().state() != WorkspaceSession::State::Connecting);
}

QVariantMap HomePage::saveState() const
{
    return m_table->saveState();
}

void HomePage::restoreState(const QVariantMap &state)
{
    m_table->restoreState(state);
}

void HomePage::resizeEvent(QResizeEvent *event)
{
    PageView::resizeEvent(event);
    m_columns->setDirection(width() < TwoColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget *HomePage::makeRunning()
{
    auto *card = new Card(tr("Running now"));
    m_runningHeader = card->header();
    auto *all = new QPushButton(tr("All runs"));
    all->setObjectName(u"allRuns"_s);
    connect(all, &QPushButton::clicked, this, [this] { navigator().go(Location::runs()); });
    m_runningHeader->addWidget(all);

    m_table = new TableView;
    m_table->setObjectName(u"activeRuns"_s);
    m_table->setAccessibleName(tr("Active runs"));
    m_table->setModel(&m_model);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index, Navigator::Where where) {
        navigator().go(Location::run(index.data(KeyRole).toString()), where);
    });
    m_none = new EmptyState(u"runs"_s, {});
    connect(m_none, &EmptyState::clicked, this, [this] { navigator().openWizard(); });
    m_running = new ContentStack(m_table, m_none);
    card->body()->addWidget(m_running);
    return card;
}

QWidget *HomePage::makeRecent()
{
    auto *card = new Card(tr("Recent runs"));
    m_recentPart = card;
    m_recentTable = new TableView;
    m_recentTable->setObjectName(u"recentRuns"_s);
    m_recentTable->setAccessibleName(tr("Runs that ended recently"));
    m_recentTable->setModel(&m_recentModel);
    m_recentTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_recentTable, &TableView::opened, this, [this](const QModelIndex &index, Navigator::Where where) {
        navigator().go(Location::run(index.data(KeyRole).toString()), where);
    });
    card->body()->addWidget(m_recentTable);
    card->hide();
    return card;
}

void HomePage::showRecent()
{
    QList<Run> ended;
    for (const Run &run : m_recent.model()->rows()) {
        if (isTerminal(run.status) && ended.size() < MostRecent)
            ended += run;
    }
    m_recentModel.setRows(ended);
    fitRows(m_recentTable, int(ended.size()));
    m_recentPart->setVisible(!ended.isEmpty());
    showRuns();
}

// The arrow keys of the page act on the first list that has rows.
void HomePage::chooseFocus(bool isQuiet)
{
    QWidget *main = isQuiet ? m_recentTable : m_table;
    if (focusProxy() != main)
        setFocusProxy(main);
}

QWidget *HomePage::makeStart()
{
    auto *card = new Card(tr("Start with a sample"));
    auto *rows = new QGridLayout;
    rows->setHorizontalSpacing(Theme::Group);
    rows->setVerticalSpacing(Theme::Step);
    rows->setColumnStretch(0, 1);
    addSample(rows, u"pytorch-birds"_s, u"runSample"_s, tr("PyTorch birds"),
              tr("A small network learns to tell turkeys from chickens, on pictures it draws itself."));
    addSample(rows, u"pytorch-ddp"_s, u"runSampleDdp"_s, tr("Distributed PyTorch"),
              tr("Two ranks train one network with DistributedDataParallel, over Gloo."));
    addSample(rows, u"mpi-average"_s, u"runSampleMpi"_s, tr("Distributed MPI"),
              tr("Two ranks average their gradients with mpi4py."));
    card->body()->addLayout(rows);
    m_samplesNote = new Label({}, Theme::Role::TextSecondary, Theme::Secondary);
    m_samplesNote->setObjectName(u"samplesNote"_s);
    m_samplesNote->setWordWrap(true);
    card->body()->addWidget(m_samplesNote);
    return card;
}

void HomePage::addSample(QGridLayout *rows, const QString &sample, const QString &name, const QString &title,
                         const QString &words)
{
    const int row = rows->rowCount();
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(new Label(title));
    auto *text = new Label(words, Theme::Role::TextSecondary);
    text->setWordWrap(true);
    column->addWidget(text);
    auto *button = new QPushButton(Theme::icon(u"play"_s), tr("Run…"));
    button->setObjectName(name);
    button->setAccessibleName(tr("Run the sample %1").arg(title));
    rows->addLayout(column, row, 0);
    rows->addWidget(button, row, 1, Qt::AlignVCenter);
    m_samples += button;
    connect(button, &QPushButton::clicked, this, [this, sample] { runSample(sample); });
}

QWidget *HomePage::makeNotebook()
{
    m_notebook = new NotebookCard([this] { return m_openWorkspaces.provider().trackingToken(session().address()); });
    connect(m_notebook, &NotebookCard::copied, this,
            [this] { navigator().notify(tr("The lines for MLflow clients are on the clipboard."), Notice::Done); });
    return m_notebook;
}

QWidget *HomePage::makeStorage()
{
    auto *card = new Card(tr("Storage"));
    m_storagePart = card;
    m_storage = new StorageView;
    card->body()->addWidget(m_storage);
    return card;
}

QWidget *HomePage::makeWorkspaces()
{
    auto *card = new Card(tr("Workspaces"));
    card->body()->addWidget(m_workspaces);
    return card;
}

void HomePage::showRuns()
{
    m_model.setRows(m_activeRuns.runs());
    const int count = int(m_activeRuns.runs().size());
    // If recent runs are listed, one line states that no run is active; an empty box would only move them down.
    const bool isQuiet = m_activeRuns.isKnown() && count == 0 && !m_recentPart->isHidden();
    m_runningHeader->setDetail(isQuiet ? tr("nothing") : count > 0 ? QString::number(count) : QString());
    chooseFocus(isQuiet); // before the focused widget may be hidden
    m_running->setVisible(!isQuiet);
    if (count > 0)
        fitRows(m_table, std::min(count, MostActive));
    m_running->setFixedHeight(count > 0 ? m_table->minimumHeight() : EmptyHeight);
    showState();
    if (!m_activeRuns.isKnown() && m_error->hasError())
        m_running->showNothing();
    else if (!m_activeRuns.isKnown())
        m_running->showLoading();
    else if (count == 0)
        m_running->showEmpty();
    else
        m_running->showContent();
}

void HomePage::showState()
{
    if (session().state() == WorkspaceSession::State::Failed)
        m_error->setError(tr("The workspace could not be opened."), session().error());
    else if (session().isShowingLastKnown())
        m_error->setStale(session().ageOfLastKnown());
    else if (!m_activeRuns.isKnown() && !m_activeRuns.error().text.isEmpty())
        m_error->setError(tr("The runs could not be read."), m_activeRuns.error());
    else
        m_error->clear();
    const QString why = session().whyNoNewRun();
    const bool starts = why.isEmpty();
    m_none->setSentence(starts ? tr("Nothing runs now. What you submit appears here.")
                               : tr("Nothing runs now. Runs that are started elsewhere appear here."));
    m_none->setButton(starts ? tr("New run…") : QString());
    for (QPushButton *sample : std::as_const(m_samples))
        sample->setEnabled(starts);
    m_samplesNote->setText(starts ? tr("Each takes under a minute on two cores. Nothing is downloaded.") : why);
}

void HomePage::showInfo()
{
    const WorkspaceInfo &info = session().info();
    m_notebook->setUri(info.trackingUri);
    m_storagePart->setVisible(!info.storage.isEmpty());
    m_storage->setStorage(info.storage);
    static_cast<Card *>(m_storagePart)->header()->setDetail(tr("%1 in all").arg(Format::bytes(m_storage->total())));
}

void HomePage::runSample(const QString &name)
{
    if (const auto job = sampleJob(name))
        navigator().openWizard(*job);
    else
        navigator().notify(tr("The sample is not installed beside this program."), Notice::Warning);
}

} // namespace Roost::Ui
