// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/reviewstep.h"

#include "models/items/base/format.h"
#include "models/snapshot/leaveout.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/diagnosticslist.h"
#include "ui/submit/steptitle.h"
#include "ui/tables/listtable.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/textfind.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr int mostLinesSeen = 6;

QListWidget *messages(const QString &name, const QString &accessibleName)
{
    auto *list = new QListWidget;
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return list;
}

void fitHeight(QListWidget *list)
{
    list->setVisible(list->count() > 0);
    // Rows wrap, so each has its own height; a partly visible row shows that more follow.
    int height = 2 * list->frameWidth() + Theme::Step;
    for (int row = 0; row < qMin(list->count(), mostLinesSeen); ++row)
        height += qMax(Theme::rowHeight(), list->sizeHintForRow(row));
    list->setFixedHeight(height + (list->count() > mostLinesSeen ? Theme::rowHeight() / 2 : 0));
}

} // namespace

ReviewStep::ReviewStep(SubmitDraft &draft, SnapshotQuery &stored, QWidget *parent)
    : StepView(draft, SubmitStep::Review, parent)
    , m_stored(stored)
    , m_missing(messages(u"missing"_s, tr("What is missing")))
    , m_warnings(messages(u"snapshotWarnings"_s, tr("What to check before the files are sent")))
    , m_tabs(new QTabWidget)
{
    setObjectName("reviewStep"_L1);
    useWholeWidth();
    column()->setSpacing(Theme::Inside);
    column()->addWidget(m_missing);
    column()->addWidget(m_warnings);
    m_confirm = new ConfirmBar;
    m_confirm->setObjectName("leaveOutConfirm"_L1);
    column()->addWidget(m_confirm);
    m_tabs->setObjectName("reviewTabs"_L1);
    m_tabs->setAccessibleName(tr("What will be sent"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeFiles(), tr("&Files"));
    m_tabs->addTab(makeEditor(), u"job.yml"_s);
    column()->addWidget(m_tabs, 1);
    const auto go = [this](const QListWidgetItem *item) {
        if (SubmitField(item->data(Qt::UserRole).toInt()) == SubmitField::JobText)
            showJobText();
        else
            Q_EMIT stepWanted(stepOf(SubmitField(item->data(Qt::UserRole).toInt())));
    };
    connect(m_missing, &QListWidget::itemClicked, this, go);
    connect(m_missing, &QListWidget::itemActivated, this, go);
    const auto show = [this](const QListWidgetItem *item) {
        const QString path = item->data(Qt::UserRole).toString();
        if (path.isEmpty())
            return;
        m_filter->setCurrentIndex(0);
        m_table->setCurrentKey(path);
        m_table->scrollTo(m_table->currentIndex());
        m_tabs->setCurrentIndex(0);
        refreshLeaveOut();
    };
    connect(m_warnings, &QListWidget::itemClicked, this, show);
    connect(m_warnings, &QListWidget::itemActivated, this, show);
    m_warnings->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_warnings, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (const QListWidgetItem *item = m_warnings->itemAt(at))
            confirmLeaveOut(item->data(Qt::UserRole).toString());
    });
    connect(&draft, &SubmitDraft::listingChanged, this, &ReviewStep::fillFiles);
    connect(&stored, &LiveQuery::stateChanged, this, &ReviewStep::fillFiles);
    connect(&stored, &LiveQuery::arrived, this, &ReviewStep::fillFiles);
    refresh();
}

QWidget *ReviewStep::makeFiles()
{
    m_shown.setSourceModel(&m_files);
    m_shown.setFilterRole(SnapshotModel::SentRole);
    m_shown.setSortRole(SortRole);
    m_table = new ListTable(u"files"_s, tr("Files of the folder"));
    m_table->setModel(&m_shown);
    m_table->setFormRows(6);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_shown.sort(-1); // warnings are first unless the user chooses a column
    m_filter = new QComboBox;
    m_filter->setObjectName("filesFilter"_L1);
    m_filter->setAccessibleName(tr("Which files to show"));
    m_filter->addItem(tr("All"), QString());
    m_filter->addItem(tr("Sent"), u"true"_s);
    m_filter->addItem(tr("Left out"), u"false"_s);
    m_readAgain = new QPushButton;
    m_readAgain->setObjectName("readAgain"_L1);
    m_filesState = new Label({}, Theme::Role::TextSecondary);
    m_filesState->setObjectName("filesState"_L1);
    m_leaveOut = new QPushButton(tr("Leave out…"));
    m_leaveOut->setObjectName("leaveOut"_L1);
    m_leaveOut->setToolTip(tr("Add a line to the ignore file, so that the selected file is not sent"));
    m_leaveOut->setEnabled(false);
    m_filesState->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Inside);
    row->addWidget(m_filter);
    row->addWidget(m_leaveOut);
    row->addStretch(1);
    row->addWidget(m_readAgain);
    auto *page = new QWidget;
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, Theme::Inside, 0, 0);
    box->setSpacing(Theme::Inside);
    box->addWidget(m_filesState);
    box->addLayout(row);
    box->addWidget(m_table, 1);
    connect(m_filter, &QComboBox::currentIndexChanged, this,
            [this] { m_shown.setFilterFixedString(m_filter->currentData().toString()); });
    connect(m_readAgain, &QPushButton::clicked, this, &ReviewStep::listAgain);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] { confirmLeaveOut(m_table->currentKey()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewStep::refreshLeaveOut);
    return page;
}

bool ReviewStep::isSent(const QString &path) const
{
    const auto &listing = draft().listing();
    return listing &&
           std::ranges::any_of(listing->files, [&](const Snapshot::File &file) { return file.path == path; });
}

void ReviewStep::refreshLeaveOut()
{
    m_leaveOut->setVisible(!draft().reusesSnapshot());
    m_leaveOut->setEnabled(isSent(m_table->currentKey()));
}

void ReviewStep::confirmLeaveOut(const QString &path)
{
    if (!isSent(path))
        return;
    const Snapshot::Listing listing = *draft().listing();
    const auto leaveOut = [this, listing, path] {
        if (const auto done = Snapshot::leaveOut(listing, path); !done)
            m_filesState->setText(done.error().text);
        else
            draft().refreshListing();
    };
    m_confirm->showQuestion(tr("Leave out %1? This line is added to %2: %3")
                                .arg(path, Snapshot::leaveOutFile(listing), Snapshot::leaveOutLine(path)),
                            tr("Leave out"), leaveOut, tr("Keep file"));
}

void ReviewStep::listAgain()
{
    if (draft().reusesSnapshot())
        m_stored.refresh();
    else if (draft().isListing())
        draft().stopListing();
    else
        draft().refreshListing();
}

QWidget *ReviewStep::makeEditor()
{
    m_editor = new CodeEditor;
    m_editor->setObjectName("jobText"_L1);
    m_editor->setLanguage(u"YAML"_s);
    m_messages = new DiagnosticsList(*m_editor);
    m_editorField = new FormField(QString(), m_editor);
    m_editor->setAccessibleName(tr("The job as YAML"));
    m_editor->setMinimumHeight(m_editor->fontMetrics().lineSpacing() * 12);
    m_editorField->setHint(tr("This is the job as it is submitted. Changes here also change the other steps."));
    m_editorField->addBelow(m_messages);
    auto *page = new QWidget;
    auto *box = new QVBoxLayout(page);
    box->setContentsMargins(0, Theme::Inside, 0, 0);
    box->addWidget(m_editorField, 1);
    m_find = new TextFind(*m_editor, u"jobFind"_s);
    box->addWidget(m_find);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] { draft().setJobText(m_editor->toPlainText()); });
    return page;
}

void ReviewStep::enter()
{
    // The folder may have changed since it was listed.
    if (!draft().isListing() && !draft().reusesSnapshot())
        draft().refreshListing();
}

bool ReviewStep::walkErrors(int direction)
{
    if (!m_messages->walk(direction))
        return false;
    m_tabs->setCurrentWidget(m_editorField->parentWidget());
    return true;
}

void ReviewStep::showJobText()
{
    m_tabs->setCurrentWidget(m_editorField->parentWidget());
    m_editor->moveCursor(QTextCursor::End);
    m_messages->walk(1); // wraps around to the first error
    m_editor->setFocus(Qt::OtherFocusReason);
}

void ReviewStep::find()
{
    m_tabs->setCurrentWidget(m_editorField->parentWidget());
    m_find->open();
}

void ReviewStep::fill()
{
    fillMissing();
    fillWarnings();
    fillFiles();
    // The text is not replaced by the normalised one while it is being edited.
    if (!m_editor->hasFocus() && m_editor->toPlainText() != draft().jobText()) {
        const QSignalBlocker quiet(m_editor);
        m_editor->replaceText(draft().jobText());
    }
    m_messages->setDiagnostics(draft().jobTextDiagnostics());
}

void ReviewStep::fillMissing()
{
    if (draft().problems() == m_shownProblems && m_missing->count() > 0)
        return;
    m_shownProblems = draft().problems();
    m_missing->clear();
    for (const FieldProblem &problem : std::as_const(m_shownProblems)) {
        // The list of files already shows that the folder is being listed.
        if (!problem.blocks || (problem.field == SubmitField::Folder && draft().isListing()))
            continue;
        const QString where = problem.field == SubmitField::JobText ? u"job.yml"_s : stepTitle(stepOf(problem.field));
        auto *item = new QListWidgetItem(Theme::icon(u"error"_s, Theme::Role::Failed),
                                         tr("%1: %2", "step: what is missing").arg(where, problem.text), m_missing);
        item->setData(Qt::UserRole, int(problem.field));
    }
    fitHeight(m_missing);
}

void ReviewStep::fillWarnings()
{
    // While the folder is listed again, its warnings stay, so that the widgets below do not move.
    if (draft().isListing() && m_warnings->count() > 0)
        return;
    m_warnings->clear();
    const auto add = [this](const QString &text, const QString &path) {
        auto *item = new QListWidgetItem(Theme::icon(u"warning"_s, Theme::Role::Warning), text, m_warnings);
        item->setData(Qt::UserRole, path);
        if (!path.isEmpty())
            item->setToolTip(tr("Click to go to the file"));
    };
    if (draft().listing()) {
        for (const Snapshot::Warning &warning : draft().listing()->warnings)
            add(warning.message, warning.path);
    }
    for (const FieldProblem &problem : draft().problems()) {
        // The listing itself has a warning about the size of the folder.
        if (!problem.blocks && problem.field != SubmitField::Folder)
            add(problem.text, {});
    }
    fitHeight(m_warnings);
}

void ReviewStep::fillFiles()
{
    m_filter->setVisible(!draft().reusesSnapshot());
    refreshLeaveOut();
    if (draft().reusesSnapshot()) {
        fillStored();
        return;
    }
    const auto listing = draft().listing();
    m_table->setEnabled(listing.has_value());
    m_readAgain->show();
    m_readAgain->setText(draft().isListing() ? tr("Stop") : tr("Read again"));
    m_readAgain->setToolTip(draft().isListing() ? tr("Stop reading the folder")
                                                : tr("Read the folder and its ignore rules again"));
    m_filter->setEnabled(listing.has_value());
    if (listing && listing != m_shownListing) {
        m_files.setListing(*listing);
        m_shown.setFilterFixedString(m_filter->currentData().toString());
        m_shownListing = listing;
    }
    if (draft().isListing()) {
        m_filesState->setText(tr("Reading the folder: %n files so far", nullptr, int(draft().listedFiles())));
    } else if (listing) {
        const QString rules = listing->ignoreFile.isEmpty() ? tr("no .amlignore or .gitignore")
                                                            : tr("rules of %1").arg(listing->ignoreFile);
        m_filesState->setText(tr("%1 sent, %2 left out, %3")
                                  .arg(draft().stepSummary(SubmitStep::Review))
                                  .arg(listing->excluded.size())
                                  .arg(rules));
    } else {
        m_filesState->setText(draft().problemText(SubmitField::Folder));
    }
}

void ReviewStep::fillStored()
{
    m_shownListing.reset();
    m_shown.setFilterFixedString({});
    m_files.setStored(m_stored.files());
    m_table->setEnabled(m_stored.hasContent());
    m_readAgain->setVisible(m_stored.state() == LiveQuery::State::Failed);
    m_readAgain->setText(tr("Read again"));
    m_readAgain->setToolTip(tr("Ask the workspace for the files of the snapshot again"));
    if (m_stored.hasContent())
        m_filesState->setText(tr("The run gets the files of the earlier run, unchanged: %1. None is sent again.")
                                  .arg(m_stored.summary()));
    else if (m_stored.state() == LiveQuery::State::Failed)
        m_filesState->setText(tr("The run gets the files of the earlier run, unchanged. They cannot be shown: %1")
                                  .arg(m_stored.error().text));
    else
        m_filesState->setText(tr("The run gets the files of the earlier run, unchanged."));
}

void ReviewStep::changeEvent(QEvent *event)
{
    StepView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_editor) {
        m_shownProblems.clear();
        fillMissing();
        fillWarnings();
    }
}

} // namespace Roost::Ui
