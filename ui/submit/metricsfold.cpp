// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/metricsfold.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr int pauseMs = 200;

QPlainTextEdit *fixedLines(const QString &name, int lines)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setFont(Theme::fixedFont());
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 2 * Theme::Inside + 2);
    return edit;
}

QString summaryOf(const MetricsPreview &preview)
{
    QStringList parts;
    for (const MetricsPreview::Series &series : preview.series)
        parts += MetricsFold::tr("%1: %n values, the last is %2", nullptr, int(series.count))
                     .arg(series.name)
                     .arg(series.last);
    if (parts.isEmpty())
        parts += MetricsFold::tr("No value was found in the last %n lines.", nullptr, int(preview.readLines));
    return (parts + preview.problems).join(u'\n');
}

} // namespace

MetricsFold::MetricsFold(QWidget *parent)
    : QWidget(parent)
    , m_title(new QToolButton)
    , m_body(new QWidget)
    , m_recognize(new QCheckBox(tr("Reco&gnize usual lines: \"epoch 3 loss 0.12\", \"loss=0.12\", tqdm, Keras, "
                                   "Lightning, Hugging Face")))
    , m_patterns(fixedLines(u"metricPatterns"_s, 3))
    , m_field(new FormField(tr("Pa&tterns"), m_patterns))
{
    m_title->setObjectName("metrics"_L1);
    m_title->setText(tr("Metrics in the log"));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setAutoRaise(true);
    m_recognize->setObjectName("recognizeMetrics"_L1);
    m_patterns->setPlaceholderText(u"loss: loss=(?<value>\\S+)"_s);
    m_field->setHint(tr("One metric on each line: its name, a colon, and a regular expression. The group \"value\" is "
                        "the number, the group \"step\" the step if there is one."));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(Theme::Edge, 0, 0, 0);
    column->setSpacing(Theme::Inside);
    column->addWidget(m_recognize);
    column->addWidget(m_field);
    addPreview(m_body);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(Theme::Step);
    whole->addWidget(m_title, 0, Qt::AlignLeft);
    whole->addWidget(m_body);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MetricsFold::updatePreview);
    connect(m_title, &QToolButton::clicked, this, [this] { setOpen(m_body->isHidden()); });
    connect(m_recognize, &QCheckBox::clicked, this, &MetricsFold::recognitionSwitched);
    connect(m_patterns, &QPlainTextEdit::textChanged, this,
            [this] { Q_EMIT patternsEdited(m_patterns->toPlainText()); });
    setOpen(false);
}

void MetricsFold::addPreview(QWidget *body)
{
    auto *choose = new QPushButton(tr("Tr&y on a log…"));
    choose->setObjectName("chooseLog"_L1);
    choose->setToolTip(tr("Show what these metrics find in the log of an earlier run"));
    m_logName = new Label(QString(), Theme::Role::TextSecondary, Theme::Secondary);
    m_logName->setObjectName("previewLog"_L1);
    m_summary = new Label(QString(), Theme::Role::Text);
    m_summary->setObjectName("previewSummary"_L1);
    m_summary->setWordWrap(true);
    m_lines = fixedLines(u"previewLines"_s, 8);
    m_lines->setReadOnly(true);
    m_lines->setAccessibleName(tr("Lines of the log with values"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Inside);
    row->addWidget(choose);
    row->addWidget(m_logName, 1);
    auto *column = qobject_cast<QVBoxLayout *>(body->layout());
    column->addLayout(row);
    column->addWidget(m_summary);
    column->addWidget(m_lines);
    m_summary->hide();
    m_lines->hide();
    connect(choose, &QPushButton::clicked, this, &MetricsFold::chooseLog);
}

void MetricsFold::setOpen(bool open)
{
    m_title->setIcon(Theme::icon(open ? u"chevron-down"_s : u"chevron-right"_s));
    m_body->setVisible(open);
}

void MetricsFold::setMetrics(const MetricDefinitions &metrics, const QString &patterns)
{
    // Only the first time: the user may have folded it since.
    if (m_metrics.isEmpty() && !metrics.isEmpty())
        setOpen(true);
    if (metrics != m_metrics)
        m_pause.start();
    m_metrics = metrics;
    m_recognize->setChecked(metrics.automatic);
    if (m_patterns->toPlainText() != patterns) {
        const QSignalBlocker quiet(m_patterns);
        m_patterns->setPlainText(patterns);
    }
}

void MetricsFold::chooseLog()
{
    const QString start = m_log.isEmpty() ? QDir::homePath() : QFileInfo(m_log).absolutePath();
    const QString file = QFileDialog::getOpenFileName(this, tr("Log of an earlier run"), start,
                                                      tr("Logs (*.txt *.log *.out *.err);;All files (*)"));
    if (!file.isEmpty())
        setLog(file);
}

void MetricsFold::setLog(const QString &file)
{
    m_log = file;
    m_logName->setText(QDir::toNativeSeparators(file));
    updatePreview();
}

void MetricsFold::updatePreview()
{
    if (!m_log.isEmpty())
        m_preview.watch(previewMetrics(m_log, m_metrics), [this](const auto &preview) { showPreview(preview); });
}

void MetricsFold::showPreview(const Result<MetricsPreview> &preview)
{
    m_summary->show();
    m_summary->setText(preview ? summaryOf(*preview) : preview.error().text);
    m_lines->setVisible(preview && !preview->lines.isEmpty());
    if (!preview)
        return;
    QStringList texts;
    for (const MetricsPreview::Line &line : preview->lines)
        texts += line.text;
    m_lines->setPlainText(texts.join(u'\n'));
    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = m_lines->document()->begin();
    for (const MetricsPreview::Line &line : preview->lines) {
        for (const MetricsPreview::Place &place : line.places) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(block);
            mark.cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, int(place.start));
            mark.cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(place.length));
            mark.format.setBackground(Theme::tint(Theme::Role::Accent, 0.3));
            marks += mark;
        }
        block = block.next();
    }
    m_lines->setExtraSelections(marks);
    m_lines->moveCursor(QTextCursor::End);
}

} // namespace Roost::Ui
