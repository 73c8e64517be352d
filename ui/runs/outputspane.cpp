// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/outputspane.h"

#include "models/items/base/format.h"
#include "models/transfer/filesdownload.h"
#include "ui/navigation/navigator.h"
#include "ui/runs/outputpreview.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/skeleton.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Roost::Ui {

using namespace Items;
using namespace Transfer;
using namespace Qt::StringLiterals;

namespace {

// Up to this number of files, all folders are unfolded: folded they would only cost clicks.
constexpr qsizetype FewFiles = 30;

// Rows as high as in tables, with the icon of a file or a folder in front of the name.
class FileDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), Theme::rowHeight()};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() != ArtifactsModel::Name)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(Theme::IconSize, Theme::IconSize);
        option->icon = Theme::icon(index.data(ArtifactsModel::IsFolderRole).toBool() ? u"folder"_s : u"file"_s);
    }
};

} // namespace

OutputsPane::OutputsPane(RunDocument *run, Navigator *navigator, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_navigator(navigator)
    , m_tree(new QTreeView)
    , m_preview(new OutputPreview(run))
    , m_sides(new QSplitter)
    , m_empty(new EmptyState(u"outputs"_s, {}))
    , m_stack(new ContentStack(m_sides, m_empty))
    , m_error(new ErrorBar)
    , m_confirm(new ConfirmBar)
    , m_question(*m_confirm)
    , m_summary(new ElidedLabel)
    , m_work(new QVBoxLayout)
    , m_download(new QAction(tr("Download…"), this))
    , m_downloadAll(new QAction(tr("Download all…"), this))
    , m_open(new QAction(tr("Open folder"), this))
    , m_register(new QAction(tr("Register model…"), this))
    , m_copyPath(new QAction(tr("Copy path"), this))
{
    setObjectName(u"outputsPane"_s);
    m_confirm->setObjectName(u"outputsConfirm"_s);
    buildTree();
    m_sides->setObjectName(u"outputsSides"_s);
    m_sides->addWidget(m_tree);
    m_sides->addWidget(m_preview);
    m_sides->setChildrenCollapsible(false);
    m_preview->hide();
    connect(m_preview, &OutputPreview::closed, m_preview, &QWidget::hide);
    connect(m_preview, &OutputPreview::openWanted, this, &OutputsPane::openFile);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(m_confirm);
    column->addWidget(buildTools());
    column->addLayout(m_work);
    column->addWidget(m_stack, 1);

    connect(m_download, &QAction::triggered, this, [this] { downloadToChosenFolder(currentPath()); });
    connect(m_downloadAll, &QAction::triggered, this, [this] { downloadToChosenFolder({}); });
    connect(m_open, &QAction::triggered, this, &OutputsPane::openFolder);
    connect(m_register, &QAction::triggered, this, [this] { Q_EMIT registerWanted(currentPath()); });
    connect(m_copyPath, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(currentPath()); });
    connect(run, &RunDocument::artifactsChanged, this, &OutputsPane::refresh);
    connect(run, &RunDocument::runChanged, this, &OutputsPane::refresh);
    connect(m_error, &ErrorBar::retry, run, &RunDocument::refresh);
    refresh();
}

void OutputsPane::buildTree()
{
    m_tree->setObjectName(u"outputsTree"_s);
    m_tree->setAccessibleName(tr("Files of the run"));
    m_tree->setModel(m_run->artifacts());
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setItemDelegate(new FileDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ArtifactsModel::Name, QHeaderView::Stretch);
    m_tree->header()->resizeSection(ArtifactsModel::Size, 110);
    m_tree->header()->resizeSection(ArtifactsModel::Created, 150);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &OutputsPane::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutputsPane::refreshActions);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (!index.data(ArtifactsModel::IsFolderRole).toBool())
            preview(index.siblingAtColumn(0).data(ArtifactsModel::PathRole).toString());
    });
}

QWidget *OutputsPane::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Inside);
    row->setSpacing(Theme::Step);
    struct Tool
    {
        QAction *action;
        const char16_t *icon;
        const char16_t *name;
        QString tip;
    };
    const auto all = std::to_array<Tool>({
        {m_download, u"download", u"outputsDownload", tr("Download the selected file or folder")},
        {m_downloadAll, u"download", u"outputsDownloadAll", tr("Download all files of the run")},
        {m_register, u"register", u"outputsRegister", tr("Register the selected file or folder as a model")},
        {m_open, u"folder-open", u"outputsOpen", tr("Open the folder in the file manager")},
    });
    for (const auto &one : all) {
        one.action->setObjectName(QString::fromUtf16(one.name) + u"Action"_s);
        one.action->setIcon(Theme::icon(QString::fromUtf16(one.icon)));
        one.action->setToolTip(one.tip);
        auto *button = new QToolButton(tools);
        button->setObjectName(QString::fromUtf16(one.name));
        button->setDefaultAction(one.action);
        button->setAccessibleName(one.tip);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        // A tool button stays visible when its action is hidden.
        connect(one.action, &QAction::visibleChanged, button,
                [button, action = one.action] { button->setVisible(action->isVisible()); });
    }
    row->addStretch(1);
    m_summary->setObjectName(u"outputsSummary"_s);
    m_summary->setRole(Theme::Role::TextSecondary);
    m_summary->setFont(Theme::font(Theme::Secondary));
    row->addWidget(m_summary);
    m_copyPath->setIcon(Theme::icon(u"copy"_s));
    return tools;
}

QString OutputsPane::currentPath() const
{
    return m_tree->currentIndex().siblingAtColumn(0).data(ArtifactsModel::PathRole).toString();
}

void OutputsPane::refresh()
{
    const auto &files = m_run->artifacts()->artifacts();
    if (!m_run->artifactsError().text.isEmpty())
        m_error->setError(tr("The files of the run could not be listed."), m_run->artifactsError());
    else
        m_error->clear();
    if (!files.isEmpty())
        m_stack->showContent();
    else if (!m_run->areArtifactsKnown())
        m_stack->showLoading();
    else if (m_error->hasError())
        m_stack->showNothing();
    else
        m_stack->showEmpty();
    m_empty->setSentence(m_run->isActive()
                             ? tr("No files yet. What the script writes to ./outputs and ./logs appears here.")
                             : tr("This run has no files. Files that a script writes to ./outputs are kept."));
    if (!m_expanded && !files.isEmpty()) {
        m_expanded = true;
        const QModelIndex outputs = m_run->artifacts()->indexOf(u"outputs"_s);
        if (files.size() <= FewFiles)
            m_tree->expandAll();
        else
            m_tree->expand(outputs);
        // Selects the model, which is the file most likely wanted.
        const auto found = std::ranges::find_if(files, [](const Artifact &file) {
            return file.path.startsWith("outputs/"_L1) && file.path.endsWith(".pt"_L1) && file.path.count(u'/') == 1;
        });
        if (found != files.end())
            m_tree->setCurrentIndex(m_run->artifacts()->indexOf(found->path));
        else if (outputs.isValid())
            m_tree->setCurrentIndex(outputs);
    }
    qint64 bytes = 0;
    for (const Artifact &file : files)
        bytes += std::max<qint64>(0, file.size);
    const QString count = files.isEmpty() ? QString() : Format::files(files.size(), bytes);
    const bool mayBePartial = !files.isEmpty() && m_run->run().status == RunStatus::Canceled;
    m_summary->setText(mayBePartial ? tr("%1. What a canceled run was writing may be incomplete.").arg(count) : count);
    refreshActions();
}

void OutputsPane::tick()
{
    if (m_tree->isVisible())
        m_tree->viewport()->update();
}

void OutputsPane::refreshActions()
{
    const QString path = currentPath();
    m_download->setEnabled(!path.isEmpty());
    m_register->setEnabled(!path.isEmpty() && m_run->session().models());
    m_copyPath->setEnabled(!path.isEmpty());
    m_downloadAll->setEnabled(!m_run->artifacts()->artifacts().isEmpty());
    m_open->setVisible(!m_run->localFolder().isEmpty());
}

OutputsPane::~OutputsPane() = default;

void OutputsPane::preview(const QString &path)
{
    const QList<Artifact> files = m_run->artifacts()->below(path);
    if (files.isEmpty())
        return;
    if (m_preview->isHidden()) {
        m_preview->QWidget::show();
        m_sides->setSizes({m_sides->width() / 2, m_sides->width() / 2});
    }
    m_preview->show(files.first());
}

// A file on this machine is opened in its place, any other file as a copy.
void OutputsPane::openFile(const QString &path)
{
    const QString place = m_run->localPath(path);
    if (!place.isEmpty() && QFileInfo::exists(place)) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(place));
        return;
    }
    if (!m_opened)
        m_opened = std::make_unique<QTemporaryDir>();
    const auto work = download(path, m_opened->path());
    if (!work)
        return;
    const QString copy = m_opened->filePath(path.section(u'/', -1));
    connect(work.get(), &LongWork::finished, this, [work = work.get(), copy] {
        if (work->state() == LongWork::State::Done)
            QDesktopServices::openUrl(QUrl::fromLocalFile(copy));
    });
}

void OutputsPane::downloadToChosenFolder(const QString &path)
{
    const QString folder = DownloadQuestion::chooseFolder(this, tr("Download to"));
    if (!folder.isEmpty())
        downloadTo(path, folder);
}

void OutputsPane::downloadTo(const QString &path, const QString &folder)
{
    QStringList targets;
    for (const FileToDownload &file : filesBelow(path))
        targets += file.target;
    m_question.confirmReplacing(folder, targets, [this, path, folder] { download(path, folder); });
}

QList<FileToDownload> OutputsPane::filesBelow(const QString &path) const
{
    // A file or folder keeps its name; all files of a run are downloaded into a folder named after the run.
    const auto cut = path.lastIndexOf(u'/') + 1;
    QList<FileToDownload> files;
    for (const Artifact &file : m_run->artifacts()->below(path)) {
        const QString target = path.isEmpty() ? m_run->runId() + u'/' + file.path : file.path.sliced(cut);
        files += FileToDownload{file.path, target, file.size};
    }
    return files;
}

std::shared_ptr<LongWork> OutputsPane::download(const QString &path, const QString &folder)
{
    RunHistory *history = m_run->session().runHistory();
    const QList<FileToDownload> files = filesBelow(path);
    if (!history || files.isEmpty())
        return {};
    const QString title =
        tr("Downloading %1").arg(Format::isolated(path.isEmpty() ? m_run->runId() : path.section(u'/', -1)));
    auto work = downloadFiles(history, m_run->session().files(), m_run->runId(), files, folder, title);
    auto *strip = new ProgressStrip(work, this);
    m_work->addWidget(strip);
    connect(work.get(), &LongWork::finished, strip, [this, strip, work = work.get(), folder] {
        if (m_navigator) {
            if (work->state() == LongWork::State::Done)
                m_navigator->notify(work->text(), Notice::Done, tr("Open folder"),
                                    [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
            else if (work->state() == LongWork::State::Failed)
                m_navigator->notify(work->error());
        }
        strip->deleteLater();
    });
    if (m_navigator)
        m_navigator->track(work);
    return work;
}

void OutputsPane::openFolder()
{
    QString place = m_run->localPath(currentPath());
    if (!place.isEmpty() && !QFileInfo(place).isDir())
        place = QFileInfo(place).path();
    QDesktopServices::openUrl(QUrl::fromLocalFile(place.isEmpty() ? m_run->localFolder() : place));
}

void OutputsPane::showMenu(const QPoint &at)
{
    QMenu menu(this);
    const QString path = currentPath();
    if (const QModelIndex current = m_tree->currentIndex();
        current.isValid() && !current.siblingAtColumn(0).data(ArtifactsModel::IsFolderRole).toBool())
        menu.addAction(tr("Show"), this, [this, path] { preview(path); });
    menu.addActions({m_download, m_register, m_copyPath});
    if (m_open->isVisible())
        menu.addAction(m_open);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace Roost::Ui
