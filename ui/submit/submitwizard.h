// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/computesmodel.h"
#include "models/items/catalogs/environmentsmodel.h"
#include "models/items/submit/snapshotquery.h"
#include "models/items/submit/submitdraft.h"
#include "models/items/workspace/topicquery.h"
#include "ui/pages/pageview.h"
#include "ui/submit/draftautosave.h"
#include "ui/submit/runsubmitter.h"

#include <memory>

class QStackedWidget;

namespace Roost::Ui {

class Bar;
class CodeStep;
class ConfirmBar;
class ErrorBar;
class ReviewStep;
class StepList;
class StepView;
class WizardFooter;

/// The submission wizard: the steps at the left, the fields of the step, and a live summary at the right. Next always
/// continues, or shows beside the fields what is missing. The wizard opens with the last draft that was not submitted.
/// A draft is kept until it is submitted; the user is asked before another one replaces it.
class SubmitWizard : public PageView
{
    Q_OBJECT
public:
    SubmitWizard(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);
    ~SubmitWizard() override;

    Items::SubmitDraft &draft() { return m_draft; }
    /// Opens `prefill`; an empty job keeps the current draft.
    void offer(const Job &prefill);
    void goTo(Items::SubmitStep step);
    Items::SubmitStep step() const { return m_step; }
    void submit();
    /// Returns whether the draft has unsubmitted changes.
    bool isWritten() const { return m_autosave.hasChanges(); }

    QString title() const override { return tr("New run"); }
    QList<QAction *> headerActions() override;
    QList<QAction *> menuActions() override;
    void activate() override;
    void deactivate() override;
    int footHeight() const override;
    void refresh() override;
    bool walkErrors(int direction) override;
    bool find() override;
    bool mayLeave(const std::function<void()> &then) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeQueries();
    void makeBody();
    void makeActions();
    void connectSubmitter();
    void next();
    void back();
    void showState();
    void showNotice(const QString &text);
    void showProblems();
    void createCompute();
    void requestExperiments();
    void openJobFile();
    void saveJobFile();
    void clearForm();
    void open(const Job &job);
    void reopen(const Job &job);
    void confirmReplacing(std::function<void()> replacement);
    void markUntouched();
    void leaveFields();
    void onSubmitted(const Run &run);
    Items::SubmitStep firstStep() const;

    Items::SubmitDraft m_draft;
    DraftAutosave m_autosave;
    Items::SnapshotQuery m_stored;
    Items::ComputesModel m_computes;
    Items::EnvironmentsModel m_environments;
    std::unique_ptr<Items::LiveQuery> m_computesQuery;
    std::unique_ptr<Items::LiveQuery> m_environmentsQuery;
    PendingReply<Page<Run>> m_experimentsRequest;
    Items::SubmitStep m_step = Items::SubmitStep::Code;

    ErrorBar *m_error;
    ConfirmBar *m_confirm;
    Bar *m_notice;
    WizardFooter *m_foot;
    RunSubmitter m_submitter;
    StepList *m_steps = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<StepView *> m_views;
    CodeStep *m_codeStep = nullptr;
    ReviewStep *m_reviewStep = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_clearAction = nullptr;
    QList<QAction *> m_recent;
    std::unique_ptr<QWidget> m_body; // last: its widgets use the draft and the models above until they are destroyed
};

} // namespace Roost::Ui
