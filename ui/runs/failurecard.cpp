// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/failurecard.h"

#include "models/cause/sentences.h"
#include "models/items/base/format.h"
#include "models/items/runs/causereport.h"
#include "models/items/runs/runfailure.h"
#include "ui/runs/evidencelines.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mnemonic.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>

namespace Roost::Ui {

using namespace Causes;
using namespace Items;
using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ShownLines = 9;
constexpr qsizetype LongestLine = 400;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u"  ·  "_s);
}

QString outcomeOf(const Run &run)
{
    const auto rank = firstFailure(run);
    if (!rank)
        return {};
    CauseCandidate candidate;
    candidate.exitCode = rank->exitCode;
    candidate.signal = rank->signal;
    const QString outcome = CauseText::outcome(candidate);
    return run.ranks.size() > 1 ? FailureCard::tr("Rank %1: %2").arg(rank->rank).arg(outcome) : outcome;
}

} // namespace

FailureCard::FailureCard(RunDocument *run, QWidget *parent)
    : QFrame(parent)
    , m_run(run)
    , m_icon(new QLabel(this))
    , m_title(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold, this))
    , m_where(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
    , m_certainty(new Label({}, Theme::Role::Text, 1.0, QFont::Normal, this))
    , m_candidates(new QWidget(this))
    , m_lines(new EvidenceLines(this))
    , m_followers(new QPushButton(this))
    , m_followerRanks(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
    , m_open(new QPushButton(Theme::icon(u"logs"_s), tr("Show in log"), this))
    , m_again(new QPushButton(Theme::icon(u"repeat"_s), tr("Resubmit with changes"), this))
    , m_copy(new QPushButton(Theme::icon(u"copy"_s), tr("Copy details"), this))
{
    setObjectName(u"failureCard"_s);
    setAccessibleName(tr("Why the run failed"));
    m_title->setObjectName(u"failureCause"_s);
    m_certainty->setObjectName(u"failureCertainty"_s);
    m_candidates->setObjectName(u"failureCandidates"_s);
    m_lines->setObjectName(u"failureLines"_s);
    m_lines->setAccessibleName(tr("What the log says"));
    m_followerRanks->setObjectName(u"failureFollowers"_s);
    for (Label *label : {m_title, m_where, m_certainty, m_followerRanks}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    m_followers->setObjectName(u"failureFollowersFold"_s);
    m_followers->setAccessibleName(tr("Which ranks stopped because of it"));
    m_followers->setFlat(true);
    m_followers->setCheckable(true);
    m_followers->setIcon(Theme::icon(u"chevron-down"_s));
    connect(m_followers, &QPushButton::toggled, this, [this](bool unfolded) {
        m_followerRanks->setVisible(unfolded);
        m_followers->setIcon(Theme::icon(unfolded ? u"chevron-up"_s : u"chevron-down"_s));
    });
    m_open->setObjectName(u"failureOpenLog"_s);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT logWanted(m_path, m_line); });
    m_again->setObjectName(u"failureResubmit"_s);
    connect(m_again, &QPushButton::clicked, this, &FailureCard::resubmitWanted);
    m_copy->setObjectName(u"failureCopy"_s);
    m_copy->setToolTip(tr("Copy the cause and its lines"));
    connect(m_copy, &QPushButton::clicked, this, &FailureCard::copy);
    buildLayout();
    connect(run, &RunDocument::runChanged, this, &FailureCard::refresh);
    connect(run, &RunDocument::logsChanged, this, &FailureCard::refresh);
    refresh();
}

void FailureCard::buildLayout()
{
    paintIcon();
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Inside);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    auto *candidates = new QVBoxLayout(m_candidates);
    candidates->setContentsMargins({});
    candidates->setSpacing(Theme::Step);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::Inside);
    buttons->addWidget(m_open);
    buttons->addWidget(m_again);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_followers);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Group, Theme::Inside + Theme::Step, Theme::Group, Theme::Inside + Theme::Step);
    column->setSpacing(Theme::Inside);
    column->addLayout(head);
    column->addWidget(m_certainty);
    column->addWidget(m_candidates);
    column->addWidget(m_where);
    column->addWidget(m_lines);
    column->addLayout(buttons);
    column->addWidget(m_followerRanks, 0, Qt::AlignRight);
}

void FailureCard::paintIcon()
{
    m_icon->setPixmap(Theme::icon(u"state-failed"_s, Theme::Role::Failed).pixmap(Theme::IconSize, Theme::IconSize));
}

void FailureCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
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
    const QString title = CauseText::of(run);
    m_title->setText(title.isEmpty() ? tr("The run failed.") : title);
    if (run.cause)
        showCause(run);
    else
        showEndOfLog(run);
}

void FailureCard::showCause(const Run &run)
{
    m_log.reset();
    if (m_cause == run.cause)
        return;
    m_cause = run.cause;
    QStringList remarks{CauseText::certainty(*m_cause), CauseText::hint(run)};
    remarks.removeAll(QString());
    m_certainty->setText(remarks.join(u'\n'));
    m_certainty->setVisible(!remarks.isEmpty());
    showCandidates(run);
    showFollowers(*m_cause);
    showCandidate(0);
}

void FailureCard::showCandidates(const Run &run)
{
    qDeleteAll(m_candidates->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_candidates->setVisible(m_cause->candidates.size() > 1);
    if (m_cause->candidates.size() < 2)
        return;
    for (qsizetype i = 0; i < m_cause->candidates.size(); ++i) {
        auto *button =
            new QRadioButton(Mnemonic::escaped(CauseText::of(m_cause->candidates[i], run.ranks.size() == 1).left(160)));
        button->setObjectName(u"failureCandidate%1"_s.arg(i));
        button->setChecked(i == 0);
        connect(button, &QRadioButton::toggled, this, [this, i](bool chosen) {
            if (chosen)
                showCandidate(i);
        });
        m_candidates->layout()->addWidget(button);
    }
}

void FailureCard::showCandidate(qsizetype index)
{
    m_candidate = index;
    const CauseCandidate &candidate = m_cause->candidates[index];
    m_lines->setLines(candidate.evidence, candidate.headline);
    m_path.clear();
    m_line.reset();
    if (candidate.headline >= 0) {
        const EvidenceLine &line = candidate.evidence[candidate.headline];
        m_path = line.path;
        if (line.line >= 0)
            m_line = LineNumber{line.line};
    }
    m_open->setVisible(!m_path.isEmpty());
    const QString when = candidate.time.isValid() ? Format::exact(candidate.time) : QString();
    const bool isIncluded = CauseText::of(candidate, true).contains(candidate.surface);
    const QString turn = isIncluded ? QString() : tr("raised in turn: %1").arg(candidate.surface);
    m_where->setText(joined({CauseText::outcome(candidate), when, m_path, turn}));
    m_where->setVisible(!m_where->text().isEmpty());
}

void FailureCard::showFollowers(const FirstCause &cause)
{
    m_followers->setVisible(!cause.followers.isEmpty());
    m_followers->setText(CauseText::followers(cause));
    m_followers->setChecked(false);
    const QString who = CauseText::ranks(cause.followers);
    m_followerRanks->setText(cause.followers.size() == 1 ? tr("Rank %1").arg(who) : tr("Ranks %1").arg(who));
    m_followerRanks->hide();
}

void FailureCard::showEndOfLog(const Run &run)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_certainty, m_candidates, m_followers, m_followerRanks})
        part->hide();
    m_cause.reset();
    m_path = failingLog(run, m_run->logPaths());
    m_where->setText(joined({outcomeOf(run), m_path}));
    m_where->setVisible(!m_where->text().isEmpty());
    m_open->setVisible(!m_path.isEmpty());
    if (m_path.isEmpty()) {
        m_lines->hide();
        return;
    }
    if (m_log && m_log->path() == m_path)
        return;
    m_log = std::make_unique<RunLog>(m_run, m_path);
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
    // The last error ended the run. A log without errors shows its last lines.
    const LineNumber last = errors.empty() ? LineNumber{document->lineCount() - 1} : errors.back();
    const LineNumber first{std::max<qint64>(0, last.value - ShownLines + 1)};
    m_line = last;
    m_linesRequest.watch(document->text(first, last), [this, first](Result<QString> text) {
        if (!text || m_cause)
            return;
        QList<EvidenceLine> lines;
        for (qint64 number = first.value; const QString &line : text->split(u'\n')) {
            const bool blank = lines.isEmpty() && line.trimmed().isEmpty();
            if (!blank)
                lines += EvidenceLine{m_path, number, 0, line.left(LongestLine)};
            ++number;
        }
        m_lines->setLines(lines, int(lines.size()) - 1);
    });
}

QString FailureCard::logLines() const
{
    return m_lines->text();
}

void FailureCard::copy()
{
    const bool known = m_run->run().cause.has_value();
    QApplication::clipboard()->setText(
        known ? causeReport(m_run->run())
              : QString(m_title->text() + u'\n' + m_where->text() + u"\n\n"_s + m_lines->text()));
}

} // namespace Roost::Ui
