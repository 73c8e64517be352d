// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/failurecard.h"

#include "models/items/tone.h"
#include "ui/parts/label.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace Roost {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ShownLines = 9;

QString outcomeText(const Run &run)
{
    const auto rank = firstFailure(run);
    if (!rank)
        return {};
    const QString who =
        run.ranks.size() > 1 ? FailureCard::tr("Rank %1").arg(rank->rank) : FailureCard::tr("The process");
    if (rank->signal)
        return FailureCard::tr("%1 was ended by signal %2.").arg(who).arg(*rank->signal);
    return FailureCard::tr("%1 ended with exit code %2.").arg(who).arg(*rank->exitCode);
}

} // namespace

FailureCard::FailureCard(RunDocument *run, QWidget *parent)
    : QFrame(parent)
    , m_run(run)
    , m_cause(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold, this))
    , m_where(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
    , m_lines(new Label({}, Theme::Role::Text, 1.0, QFont::Normal, this))
    , m_open(new QPushButton(Theme::icon(u"logs"_s), tr("Open the log there"), this))
{
    setObjectName(u"failureCard"_s);
    setAccessibleName(tr("Why the run failed"));
    m_cause->setObjectName(u"failureCause"_s);
    m_lines->setObjectName(u"failureLines"_s);
    for (Label *label : {m_cause, m_where, m_lines}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_cause->setWordWrap(true);
    m_lines->setFont(Theme::fixedFont());
    m_lines->setWordWrap(true);
    m_lines->setAccessibleName(tr("The end of the log"));
    m_open->setObjectName(u"failureOpenLog"_s);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_log)
            Q_EMIT logWanted(m_log->path(), m_line);
    });
    auto *again = new QPushButton(Theme::icon(u"repeat"_s), tr("Resubmit with changes"), this);
    again->setObjectName(u"failureResubmit"_s);
    connect(again, &QPushButton::clicked, this, &FailureCard::resubmitWanted);
    auto *copy = new QPushButton(Theme::icon(u"copy"_s), tr("Copy"), this);
    copy->setObjectName(u"failureCopy"_s);
    copy->setToolTip(tr("Copy the cause and the end of the log"));
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_cause->text() + u'\n' + m_where->text() + u"\n\n"_s + m_lines->text());
    });

    auto *icon = new QLabel(this);
    icon->setPixmap(Theme::icon(u"state-failed"_s, Theme::Role::Failed).pixmap(Theme::IconSize, Theme::IconSize));
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Inside);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addWidget(m_cause, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::Inside);
    buttons->addWidget(m_open);
    buttons->addWidget(again);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Group, Theme::Inside + Theme::Step, Theme::Group, Theme::Inside + Theme::Step);
    column->setSpacing(Theme::Inside);
    column->addLayout(head);
    column->addWidget(m_where);
    column->addWidget(m_lines);
    column->addLayout(buttons);

    connect(run, &RunDocument::runChanged, this, &FailureCard::refresh);
    connect(run, &RunDocument::logsChanged, this, &FailureCard::refresh);
    refresh();
}

void FailureCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Theme::tint(Theme::Role::Failed, 0.5));
    painter.setBrush(Theme::tint(Theme::Role::Failed, 0.06));
    painter.drawRoundedRect(area, Theme::Radius, Theme::Radius);
}

void FailureCard::refresh()
{
    const Run &run = m_run->run();
    setVisible(m_run->hasContent() && run.status == RunStatus::Failed);
    if (!m_run->hasContent() || run.status != RunStatus::Failed)
        return;
    m_cause->setText(run.errorText.isEmpty() ? tr("The run failed.") : run.errorText);
    const QString path = failingLog(run, m_run->logPaths());
    QStringList where{outcomeText(run), path};
    where.removeAll(QString());
    m_where->setText(where.join(u"  ·  "_s));
    m_where->setVisible(!where.isEmpty());
    m_open->setVisible(!path.isEmpty());
    if (path.isEmpty()) {
        m_lines->hide();
        return;
    }
    if (m_log && m_log->path() == path)
        return;
    m_log = std::make_unique<RunLog>(m_run, path);
    connect(m_log->document(), &LogDocument::grown, this, &FailureCard::readEnd);
    connect(m_log->document(), &LogDocument::stateChanged, this, &FailureCard::readEnd);
    readEnd();
}

void FailureCard::readEnd()
{
    LogDocument *document = m_log->document();
    m_lines->setVisible(document->lineCount() > 0);
    if (document->lineCount() == 0 || document->state() == LogDocument::State::Reading)
        return;
    const auto &errors = document->errorLines();
    // The last error is what ended it; without one, the last words.
    const LineNumber last = errors.empty() ? LineNumber{document->lineCount() - 1} : errors.back();
    const LineNumber first{std::max<qint64>(0, last.value - ShownLines + 1)};
    m_line = last;
    m_reading.ask(document->text(first, last), [this](Result<QString> text) {
        if (!text)
            return;
        QStringList lines = text->split(u'\n');
        for (QString &line : lines) {
            if (line.size() > 400)
                line = line.first(400) + u'…';
        }
        while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
            lines.removeFirst();
        m_lines->setText(lines.join(u'\n'));
    });
}

QString FailureCard::logLines() const
{
    return m_lines->text();
}

} // namespace Roost
