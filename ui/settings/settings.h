// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariant>

namespace Roost::Ui {

/// What a preference applies to. Names of all scopes but Application contain "%1", which is replaced by the page or the
/// workspace.
enum class SettingScope {
    Application,
    Page,      // one value per page, by the id of the page
    Workspace, // one value per workspace, by a hash of its address
};

/// Entries of a list that the file stores as an array: logs/highlights/1/text.
using SettingArray = QList<QVariantMap>;

/// One preference of type T.
template <typename T>
struct Preference
{
    QString name; // in the file of the user; do not change a released name, since existing files contain it
    SettingScope scope = SettingScope::Application;
    T fallback = {}; // returned by value() if the file does not contain the preference
};

/// The table of all preferences. Never add a secret: the file is plain text.
namespace Preferences {

using namespace Qt::StringLiterals;
using enum SettingScope;

/// "light" or "dark"; any other value follows the desktop.
inline const Preference<QString> theme{u"look/theme"_s, Application, u"system"_s};
inline const Preference<bool> compactRows{u"look/compactRows"_s, Application, false};
/// Whether a desktop notification is shown when a run or a long operation ends while no window is active.
inline const Preference<bool> desktopNotices{u"notices/desktop"_s, Application, true};

/// Geometry of the window that was closed last, as returned by QWidget::saveGeometry().
inline const Preference<QByteArray> windowGeometry{u"window/geometry"_s, Application, {}};
/// The id of the page that a new window shows first.
inline const Preference<QString> lastPage{u"window/page"_s, Application, u"home"_s};
/// The windows that were open when the program ended: maps of address, page, name, version, geometry.
inline const Preference<QVariantList> openWindows{u"windows/open"_s, Application, {}};
/// The last result of PageView::saveState() of a page.
inline const Preference<QVariantMap> pageState{u"pages/%1"_s, Page, {}};

/// Addresses of workspaces, the most recent first.
inline const Preference<QStringList> recentWorkspaces{u"workspaces/recent"_s, Application, {}};
/// The titles of these workspaces, in the same order.
inline const Preference<QStringList> workspaceTitles{u"workspaces/titles"_s, Application, {}};
/// The folder of the last download.
inline const Preference<QString> downloadFolder{u"download/folder"_s, Application, {}};
/// Highlights of all logs: maps of text, regex, case, colour.
inline const Preference<SettingArray> logHighlights{u"logs/highlights"_s, Application, {}};

/// The jobs that were submitted, the unsubmitted job, and the folders of snapshots, as JSON.
inline const Preference<QByteArray> recentDrafts{u"drafts/%1/recent"_s, Workspace, {}};
inline const Preference<QByteArray> unfinishedDraft{u"drafts/%1/unfinished"_s, Workspace, {}};
inline const Preference<QByteArray> snapshotFolders{u"drafts/%1/folders"_s, Workspace, {}};

} // namespace Preferences

/// Reads and writes the preferences of the user. One object per program, on the thread of the window. Nothing is
/// cached, so several programs can share the file.
class Settings : public QObject
{
    Q_OBJECT
public:
    static Settings &instance();

    /// Returns the value in the file, or the fallback. `of` is the page or the workspace, if the scope requires one.
    template <typename T>
    T value(const Preference<T> &preference, const QString &of = {}) const
    {
        return read(nameOf(preference, of), QVariant::fromValue(preference.fallback)).template value<T>();
    }
    SettingArray value(const Preference<SettingArray> &preference) const { return readArray(preference.name); }

    template <typename T>
    void set(const Preference<T> &preference, const T &value, const QString &of = {})
    {
        write(nameOf(preference, of), QVariant::fromValue(value));
    }
    void set(const Preference<SettingArray> &preference, const SettingArray &value)
    {
        writeArray(preference.name, value);
    }

    /// Removes the value from the file, so that value() returns the fallback.
    template <typename T>
    void clear(const Preference<T> &preference, const QString &of = {})
    {
        remove(nameOf(preference, of));
    }

    /// Returns the path of the file of the user.
    static QString fileName();

Q_SIGNALS:
    /// Emitted when this program has set or cleared the preference `name`.
    void changed(const QString &name);

private:
    Settings() = default;

    template <typename T>
    static QString nameOf(const Preference<T> &preference, const QString &of)
    {
        return preference.scope == SettingScope::Application ? preference.name : preference.name.arg(of);
    }
    static QVariant read(const QString &name, const QVariant &fallback);
    static SettingArray readArray(const QString &name);
    void write(const QString &name, const QVariant &value);
    void writeArray(const QString &name, const SettingArray &value);
    void remove(const QString &name);
};

} // namespace Roost::Ui
