// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/notebookcard.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QToolButton>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLines = 3;

QString masked()
{
    return QString(16, u'•');
}

} // namespace

NotebookCard::NotebookCard(std::function<QString()> token, QWidget *parent)
    : Card(tr("Log from a notebook"), parent)
    , m_token(std::move(token))
    , m_form(new QComboBox)
    , m_show(new QToolButton)
    , m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Copy")))
    , m_secret(new Label({}, Theme::Role::TextSecondary))
{
    auto *text =
        new Label(tr("A script or notebook with these lines logs to this workspace through the MLflow client."),
                  Theme::Role::TextSecondary);
    text->setWordWrap(true);
    body()->addWidget(text);
    m_form->setObjectName(u"trackingForm"_s);
    m_form->setAccessibleName(tr("Form of the lines"));
    m_form->addItem(tr("Python"), int(TrackingForm::Python));
    m_form->addItem(tr("Shell"), int(TrackingForm::Shell));
    m_show->setObjectName(u"showTrackingToken"_s);
    m_show->setIcon(Theme::icon(u"eye"_s));
    m_show->setCheckable(true);
    m_show->setAutoRaise(true);
    m_show->setFocusPolicy(Qt::TabFocus);
    m_show->setToolTip(tr("Show the token"));
    m_show->setAccessibleName(tr("Show the token"));
    m_copy->setObjectName(u"copyTrackingLines"_s);
    m_copy->setAccessibleName(tr("Copy the lines for MLflow clients"));
    m_copy->setToolTip(tr("Copy all lines, with the token"));
    auto *controls = new QHBoxLayout;
    controls->setSpacing(Theme::Step);
    controls->addWidget(m_form);
    controls->addStretch(1);
    controls->addWidget(m_show);
    controls->addWidget(m_copy);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(Theme::Step);
    for (int i = 0; i < MostLines; ++i) {
        auto *line = new ElidedLabel;
        line->setObjectName(u"trackingLine%1"_s.arg(i));
        line->setFont(Theme::fixedFont());
        line->setElide(Qt::ElideMiddle);
        line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        lines->addWidget(line);
        m_lines += line;
    }
    body()->addLayout(lines);
    body()->addLayout(controls);
    m_secret->setObjectName(u"trackingSecret"_s);
    m_secret->setWordWrap(true);
    m_secret->setText(tr("Keep the token secret: whoever has it can read and change this workspace. It holds until you "
                         "log out or restart this computer."));
    body()->addWidget(m_secret);
    connect(m_form, &QComboBox::currentIndexChanged, this, &NotebookCard::showLines);
    connect(m_show, &QToolButton::toggled, this, &NotebookCard::showLines);
    connect(m_copy, &QPushButton::clicked, this, &NotebookCard::copy);
    showLines();
}

void NotebookCard::setUri(const QString &uri)
{
    m_uri = uri;
    showLines();
}

void NotebookCard::hideToken()
{
    m_show->setChecked(false);
    showLines();
}

TrackingForm NotebookCard::form() const
{
    return TrackingForm(m_form->currentData().toInt());
}

void NotebookCard::showLines()
{
    const bool isKnown = !m_uri.isEmpty();
    const QString token = isKnown ? m_token() : QString();
    const QString shown = token.isEmpty() || m_show->isChecked() ? token : masked();
    const QStringList lines = isKnown ? trackingLines(form(), m_uri, shown) : QStringList{tr("Not known yet")};
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        m_lines.at(i)->setText(lines.value(i));
        m_lines.at(i)->setRole(isKnown ? Theme::Role::Text : Theme::Role::TextSecondary);
        m_lines.at(i)->setVisible(i < lines.size());
    }
    m_form->setEnabled(isKnown);
    m_copy->setEnabled(isKnown);
    m_show->setVisible(!token.isEmpty());
    m_secret->setVisible(!token.isEmpty());
}

void NotebookCard::copy()
{
    QGuiApplication::clipboard()->setText(trackingLines(form(), m_uri, m_token()).join(u'\n') + u'\n');
    showLines();
    Q_EMIT copied();
}

} // namespace Roost::Ui
