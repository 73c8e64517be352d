// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/folderedit.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QDir>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

namespace {

class FolderCompleter : public QCompleter
{
public:
    explicit FolderCompleter(QObject *parent)
        : QCompleter(parent)
    {
        // Reads folders in another thread, each when it is needed.
        auto *folders = new QFileSystemModel(this);
        folders->setFilter(QDir::AllDirs | QDir::NoDotAndDotDot);
        folders->setOption(QFileSystemModel::DontUseCustomDirectoryIcons);
        // The model reads a folder when its path is typed; with "~" the parent folders are not typed, so they are read
        // here.
        folders->setRootPath(QDir::homePath());
        setModel(folders);
        setCompletionMode(PopupCompletion);
        connect(folders, &QFileSystemModel::directoryLoaded, this, &FolderCompleter::offer);
    }

    QStringList splitPath(const QString &path) const override { return QCompleter::splitPath(whole(path)); }

private:
    static QString whole(const QString &path)
    {
        const bool isOfHome = path == "~"_L1 || path.startsWith("~/"_L1);
        return isOfHome ? QDir::homePath() + path.mid(1) : path;
    }

    // QCompleter does this by itself only if the case of the letters matches the name of the folder.
    void offer(const QString &folder)
    {
        const auto *edit = qobject_cast<QLineEdit *>(widget());
        const QString typed = completionPrefix();
        const bool isWaiting = edit && edit->hasFocus() && edit->text() == typed && !popup()->isVisible();
        if (isWaiting && typed != whole(typed) && QFileInfo(whole(typed)).path() == folder)
            complete();
    }
};

} // namespace

FolderEdit::FolderEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_showRecent(new QAction(this))
{
    auto *completer = new FolderCompleter(this);
    setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &FolderEdit::pathEdited);
    connect(this, &QLineEdit::textEdited, this, &FolderEdit::pathEdited);
    m_showRecent->setObjectName("recentFolders"_L1);
    m_showRecent->setIcon(Theme::icon(u"clock"_s));
    m_showRecent->setToolTip(tr("Folders that were sent before (Alt+Down)"));
    m_showRecent->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    m_showRecent->setShortcutContext(Qt::WidgetShortcut);
    m_showRecent->setVisible(false);
    addAction(m_showRecent, QLineEdit::LeadingPosition);
    connect(m_showRecent, &QAction::triggered, this, &FolderEdit::showRecent);
}

void FolderEdit::setRecent(const QStringList &folders)
{
    m_recent = folders;
    m_showRecent->setVisible(!folders.isEmpty());
}

void FolderEdit::showRecent()
{
    QMenu menu(this);
    menu.setObjectName("recentFoldersMenu"_L1);
    for (const QString &folder : std::as_const(m_recent)) {
        menu.addAction(Theme::icon(u"folder"_s), QString(folder).replace(u'&', "&&"_L1), this, [this, folder] {
            setText(folder);
            Q_EMIT pathEdited(folder);
        });
    }
    menu.setMinimumWidth(width());
    menu.exec(mapToGlobal(rect().bottomLeft()));
}

} // namespace Roost::Ui
