// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compute/createcomputedialog.h"

#include "ui/widgets/bar.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/textcombo.h"

#include <QCheckBox>
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

constexpr auto RequestInterval = 1500ms;
// If a cluster takes longer, the Compute page still follows it.
constexpr auto LongestWait = 30min;

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
    : FormDialog(u"createCompute"_s, tr("Create a compute"), parent)
    , m_session(session)
    , m_name(new QLineEdit)
    , m_size(new TextCombo(u"computeSize"_s))
    , m_minNodes(spinBox(u"minNodes"_s, 0, 1000, 0))
    , m_maxNodes(spinBox(u"maxNodes"_s, 1, 1000, 2))
    , m_idle(spinBox(u"idleMinutes"_s, 1, 24 * 60, 15))
    , m_lowPriority(new QCheckBox(tr("&Low priority: cheaper, but may be preempted")))
    , m_bar(new QProgressBar)
    , m_progress(new Label({}, Theme::Role::TextSecondary))
{
    addFields();
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress of the provisioning"));
    m_progress->setObjectName("createComputeProgress"_L1);
    m_progress->setWordWrap(true);
    addBelow(m_bar);
    addBelow(m_progress);
    m_bar->hide();
    m_progress->hide();
    addButtons(tr("&Create"));
    cancelButton().setText(tr("Cancel"));
    m_nextRequest.setSingleShot(true);
    m_nextRequest.setInterval(RequestInterval);
    connect(&m_nextRequest, &QTimer::timeout, this, &CreateComputeDialog::requestState);
    check();
}

void CreateComputeDialog::addFields()
{
    m_name->setObjectName("computeName"_L1);
    m_name->setPlaceholderText(u"cpu-cluster"_s);
    m_size->addItems({u"STANDARD_DS3_V2"_s, u"STANDARD_DS12_V2"_s, u"STANDARD_NC4AS_T4_V3"_s, u"STANDARD_NC6S_V3"_s,
                      u"STANDARD_NC24ADS_A100_V4"_s, u"STANDARD_ND96ASR_V4"_s});
    m_lowPriority->setObjectName("lowPriority"_L1);
    m_idle->setSuffix(tr(" min"));
    m_nameField = new FormField(tr("&Name"), m_name);
    m_nameField->setHint(tr("3 to 24 letters, digits and -."));
    addField(m_nameField);
    m_sizeField = new FormField(tr("&Size of a node"), m_size);
    m_sizeField->setHint(tr("A size of virtual machine that the workspace's region offers."));
    addField(m_sizeField);
    addNodeFields();
    form()->addWidget(m_lowPriority);
    connect(m_name, &QLineEdit::textEdited, this, &CreateComputeDialog::check);
    connect(m_size, &QComboBox::currentTextChanged, this, &CreateComputeDialog::check);
    connect(m_minNodes, &QSpinBox::valueChanged, this, &CreateComputeDialog::check);
    connect(m_maxNodes, &QSpinBox::valueChanged, this, &CreateComputeDialog::check);
}

void CreateComputeDialog::addNodeFields()
{
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
    addField(m_nodesField);
    // This machine has no sizes of virtual machines: a compute here is a number of simultaneous runs.
    if (!m_session.info().folder.isEmpty()) {
        for (QWidget *ofCloud : {static_cast<QWidget *>(m_sizeField), static_cast<QWidget *>(least),
                                 static_cast<QWidget *>(idle), static_cast<QWidget *>(m_lowPriority)})
            ofCloud->hide();
        m_nodesField->setHint(tr("Its runs use this machine and share its cores and memory, one for each node at a "
                                 "time."));
    }
}

Compute CreateComputeDialog::computeFromForm() const
{
    Compute compute;
    compute.name = m_name->text().trimmed();
    compute.type = Compute::ClusterType;
    compute.size = m_size->currentText().trimmed();
    compute.minNodes = m_minNodes->value();
    compute.maxNodes = m_maxNodes->value();
    compute.idleSeconds = qint64(m_idle->value()) * 60;
    compute.lowPriority = m_lowPriority->isChecked();
    return compute;
}

void CreateComputeDialog::check()
{
    const Compute compute = computeFromForm();
    QString name;
    if (compute.name.isEmpty())
        name = wasSubmitted() ? tr("Give the compute a name.") : QString();
    else
        name = whyNotAComputeName(compute.name);
    m_nameField->setProblem(name);
    m_sizeField->setProblem(compute.size.isEmpty() ? tr("Name a size.") : QString());
    m_nodesField->setProblem(
        compute.minNodes > compute.maxNodes ? tr("The minimum number of nodes exceeds the maximum.") : QString());
}

void CreateComputeDialog::send()
{
    ComputeCatalog *catalog = m_session.computes();
    if (!catalog) {
        errorBar().setError(tr("The compute cannot be created."),
                            {ErrorKind::Rejected, tr("This workspace has no compute."), {}});
        return;
    }
    const Compute compute = computeFromForm();
    setBusy(true);
    m_progress->setText(tr("Requesting %1…").arg(compute.name));
    m_request.watch(catalog->create(compute), [this](const Result<Compute> &result) {
        if (!result) {
            setBusy(false);
            errorBar().setError(tr("The compute could not be created."), result.error());
            return;
        }
        m_provisioning = {result->name, std::chrono::steady_clock::now()};
        m_session.pollNow();
        Q_EMIT created(*result);
        show(*result);
    });
}

void CreateComputeDialog::retry()
{
    if (m_provisioning)
        requestState();
    else
        submit();
}

void CreateComputeDialog::requestState()
{
    ComputeCatalog *catalog = m_session.computes();
    if (!catalog || !m_provisioning)
        return;
    errorBar().clear();
    setBusy(true);
    m_request.watch(catalog->compute(m_provisioning->name),
                    [this, name = m_provisioning->name](const Result<Compute> &result) {
                        if (result) {
                            show(*result);
                            return;
                        }
                        if (result.error().mayPass()) {
                            m_nextRequest.start();
                            return;
                        }
                        setBusy(false);
                        errorBar().setError(tr("The state of %1 could not be read.").arg(name), result.error());
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
        m_provisioning.reset();
        errorBar().setError(tr("%1 could not be created.").arg(compute.name),
                            {ErrorKind::Failed, compute.errors.join(u' '), {}});
        return;
    case ProvisioningState::Creating:
    case ProvisioningState::Updating:
    case ProvisioningState::Unknown:
        break;
    }
    const auto waited =
        std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now() - m_provisioning->since);
    if (waited > LongestWait) {
        m_bar->hide();
        m_progress->setText(tr("%1 is not ready yet. Follow it on the Compute page.").arg(compute.name));
        return;
    }
    m_progress->setText(tr("%1 is being provisioned, %2 s. You can close this window; the provisioning continues.")
                            .arg(compute.name)
                            .arg(waited.count()));
    cancelButton().setText(tr("Close"));
    m_nextRequest.start();
}

void CreateComputeDialog::setBusy(bool busy)
{
    FormDialog::setBusy(busy);
    m_bar->setVisible(busy);
    m_progress->setVisible(busy);
}

} // namespace Roost::Ui
