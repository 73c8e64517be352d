// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submitwizard.h"

#include "models/items/base/format.h"
#include "models/items/catalogs/catalogqueries.h"
#include "ui/compute/createcomputedialog.h"
#include "ui/submit/codestep.h"
#include "ui/submit/computestep.h"
#include "ui/submit/distributionstep.h"
#include "ui/submit/draftsettings.h"
#include "ui/submit/environmentstep.h"
#include "ui/submit/reviewstep.h"
#include "ui/submit/steplist.h"
#include "ui/submit/summarypanel.h"
#include "ui/submit/wizardfooter.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/mnemonic.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr auto rememberAfter = 800ms;

} // namespace

SubmitWizard::SubmitWizard(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : PageView(session, navigator, parent)
    , m_memory(draftsOf(session.address()))
    , m_stored(session)
{
    setObjectName("submitWizard"_L1);
    makeReadings();
    makeActions();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_error = new ErrorBar;
    m_error->setObjectName("submitError"_L1);
    m_confirm = new ConfirmBar;
    m_confirm->setObjectName("submitConfirm"_L1);
    m_notice = new Bar;
    m_notice->setObjectName("draftNotice"_L1);
    m_notice->hide();
    column->addWidget(m_error);
    column->addWidget(m_confirm);
    column->addWidget(m_notice);
    column->addWidget(makeBody(), 1);
    m_foot = new WizardFooter;
    column->addWidget(m_foot);

    connect(m_notice->addButton(tr("Clear form"), u"startAfresh"_s), &QPushButton::clicked, this,
            &SubmitWizard::startAfresh);
    connect(m_error, &ErrorBar::retry, this, &SubmitWizard::submit);
    connect(m_foot, &WizardFooter::backWanted, this, &SubmitWizard::back);
    connect(m_foot, &WizardFooter::nextWanted, this, &SubmitWizard::next);
    connect(&m_submission, &Submission::changed, this, &SubmitWizard::showState);
    connect(&m_submission, &Submission::submitted, this, &SubmitWizard::submitted);
    connect(&m_draft, &SubmitDraft::changed, this, &SubmitWizard::showState);
    connect(&m_draft, &SubmitDraft::listingChanged, this, &SubmitWizard::folderRead);
    connect(&m_draft, &SubmitDraft::changed, this, [this] { m_stored.setCode(m_draft.reusedSnapshot()); });

    if (const auto unfinished = m_memory.unfinished()) {
        m_draft.setJob(unfinished->job);
        say(tr("This is what was written %1 and not submitted.").arg(Format::relative(unfinished->when)));
    }
    m_opened = m_draft.job();
    m_rememberTimer.setSingleShot(true);
    m_rememberTimer.setInterval(rememberAfter);
    connect(&m_rememberTimer, &QTimer::timeout, this, [this] { m_memory.setUnfinished(m_draft.job()); });
    connect(&m_draft, &SubmitDraft::changed, this, &SubmitWizard::draftChanged);
    goTo(SubmitStep::Code);
}

SubmitWizard::~SubmitWizard()
{
    if (m_rememberTimer.isActive())
        m_memory.setUnfinished(m_draft.job());
    // The steps look at the draft until their end, and it is a member, gone before the children are.
    delete m_stack;
}

void SubmitWizard::makeReadings()
{
    m_computesReading = readComputes(session(), [this](const QList<Compute> &computes) {
        m_computes.setComputes(computes);
        m_draft.setComputes(computes);
    });
    m_environmentsReading = readEnvironments(session(), [this](const QList<Environment> &environments) {
        m_environments.setEnvironments(environments);
        m_draft.setEnvironments(environments);
    });
}

QWidget *SubmitWizard::makeBody()
{
    m_codeStep = new CodeStep(m_draft);
    auto *computeStep = new ComputeStep(m_draft, m_computes, *m_computesReading);
    m_reviewStep = new ReviewStep(m_draft, m_stored);
    m_views = {m_codeStep, computeStep, new EnvironmentStep(m_draft, m_environments, *m_environmentsReading),
               new DistributionStep(m_draft), m_reviewStep};
    m_stack = new QStackedWidget;
    m_stack->setObjectName("stepStack"_L1);
    for (StepView *view : std::as_const(m_views))
        m_stack->addWidget(view);
    m_steps = new StepList(m_draft);
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_steps);
    row->addWidget(m_stack, 1);
    row->addWidget(new SummaryPanel(m_draft));
    connect(m_steps, &StepList::stepWanted, this, &SubmitWizard::goTo);
    connect(m_reviewStep, &ReviewStep::stepWanted, this, [this](SubmitStep step) {
        goTo(step);
        m_views.at(int(step))->insist();
    });
    connect(computeStep, &ComputeStep::createWanted, this, &SubmitWizard::createCompute);
    return body;
}

void SubmitWizard::makeActions()
{
    m_open = new QAction(Theme::icon(u"folder-open"_s), tr("Open job.yml…"), this);
    m_open->setObjectName("openJobFile"_L1);
    m_open->setShortcut(QKeySequence::Open);
    m_open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_save = new QAction(Theme::icon(u"save"_s), tr("Save as job.yml…"), this);
    m_save->setObjectName("saveJobFile"_L1);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions({m_open, m_save});
    m_afresh = new QAction(Theme::icon(u"add"_s), tr("Clear form"), this);
    m_afresh->setObjectName("afresh"_L1);
    connect(m_open, &QAction::triggered, this, &SubmitWizard::openJobFile);
    connect(m_save, &QAction::triggered, this, &SubmitWizard::saveJobFile);
    connect(m_afresh, &QAction::triggered, this, &SubmitWizard::startAfresh);
    const QList<SubmitMemory::Entry> recent = m_memory.recent();
    for (const SubmitMemory::Entry &entry : recent) {
        const QString folder = entry.job.codePath.section(u'/', -1);
        auto *action =
            new QAction(Theme::icon(u"repeat"_s),
                        tr("As %1: %2, %3", "when: folder, command")
                            .arg(Format::relative(entry.when), Mnemonic::escaped(Format::isolated(folder)),
                                 Mnemonic::escaped(Format::isolated(Format::shortened(entry.job.command, 48)))),
                        this);
        action->setObjectName(u"recent%1"_s.arg(m_recent.size() + 1));
        connect(action, &QAction::triggered, this, [this, job = entry.job] { offer(job); });
        m_recent += action;
    }
}

QList<QAction *> SubmitWizard::headerActions()
{
    return {m_open, m_save};
}

QList<QAction *> SubmitWizard::menuActions()
{
    return QList<QAction *>{m_afresh} + m_recent;
}

void SubmitWizard::activate()
{
    for (LiveQuery *reading : {m_computesReading.get(), m_environmentsReading.get()}) {
        reading->setWatched(true);
        reading->refresh();
    }
    fillExperiments();
    fillFolders();
    if (!isWritten())
        beginAnew();
    // An empty form begins with its folder.
    if (m_step == SubmitStep::Code && m_draft.folder().isEmpty() && !m_draft.reusesSnapshot())
        m_codeStep->focusFolder();
}

void SubmitWizard::fillFolders()
{
    QStringList folders;
    const QList<SubmitMemory::Entry> recent = m_memory.recent();
    for (const SubmitMemory::Entry &entry : recent) {
        if (!entry.job.codePath.isEmpty() && !folders.contains(entry.job.codePath))
            folders += entry.job.codePath;
    }
    m_codeStep->setRecentFolders(folders);
    m_codeStep->setOriginalFolder(m_memory.folderOf(m_draft.reusedSnapshot()));
}

void SubmitWizard::changeEvent(QEvent *event)
{
    PageView::changeEvent(event);
    // Back from the editor or file manager where what was missing was made.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && isVisible())
        m_draft.refreshIfMissing();
}

void SubmitWizard::deactivate()
{
    m_computesReading->setWatched(false);
    m_environmentsReading->setWatched(false);
}

void SubmitWizard::refresh()
{
    PageView::refresh();
    m_draft.refreshListing();
}

int SubmitWizard::footHeight() const
{
    return m_foot->sizeHint().height();
}

bool SubmitWizard::walkErrors(int direction)
{
    return m_step == SubmitStep::Review && m_reviewStep->walkErrors(direction);
}

bool SubmitWizard::find()
{
    if (m_step != SubmitStep::Review)
        return false;
    m_reviewStep->find();
    return true;
}

void SubmitWizard::goTo(SubmitStep step)
{
    if (step != m_step)
        m_steps->markVisited(m_step);
    const bool wasInStep = m_stack->isAncestorOf(QApplication::focusWidget());
    m_step = step;
    m_stack->setCurrentIndex(int(step));
    m_steps->setCurrent(step);
    m_views.at(int(step))->enter();
    showState();
    // The last step has nothing to fill in: Return sends the run.
    if (step == SubmitStep::Review && wasInStep)
        m_foot->focusNext();
}

void SubmitWizard::next()
{
    if (m_step == SubmitStep::Review) {
        submit();
        return;
    }
    if (m_draft.blocks(m_step)) {
        m_steps->markVisited(m_step);
        m_views.at(int(m_step))->insist();
        m_foot->setText(tr("Something is missing here, see the fields."));
        return;
    }
    goTo(SubmitStep(int(m_step) + 1));
}

void SubmitWizard::back()
{
    if (m_step != SubmitStep::Code)
        goTo(SubmitStep(int(m_step) - 1));
}

void SubmitWizard::createCompute()
{
    auto *dialog = new CreateComputeDialog(session(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateComputeDialog::created, this, [this](const Compute &compute) {
        m_computesReading->refresh();
        m_draft.setCompute(compute.name);
    });
    dialog->open();
}

void SubmitWizard::fillExperiments()
{
    RunHistory *history = session().runHistory();
    if (!history)
        return;
    m_experimentsQuestion.watch(history->runs({}), [this](const Result<Page<Run>> &result) {
        // Without an answer the name is typed; nothing is lost.
        if (!result)
            return;
        QStringList names;
        for (const Run &run : result->items) {
            if (!run.experiment.isEmpty() && !names.contains(run.experiment))
                names += run.experiment;
        }
        m_codeStep->setExperiments(names);
    });
}

} // namespace Roost::Ui
