// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/catalogs/computesmodel.h"
#include "models/items/catalogs/environmentsmodel.h"
#include "models/items/submit/snapshotquery.h"
#include "models/items/submit/submission.h"
#include "models/items/submit/submitdraft.h"
#include "models/items/submit/submitmemory.h"
#include "models/items/workspace/topicquery.h"
#include "ui/pages/pageview.h"

#include <QTimer>

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

/// The submission wizard: steps at the left, the step's fields, a live summary at the right. Next always goes
/// on or says beside the fields what is missing. It begins with what was written last and not submitted; what
/// was written is kept until it is submitted, and something else takes its place only after a question.
class SubmitWizard : public PageView
{
    Q_OBJECT
public:
    SubmitWizard(Items::WorkspaceSession &session, Navigator &navigator, QWidget *parent = nullptr);
    ~SubmitWizard() override;

    Items::SubmitDraft &draft() { return m_draft; }
    /// A new run is wanted: as `prefill`, or, where that is empty, what is being written goes on.
    void offer(const Job &prefill);
    void goTo(Items::SubmitStep step);
    Items::SubmitStep step() const { return m_step; }
    void submit();
    /// Whether something stands here that was not submitted.
    bool isWritten() const;

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
    void makeReadings();
    QWidget *makeBody();
    void makeActions();
    void next();
    void back();
    void showState();
    void createCompute();
    void openJobFile();
    void saveJobFile();
    void startAfresh();
    void takeBack(const Job &job);
    void beginAnew();
    Items::SubmitStep firstStep() const;
    void sendOrAsk();
    void fillFolders();
    void replaceBy(std::function<void()> replacement);
    void take(const Job &job);
    void leaveFields();
    void say(const QString &text);
    void draftChanged();
    bool isSending() const { return m_submission.state() == Items::Submission::State::Working; }
    void refuse();
    void folderRead();
    void send();
    void submitted(const Run &run);
    void fillExperiments();

    Items::SubmitDraft m_draft;
    Items::Submission m_submission;
    Items::SubmitMemory m_memory;
    Items::SnapshotQuery m_stored;
    Job m_opened;
    Items::ComputesModel m_computes;
    Items::EnvironmentsModel m_environments;
    std::unique_ptr<Items::LiveQuery> m_computesReading;
    std::unique_ptr<Items::LiveQuery> m_environmentsReading;
    PendingReply<Page<Run>> m_experimentsQuestion;
    Items::SubmitStep m_step = Items::SubmitStep::Code;
    QTimer m_rememberTimer;
    // While the folder is looked at once more before it is sent: what was seen of it, for which job.
    std::optional<Snapshot::Listing> m_seen;
    Job m_seenFor;
    bool m_submitted = false;      // and not changed since
    QStringList m_acceptedSecrets; // files that are sent although they look like secrets, as a person said

    StepList *m_steps = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<StepView *> m_views;
    CodeStep *m_codeStep = nullptr;
    ReviewStep *m_reviewStep = nullptr;
    ErrorBar *m_error = nullptr;
    ConfirmBar *m_confirm = nullptr;
    Bar *m_notice = nullptr;
    WizardFooter *m_foot = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_afresh = nullptr;
    QList<QAction *> m_recent;
};

} // namespace Roost::Ui
