// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/submitwizard.h"

#include "models/items/base/format.h"
#include "models/items/catalogs/catalogqueries.h"
#include "ui/compute/createcomputedialog.h"
#include "ui/submit/codestep.h"
#include "ui/submit/computestep.h"
#include "ui/submit/distributionstep.h"
#include "ui/submit/environmentstep.h"
#include "ui/submit/reviewstep.h"
#include "ui/submit/steplist.h"
#include "ui/submit/steptitle.h"
#include "ui/submit/summarypanel.h"
#include "ui/submit/wizardfooter.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/mnemonic.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

SubmitWizard::SubmitWizard(WorkspaceSession &session, Navigator &navigator, QWidget *parent)
    : PageView(session, navigator, parent)
    , m_autosave(m_draft, session.address())
    , m_stored(session)
    , m_error(new ErrorBar)
    , m_confirm(new ConfirmBar)
    , m_notice(new Bar)
    , m_foot(new WizardFooter)
    , m_submitter(m_draft, session, *m_confirm)
{
    setObjectName("submitWizard"_L1);
    makeQueries();
    makeActions();
    m_error->setObjectName("submitError"_L1);
    m_confirm->setObjectName("submitConfirm"_L1);
    m_notice->setObjectName("draftNotice"_L1);
    m_notice->hide();
    makeBody();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_confirm);
    column->addWidget(m_notice);
    column->addWidget(m_body.get(), 1);
    column->addWidget(m_foot);

    connect(m_notice->addButton(tr("Clear form"), u"clearForm"_s), &QPushButton::clicked, this,
            &SubmitWizard::clearForm);
    connect(m_error, &ErrorBar::retry, this, &SubmitWizard::submit);
    connect(m_foot, &WizardFooter::backWanted, this, &SubmitWizard::back);
    connect(m_foot, &WizardFooter::nextWanted, this, &SubmitWizard::next);
    connect(&m_draft, &SubmitDraft::changed, this, &SubmitWizard::showState);
    connect(&m_draft, &SubmitDraft::changed, this, [this] { m_stored.setCode(m_draft.reusedSnapshot()); });
    connect(&m_autosave, &DraftAutosave::changedAgain, m_notice, &QWidget::hide);
    connectSubmitter();
    if (const auto when = m_autosave.restore())
        showNotice(tr("This draft was written %1 and not submitted.").arg(Format::relative(*when)));
    goTo(SubmitStep::Code);
}

SubmitWizard::~SubmitWizard() = default;

void SubmitWizard::connectSubmitter()
{
    connect(&m_submitter, &RunSubmitter::changed, this, &SubmitWizard::showState);
    connect(&m_submitter, &RunSubmitter::began, this, [this] {
        m_confirm->hide();
        m_error->clear();
    });
    connect(&m_submitter, &RunSubmitter::unavailable, this,
            [this](const Error &error) { m_error->setError(tr("The run cannot be submitted."), error); });
    connect(&m_submitter, &RunSubmitter::refused, this, &SubmitWizard::showProblems);
    connect(&m_submitter, &RunSubmitter::sending, this, [this](const std::shared_ptr<LongWork> &work) {
        this->navigator().track(work);
        m_foot->setWork(work);
        showState();
    });
    connect(&m_submitter, &RunSubmitter::submitted, this, &SubmitWizard::onSubmitted);
}

void SubmitWizard::makeQueries()
{
    m_computesQuery = readComputes(session(), [this](const QList<Compute> &computes) {
        m_computes.setComputes(computes);
        m_draft.setComputes(computes);
    });
    m_environmentsQuery = readEnvironments(session(), [this](const QList<Environment> &environments) {
        m_environments.setEnvironments(environments);
        m_draft.setEnvironments(environments);
    });
}

void SubmitWizard::makeBody()
{
    m_codeStep = new CodeStep(m_draft);
    auto *computeStep = new ComputeStep(m_draft, m_computes, *m_computesQuery);
    m_reviewStep = new ReviewStep(m_draft, m_stored);
    m_views = {m_codeStep, computeStep, new EnvironmentStep(m_draft, m_environments, *m_environmentsQuery),
               new DistributionStep(m_draft), m_reviewStep};
    m_stack = new QStackedWidget;
    m_stack->setObjectName("stepStack"_L1);
    for (StepView *view : std::as_const(m_views))
        m_stack->addWidget(view);
    m_steps = new StepList(m_draft);
    m_body = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(m_body.get());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_steps);
    row->addWidget(m_stack, 1);
    row->addWidget(new SummaryPanel(m_draft));
    connect(m_steps, &StepList::stepWanted, this, &SubmitWizard::goTo);
    connect(m_reviewStep, &ReviewStep::stepWanted, this, [this](SubmitStep step) {
        goTo(step);
        m_views.at(int(step))->showAllProblems();
    });
    connect(computeStep, &ComputeStep::createWanted, this, &SubmitWizard::createCompute);
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
    m_clearAction = new QAction(Theme::icon(u"add"_s), tr("Clear form"), this);
    m_clearAction->setObjectName("clearFormAction"_L1);
    connect(m_open, &QAction::triggered, this, &SubmitWizard::openJobFile);
    connect(m_save, &QAction::triggered, this, &SubmitWizard::saveJobFile);
    connect(m_clearAction, &QAction::triggered, this, &SubmitWizard::clearForm);
    const QList<SubmitMemory::Entry> recent = m_autosave.recent();
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
    return QList<QAction *>{m_clearAction} + m_recent;
}

void SubmitWizard::activate()
{
    for (LiveQuery *query : {m_computesQuery.get(), m_environmentsQuery.get()}) {
        query->setWatched(true);
        query->refresh();
    }
    requestExperiments();
    m_codeStep->setRecentFolders(m_autosave.recentFolders());
    m_codeStep->setOriginalFolder(m_autosave.folderOf(m_draft.reusedSnapshot()));
    if (!isWritten())
        markUntouched();
    // The first field to fill in an empty form is the folder.
    if (m_step == SubmitStep::Code && m_draft.folder().isEmpty() && !m_draft.reusesSnapshot())
        m_codeStep->focusFolder();
}

void SubmitWizard::changeEvent(QEvent *event)
{
    PageView::changeEvent(event);
    // When the window becomes active, a missing file may have been created in an editor meanwhile.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && isVisible())
        m_draft.refreshIfMissing();
}

void SubmitWizard::deactivate()
{
    m_computesQuery->setWatched(false);
    m_environmentsQuery->setWatched(false);
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
    // The last step has no field to fill in; Return submits the run.
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
        m_views.at(int(m_step))->showAllProblems();
        m_foot->setText(tr("Some fields need attention."));
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
        m_computesQuery->refresh();
        m_draft.setCompute(compute.name);
    });
    dialog->open();
}

void SubmitWizard::requestExperiments()
{
    RunHistory *history = session().runHistory();
    if (!history)
        return;
    m_experimentsRequest.watch(history->runs({}), [this](const Result<Page<Run>> &result) {
        // The names are only suggestions; without them the user types the name.
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

void SubmitWizard::openJobFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a job file"), m_draft.folder(), tr("Job files (*.yml *.yaml)"));
    if (path.isEmpty())
        return;
    confirmReplacing([this, path] {
        leaveFields();
        if (const auto opened = m_draft.openJobFile(path); !opened) {
            navigator().notify(opened.error());
            return;
        }
        m_notice->hide();
        const bool broken = !m_draft.problemText(SubmitField::JobText).isEmpty();
        goTo(broken ? SubmitStep::Review : firstStep());
        if (broken)
            m_reviewStep->showJobText();
    });
}

void SubmitWizard::saveJobFile()
{
    const QString start = m_draft.folder().isEmpty() ? u"job.yml"_s : QString(m_draft.folder() + "/job.yml"_L1);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the job"), start, tr("Job files (*.yml *.yaml)"));
    if (path.isEmpty())
        return;
    if (const auto saved = m_draft.saveJobFile(path); !saved)
        navigator().notify(saved.error());
    else
        navigator().notify(tr("Saved %1").arg(path), Notice::Done);
}

void SubmitWizard::offer(const Job &prefill)
{
    if (prefill == Job{} || prefill == m_draft.job()) {
        if (m_autosave.isSubmitted() && !m_submitter.isSending())
            open(prefill);
        return;
    }
    if (m_submitter.isSending()) {
        navigator().notify(tr("A run is being sent. Wait until it is submitted or cancel it, then start the next one."),
                           Notice::Warning);
        return;
    }
    confirmReplacing([this, prefill] { open(prefill); });
}

// The user must confirm first if unsubmitted input would be lost.
void SubmitWizard::confirmReplacing(std::function<void()> replacement)
{
    if (!m_autosave.hasUnsubmitted())
        replacement();
    else
        m_confirm->showQuestion(tr("This draft was not submitted. Replace it?"), tr("Replace"), std::move(replacement),
                                tr("Go on editing"));
}

void SubmitWizard::clearForm()
{
    const Job written = m_draft.job();
    const bool loses = m_autosave.hasUnsubmitted();
    open({});
    if (!loses)
        return;
    navigator().notify(tr("The draft was discarded."), Notice::Info, tr("Undo"), [wizard = QPointer(this), written] {
        if (wizard && !wizard->m_submitter.isSending())
            wizard->reopen(written);
    });
}

void SubmitWizard::reopen(const Job &job)
{
    open({});
    m_draft.setJob(job);
    navigator().openWizard();
}

// The draft is saved as a job for the next start, and text with an error cannot be saved as one.
bool SubmitWizard::mayLeave(const std::function<void()> &then)
{
    if (!m_draft.isJobTextInvalid())
        return true;
    goTo(SubmitStep::Review);
    m_reviewStep->showJobText();
    m_confirm->showQuestion(
        tr("The text of job.yml has an error, so it cannot be saved for later."), tr("Discard changes"),
        [this, then] {
            m_draft.setJob(m_draft.job());
            then();
        },
        tr("Go on editing"));
    return false;
}

void SubmitWizard::open(const Job &job)
{
    m_notice->hide();
    m_confirm->hide();
    leaveFields();
    m_autosave.replace(job);
    m_codeStep->setOriginalFolder(m_autosave.folderOf(m_draft.reusedSnapshot()));
    goTo(firstStep());
    markUntouched();
}

// A complete form opens at its review; a run that is submitted again opens at the first step, since the user wants to
// change something.
SubmitStep SubmitWizard::firstStep() const
{
    return m_draft.isFilledIn() && !m_draft.reusesSnapshot() ? SubmitStep::Review : SubmitStep::Code;
}

// The user has not edited the form yet, so no field shows a problem.
void SubmitWizard::markUntouched()
{
    m_steps->markUntouched();
    for (StepView *view : std::as_const(m_views))
        view->markUntouched();
    if (m_step != SubmitStep::Review)
        return;
    const QList<SubmitStep> steps = submitSteps();
    for (const SubmitStep step : steps.first(int(SubmitStep::Review)))
        m_steps->markVisited(step);
}

// A focused field keeps its text when the draft changes; without the focus it shows the new value.
void SubmitWizard::leaveFields()
{
    setFocus(Qt::OtherFocusReason);
}

void SubmitWizard::showNotice(const QString &text)
{
    m_notice->setMessage(Tone::Neutral, u"info"_s, text);
    m_notice->show();
}

void SubmitWizard::submit()
{
    m_submitter.submit();
}

void SubmitWizard::showProblems()
{
    if (m_step != SubmitStep::Review)
        goTo(SubmitStep::Review);
    m_reviewStep->showAllProblems();
    m_foot->setText(m_draft.isListing() ? m_draft.problemText(SubmitField::Folder)
                                        : tr("Some fields need attention, see the list above."));
}

void SubmitWizard::showState()
{
    const bool sending = m_submitter.isSending();
    for (QWidget *part : std::initializer_list<QWidget *>{m_confirm, m_notice, m_steps, m_stack})
        part->setEnabled(!sending);
    for (QAction *action : menuActions() + headerActions())
        action->setEnabled(!sending || action == m_save);
    m_foot->show(m_step, sending);
    if (m_submitter.isListing())
        m_foot->setText(tr("Reading the folder once more…"));
    if (m_submitter.hasFailed() && !m_error->hasError())
        m_error->setError(tr("The run could not be submitted."), m_submitter.error());
    else if (!m_submitter.hasFailed() && m_error->hasError())
        m_error->clear();
}

void SubmitWizard::onSubmitted(const Run &run)
{
    m_confirm->hide();
    m_autosave.setSubmitted(run);
    showNotice(tr("This run was submitted. Submitting again creates another run."));
    session().pollNow();
    navigator().go(Location::run(run.id));
}

} // namespace Roost::Ui
