// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compute/createcomputedialog.h"

#include "ui/widgets/bar.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/textcombo.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr auto askAgainAfter = 1500ms;
// If a cluster takes longer, the Compute page still follows it.
constexpr qint64 patienceSeconds = 30 * 60;

QSpinBox *spinBox(const QString &name, int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

} // namespace

CreateComputeDialog::CreateComputeDialog(WorkspaceSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_name(new QLineEdit)
    , m_size(new TextCombo(u"computeSize"_s))
    , m_minNodes(spinBox(u"minNodes"_s, 0, 1000, 0))
    , m_maxNodes(spinBox(u"maxNodes"_s, 1, 1000, 2))
    , m_idle(spinBox(u"idleMinutes"_s, 1, 24 * 60, 15))
    , m_lowPriority(new QCheckBox(tr("&Low priority: cheaper, but may be preempted")))
    , m_form(new QWidget)
    , m_error(new ErrorBar)
    , m_bar(new QProgressBar)
    , m_progress(new Label({}, Theme::Role::TextSecondary))
{
    setObjectName("createComputeDialog"_L1);
    setWindowTitle(tr("Create a compute"));
    setMinimumWidth(480);
    makeFields();
    m_error->setObjectName("createComputeError"_L1);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress of the provisioning"));
    m_bar->hide();
    m_progress->setObjectName("createComputeProgress"_L1);
    m_progress->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    m_create = buttons->addButton(tr("&Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName("createComputeButton"_L1);
    m_create->setProperty("primary", true);
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_close->setText(tr("Cancel"));
    m_close->setObjectName("closeButton"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Theme::Group);
    column->setSpacing(Theme::Group);
    column->addWidget(m_error);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(Theme::Edge, Theme::Inside, Theme::Edge, 0);
    inner->setSpacing(Theme::Group);
    inner->addWidget(m_form);
    inner->addWidget(m_bar);
    inner->addWidget(m_progress);
    inner->addWidget(buttons);
    column->addLayout(inner, 1);
    m_progress->hide();
    m_next.setSingleShot(true);
    m_next.setInterval(askAgainAfter);
    connect(&m_next, &QTimer::timeout, this, &CreateComputeDialog::watch);
    connect(m_create, &QPushButton::clicked, this, &CreateComputeDialog::create);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_error, &ErrorBar::retry, this, [this] { m_created.isEmpty() ? create() : watch(); });
    check();
}

void CreateComputeDialog::makeFields()
{
    m_name->setObjectName("computeName"_L1);
    m_name->setPlaceholderText(u"cpu-cluster"_s);
    m_size->addItems({u"STANDARD_DS3_V2"_s, u"STANDARD_DS12_V2"_s, u"STANDARD_NC4AS_T4_V3"_s, u"STANDARD_NC6S_V3"_s,
                      u"STANDARD_NC24ADS_A100_V4"_s, u"STANDARD_ND96ASR_V4"_s});
    m_lowPriority->setObjectName("lowPriority"_L1);
    m_idle->setSuffix(tr(" min"));
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Group);
    m_nameField = new FormField(tr("&Name"), m_name);
    m_nameField->setHint(tr("3 to 24 letters, digits and -."));
    column->addWidget(m_nameField);
    m_sizeField = new FormField(tr("&Size of a node"), m_size);
    m_sizeField->setHint(tr("A size of virtual machine that the workspace's region offers."));
    column->addWidget(m_sizeField);
    auto *nodes = new QWidget;
    auto *row = new QHBoxLayout(nodes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Group);
    auto *least = new FormField(tr("Minimum n&odes"), m_minNodes);
    auto *most = new FormField(tr("Ma&ximum nodes"), m_maxNodes);
    auto *idle = new FormField(tr("&Idle timeout"), m_idle);
    row->addWidget(least, 1, Qt::AlignTop);
    row->addWidget(most, 1, Qt::AlignTop);
    row->addWidget(idle, 2, Qt::AlignTop);
    m_nodesField = new FormField({}, m_maxNodes, nodes);
    column->addWidget(m_nodesField);
    column->addWidget(m_lowPriority);
    // This machine has no sizes of virtual machines: a compute here is a number of simultaneous runs.
    if (!m_session.info().folder.isEmpty()) {
        for (QWidget *ofCloud : {static_cast<QWidget *>(m_sizeField), static_cast<QWidget *>(least),
                                 static_cast<QWidget *>(idle), static_cast<QWidget *>(m_lowPriority)})
            ofCloud->hide();
        m_nodesField->setHint(tr("Its runs go to this machine and share its cores and memory, one for each node at a "
                                 "time."));
    }
    connect(m_name, &QLineEdit::textEdited, this, &CreateComputeDialog::check);
    connect(m_size, &QComboBox::currentTextChanged, this, &CreateComputeDialog::check);
    connect(m_minNodes, &QSpinBox::valueChanged, this, &CreateComputeDialog::check);
    connect(m_maxNodes, &QSpinBox::valueChanged, this, &CreateComputeDialog::check);
}

// A problem below a field needs height that the dialog did not have when it was opened.
bool CreateComputeDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && height() < layout()->totalHeightForWidth(width()))
        resize(width(), layout()->totalHeightForWidth(width()));
    return done;
}

Compute CreateComputeDialog::wanted() const
{
    Compute compute;
    compute.name = m_name->text().trimmed();
    compute.type = u"AmlCompute"_s;
    compute.size = m_size->currentText().trimmed();
    compute.minNodes = m_minNodes->value();
    compute.maxNodes = m_maxNodes->value();
    compute.idleSeconds = qint64(m_idle->value()) * 60;
    compute.lowPriority = m_lowPriority->isChecked();
    return compute;
}

void CreateComputeDialog::check()
{
    const Compute compute = wanted();
    QString name;
    if (compute.name.isEmpty())
        name = m_tried ? tr("Give the compute a name.") : QString();
    else if (!whyNotAComputeName(compute.name).isEmpty())
        name = tr("3 to 24 letters, digits and -, a letter first, and not - and a number at the end.");
    m_nameField->setProblem(name);
    m_sizeField->setProblem(compute.size.isEmpty() ? tr("Name a size.") : QString());
    m_nodesField->setProblem(
        compute.minNodes > compute.maxNodes ? tr("More nodes are kept ready than there may be at most.") : QString());
}

void CreateComputeDialog::create()
{
    m_tried = true;
    check();
    for (const FormField *field : {m_nameField, m_sizeField, m_nodesField}) {
        if (!field->problem().isEmpty() || wanted().name.isEmpty()) {
            field->control()->setFocus();
            return;
        }
    }
    ComputeCatalog *catalog = m_session.computes();
    if (!catalog) {
        m_error->setError(tr("The compute cannot be created."),
                          {ErrorKind::Rejected, tr("This workspace has no compute."), {}});
        return;
    }
    m_error->clear();
    setBusy(true);
    m_progress->setText(tr("Requesting %1…").arg(wanted().name));
    m_question.watch(catalog->create(wanted()), [this](const Result<Compute> &result) {
        if (!result) {
            setBusy(false);
            m_error->setError(tr("The compute could not be created."), result.error());
            return;
        }
        m_created = result->name;
        m_startedAt = QDateTime::currentSecsSinceEpoch();
        m_session.quicken();
        Q_EMIT created(*result);
        show(*result);
    });
}

void CreateComputeDialog::watch()
{
    ComputeCatalog *catalog = m_session.computes();
    if (!catalog || m_created.isEmpty())
        return;
    m_error->clear();
    setBusy(true);
    m_question.watch(catalog->compute(m_created), [this](const Result<Compute> &result) {
        if (result) {
            show(*result);
            return;
        }
        if (result.error().mayPass()) {
            m_next.start();
            return;
        }
        setBusy(false);
        m_error->setError(tr("The state of %1 could not be read.").arg(m_created), result.error());
    });
}

void CreateComputeDialog::show(const Compute &compute)
{
    switch (compute.state) {
    case ProvisioningState::Succeeded:
        Q_EMIT created(compute);
        accept();
        return;
    case ProvisioningState::Failed:
    case ProvisioningState::Canceled:
    case ProvisioningState::Deleting:
        setBusy(false);
        m_created.clear();
        m_error->setError(tr("%1 could not be created.").arg(compute.name),
                          {ErrorKind::Failed, compute.errors.join(u' '), {}});
        return;
    case ProvisioningState::Creating:
    case ProvisioningState::Updating:
    case ProvisioningState::Unknown:
        break;
    }
    const qint64 seconds = QDateTime::currentSecsSinceEpoch() - m_startedAt;
    if (seconds > patienceSeconds) {
        m_bar->hide();
        m_progress->setText(tr("%1 is not ready yet. Follow it on the Compute page.").arg(compute.name));
        return;
    }
    m_progress->setText(
        tr("%1 is being made ready, %2 s. You may close this window; it goes on.").arg(compute.name).arg(seconds));
    m_close->setText(tr("Close"));
    m_next.start();
}

void CreateComputeDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_create->setEnabled(!busy);
    m_bar->setVisible(busy);
    m_progress->setVisible(busy);
}

} // namespace Roost::Ui
