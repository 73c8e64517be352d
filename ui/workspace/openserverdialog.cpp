// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/openserverdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"
#include "ui/workspace/servercheckview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;
using SignIn = ServerFacts::SignIn;

namespace {

constexpr int Width = 520;

QLineEdit *line(const QString &name, bool isSecret = false)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    if (isSecret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

bool isServerAddress(const QString &text)
{
    if (text == "databricks"_L1 || text.startsWith("databricks://"_L1))
        return true;
    const QUrl url(text, QUrl::StrictMode);
    const QStringList schemes{u"http"_s, u"https"_s, u"azureml"_s};
    return url.isValid() && !url.host().isEmpty() && schemes.contains(url.scheme());
}

// The line with a button that chooses a file.
FormField *fileField(const QString &label, QLineEdit *edit, const QString &action, const std::function<void()> &choose)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Inside);
    auto *button = new QPushButton(OpenServerDialog::tr("Choose…"));
    button->setObjectName(edit->objectName() + u"Choose"_s);
    button->setAccessibleName(action);
    button->setAutoDefault(false);
    layout->addWidget(edit, 1);
    layout->addWidget(button);
    QObject::connect(button, &QPushButton::clicked, edit, choose);
    return new FormField(label, edit, row);
}

QString whyNotAFile(const QString &name)
{
    if (name.isEmpty() || (QFileInfo(name).isFile() && QFileInfo(name).isReadable()))
        return {};
    return OpenServerDialog::tr("There is no readable file %1.").arg(name);
}

} // namespace

OpenServerDialog::OpenServerDialog(WorkspaceProvider &provider, const QString &address, QWidget *parent)
    : QDialog(parent)
    , m_provider(provider)
    , m_offers(new QComboBox)
    , m_address(line(u"serverAddress"_s))
    , m_how(new QComboBox)
    , m_user(line(u"serverUser"_s))
    , m_password(line(u"serverSignInPassword"_s, true))
    , m_token(line(u"serverToken"_s, true))
    , m_usesFiles(new QCheckBox(tr("Use &certificates of my own")))
    , m_authority(line(u"serverAuthority"_s))
    , m_certificate(line(u"serverClientCertificate"_s))
    , m_accepts(new QCheckBox)
    , m_check(new ServerCheckView)
{
    setObjectName(u"openServerDialog"_s);
    setWindowTitle(tr("Open an MLflow server"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Edge, Theme::Edge, Theme::Edge, Theme::Group);
    column->setSpacing(Theme::Group);
    column->setSizeConstraint(QLayout::SetFixedSize); // as high as the visible fields
    addFields(column);
    column->addWidget(makeButtons());
    connectFields();
    fill(address);
    showFields();
    m_address->selectAll();
    m_address->setFocus();
}

void OpenServerDialog::addFields(QVBoxLayout *column)
{
    m_offers->setObjectName(u"serverOffers"_s);
    m_how->setObjectName(u"serverSignIn"_s);
    m_usesFiles->setObjectName(u"serverUsesFiles"_s);
    m_accepts->setObjectName(u"serverAccepts"_s);
    m_accepts->setAccessibleName(tr("Accept this certificate"));
    m_how->addItem(tr("As MLflow's client does"), int(SignIn::Environment));
    m_how->addItem(tr("Without"), int(SignIn::None));
    m_how->addItem(tr("User name and password"), int(SignIn::Password));
    m_how->addItem(tr("Access token"), int(SignIn::Token));
    m_offersField = new FormField(tr("&Found on this machine"), m_offers);
    m_addressField = new FormField(tr("&Address"), m_address);
    m_addressField->setHint(tr("As in MLFLOW_TRACKING_URI, databricks://PROFILE, or an Azure tracking URI. The server "
                               "stores runs and models; it starts no runs."));
    m_howField = new FormField(tr("&Sign in"), m_how);
    m_userField = new FormField(tr("&User name"), m_user);
    m_passwordField = new FormField(tr("&Password"), m_password);
    m_tokenField = new FormField(tr("&Token"), m_token);
    m_authorityField = fileField(tr("Certificate a&uthority"), m_authority, tr("Choose the certificate authority"),
                                 [this] { chooseFile(m_authority, tr("Certificates of the authority")); });
    m_authorityField->setHint(tr("A PEM file. It is trusted for this server, beside the authorities of the system."));
    m_certificateField = fileField(tr("C&lient certificate"), m_certificate, tr("Choose the client certificate"),
                                   [this] { chooseFile(m_certificate, tr("Certificate and key")); });
    m_certificateField->setHint(tr("A PEM file with the certificate and its private key, if the server asks for one."));
    for (FormField *field : {m_offersField, m_addressField, m_howField, m_userField, m_passwordField, m_tokenField}) {
        field->setFixedWidth(Width);
        column->addWidget(field);
    }
    column->addWidget(m_usesFiles);
    for (FormField *field : {m_authorityField, m_certificateField}) {
        field->setFixedWidth(Width);
        column->addWidget(field);
    }
    m_check->setFixedWidth(Width);
    column->addWidget(m_check);
    m_accepts->hide();
    column->addWidget(m_accepts);
}

QDialogButtonBox *OpenServerDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"cancelServer"_s);
    m_test = buttons->addButton(tr("T&est"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(u"testServer"_s);
    m_test->setAutoDefault(false);
    auto *open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    open->setObjectName(u"openServer"_s);
    open->setProperty("primary", true);
    open->setDefault(true);
    connect(m_test, &QPushButton::clicked, this, &OpenServerDialog::test);
    connect(buttons, &QDialogButtonBox::accepted, this, &OpenServerDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void OpenServerDialog::connectFields()
{
    connect(m_offers, &QComboBox::activated, this, [this](int index) {
        const auto offers = m_provider.serverOffers();
        if (index <= 0 || index > offers.size())
            return;
        m_address->setText(offers.at(index - 1).address);
        m_how->setCurrentIndex(m_how->findData(int(offers.at(index - 1).signIn)));
        m_addressField->setProblem({});
        showFields();
        clearTest();
    });
    connect(m_how, &QComboBox::currentIndexChanged, this, &OpenServerDialog::showFields);
    connect(m_usesFiles, &QCheckBox::toggled, this, &OpenServerDialog::showFields);
    connect(m_address, &QLineEdit::textChanged, this, &OpenServerDialog::showFields);
    const QList<std::pair<QLineEdit *, FormField *>> lines{
        {m_address, m_addressField}, {m_user, m_userField},           {m_password, m_passwordField},
        {m_token, m_tokenField},     {m_authority, m_authorityField}, {m_certificate, m_certificateField}};
    for (const auto &[edit, field] : lines) {
        connect(edit, &QLineEdit::textEdited, this, [this, shown = field] {
            shown->setProblem({});
            clearTest();
        });
    }
    connect(m_how, &QComboBox::activated, this, &OpenServerDialog::clearTest);
}

void OpenServerDialog::fill(const QString &address)
{
    const auto offers = m_provider.serverOffers();
    m_offersField->setVisible(!offers.isEmpty());
    m_offers->addItem(tr("Choose…"));
    for (const ServerOffer &offer : offers)
        m_offers->addItem(offer.title);
    if (address.isEmpty()) {
        m_address->setText(u"http://127.0.0.1:5000"_s);
        return;
    }
    const ServerFacts facts = m_provider.serverFacts(address);
    QUrl url(address);
    m_user->setText(url.userName(QUrl::FullyDecoded));
    url.setUserInfo({});
    m_address->setText(address.startsWith("databricks"_L1) ? address : url.toString());
    m_how->setCurrentIndex(m_how->findData(int(m_user->text().isEmpty() ? facts.signIn : SignIn::Password)));
    m_authority->setText(facts.caFile);
    m_certificate->setText(facts.clientCertificateFile);
    m_usesFiles->setChecked(!facts.caFile.isEmpty() || !facts.clientCertificateFile.isEmpty());
    m_fingerprint = facts.acceptedFingerprint;
    m_accepts->setChecked(!m_fingerprint.isEmpty());
}

QString OpenServerDialog::address() const
{
    return m_address->text().trimmed();
}

ServerAccess OpenServerDialog::access() const
{
    ServerAccess access;
    access.facts.signIn = SignIn(m_how->currentData().toInt());
    if (m_usesFiles->isChecked() && m_usesFiles->isVisibleTo(this)) {
        access.facts.caFile = m_authority->text().trimmed();
        access.facts.clientCertificateFile = m_certificate->text().trimmed();
    }
    if (m_accepts->isChecked())
        access.facts.acceptedFingerprint = m_fingerprint;
    if (access.facts.signIn == SignIn::Password) {
        access.user = m_user->text().trimmed();
        access.password = m_password->text();
    } else if (access.facts.signIn == SignIn::Token) {
        access.token = m_token->text().trimmed();
    }
    return access;
}

bool OpenServerDialog::isComplete()
{
    const ServerAccess who = access();
    bool isComplete = true;
    const auto require = [&](FormField *field, const QString &problem) {
        const bool lacks = field->isVisibleTo(this) && !problem.isEmpty();
        field->setProblem(lacks ? problem : QString());
        if (lacks && std::exchange(isComplete, false))
            field->control()->setFocus();
    };
    require(m_addressField,
            isServerAddress(address())
                ? QString()
                : tr("Enter an address that starts with http://, https://, databricks:// or azureml://."));
    require(m_userField, who.user.isEmpty() ? tr("Enter the user name.") : QString());
    require(m_tokenField, who.token.isEmpty() ? tr("Enter the token.") : QString());
    require(m_authorityField, whyNotAFile(who.facts.caFile));
    require(m_certificateField, whyNotAFile(who.facts.clientCertificateFile));
    return isComplete;
}

void OpenServerDialog::accept()
{
    if (isComplete())
        QDialog::accept();
}

void OpenServerDialog::test()
{
    if (m_testing.isWaiting()) {
        clearTest();
        return;
    }
    if (!isComplete())
        return;
    m_test->setText(tr("Stop t&est"));
    const auto progress = [view = QPointer(m_check), owner = QPointer(this)](const ServerCheck &check) {
        if (view && owner && owner->m_testing.isWaiting())
            view->setCheck(check);
    };
    m_testing.watch(m_provider.checkServer(address(), access(), progress), [this](const Result<ServerCheck> &check) {
        m_test->setText(tr("T&est"));
        if (check)
            onTested(*check);
    });
}

void OpenServerDialog::onTested(const ServerCheck &check)
{
    m_check->setCheck(check);
    if (check.fingerprint.isEmpty())
        return;
    m_fingerprint = check.fingerprint;
    m_accepts->setChecked(false);
    const qsizetype half = check.fingerprint.size() / 2 + 1; // behind a colon
    m_accepts->setText(tr("Accept this certificate, %1.\nOnly do so if the server's administrator confirms the "
                          "fingerprint:\n%2\n%3")
                           .arg(check.certificate, check.fingerprint.first(half), check.fingerprint.sliced(half)));
    m_accepts->show();
}

// The result of a test says nothing about an address or a sign-in that was edited since.
void OpenServerDialog::clearTest()
{
    m_testing.cancel();
    m_test->setText(tr("T&est"));
    m_check->setCheck({});
}

void OpenServerDialog::chooseFile(QLineEdit *edit, const QString &title)
{
    const QString file = QFileDialog::getOpenFileName(this, title, QFileInfo(edit->text()).path(),
                                                      tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"));
    if (file.isEmpty())
        return;
    edit->setText(file);
    clearTest();
}

void OpenServerDialog::showFields()
{
    const auto how = SignIn(m_how->currentData().toInt());
    const bool isEncrypted = address().startsWith("https"_L1) || address().startsWith("databricks"_L1);
    m_userField->setVisible(how == SignIn::Password);
    m_passwordField->setVisible(how == SignIn::Password);
    m_tokenField->setVisible(how == SignIn::Token);
    m_usesFiles->setVisible(isEncrypted);
    m_authorityField->setVisible(isEncrypted && m_usesFiles->isChecked());
    m_certificateField->setVisible(isEncrypted && m_usesFiles->isChecked());
    m_howField->setHint(
        how == SignIn::Environment
            ? tr("By MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, ~/.mlflow/credentials, "
                 "MLFLOW_TRACKING_TOKEN or a profile of Databricks, if there are any; otherwise without.")
            : QString());
    const QString why = m_provider.whySecretsAreNotKept();
    const QString kept = why.isEmpty() ? tr("Roost keeps it in the keychain of your desktop.") : why;
    m_passwordField->setHint(kept);
    m_tokenField->setHint(kept);
}

} // namespace Roost::Ui
