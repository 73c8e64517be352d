// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariant>

namespace Roost::Ui {

/// What a preference is kept for. The name of each but Application holds "%1", the place of that page or workspace.
enum class SettingScope {
    Application,
    Page,      // once for each page, by the id of the page
    Workspace, // once for each workspace, by a hash of its address
};

/// Entries of a list that the file keeps as an array: logs/highlights/1/text.
using SettingArray = QList<QVariantMap>;

/// One preference of type T.
template <typename T>
struct Preference
{
    QString name; // in the user's file; a name that was released stays, or the file is read no more
    SettingScope scope = SettingScope::Application;
    T fallback = {}; // what value() returns where the file holds nothing
};

/// The table of all preferences. No secret is ever one of them: the file is plain text.
namespace Preferences {

using namespace Qt::StringLiterals;
using enum SettingScope;

/// "light" or "dark"; anything else follows the desktop.
inline const Preference<QString> theme{u"look/theme"_s, Application, u"system"_s};
inline const Preference<bool> compactRows{u"look/compactRows"_s, Application, false};
/// Whether the desktop shows a notification when a run or long work ends while no window is in front.
inline const Preference<bool> desktopNotices{u"notices/desktop"_s, Application, true};

/// Size and place of the window that was closed last, as QWidget::saveGeometry() writes them.
inline const Preference<QByteArray> windowGeometry{u"window/geometry"_s, Application, {}};
/// The id of the page that a new window begins with.
inline const Preference<QString> lastPage{u"window/page"_s, Application, u"home"_s};
/// The windows that were open when the program ended: maps of address, page, name, version, geometry.
inline const Preference<QVariantList> openWindows{u"windows/open"_s, Application, {}};
/// What PageView::saveState() of a page returned last.
inline const Preference<QVariantMap> pageState{u"pages/%1"_s, Page, {}};

/// Addresses of workspaces, the last one used first.
inline const Preference<QStringList> recentWorkspaces{u"workspaces/recent"_s, Application, {}};
/// Their titles, in the same order.
inline const Preference<QStringList> workspaceTitles{u"workspaces/titles"_s, Application, {}};
/// Hosts to which a password or token may go over plain http.
inline const Preference<QStringList> plainHttpHosts{u"servers/plainHttp"_s, Application, {}};
/// Addresses of servers that were opened with a token.
inline const Preference<QStringList> tokenServers{u"servers/withToken"_s, Application, {}};

/// The folder that the last download went to.
inline const Preference<QString> downloadFolder{u"download/folder"_s, Application, {}};
/// What is marked in all logs: maps of text, regex, case, colour.
inline const Preference<SettingArray> logHighlights{u"logs/highlights"_s, Application, {}};

/// Jobs that were submitted, the one that is not submitted yet, and the folders that snapshots were made of; JSON.
inline const Preference<QByteArray> recentDrafts{u"drafts/%1/recent"_s, Workspace, {}};
inline const Preference<QByteArray> unfinishedDraft{u"drafts/%1/unfinished"_s, Workspace, {}};
inline const Preference<QByteArray> snapshotFolders{u"drafts/%1/folders"_s, Workspace, {}};

} // namespace Preferences

/// Reads and writes the preferences of this user. One for the program, on the thread of the window; nothing is cached,
/// so several programs share the file.
class Settings : public QObject
{
    Q_OBJECT
public:
    static Settings &instance();

    /// The value that the file holds, or the fallback. `of` is the page or workspace where the scope wants one.
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

    /// Forgets the value: value() returns the fallback from now on.
    template <typename T>
    void clear(const Preference<T> &preference, const QString &of = {})
    {
        remove(nameOf(preference, of));
    }

    /// The file of this user.
    static QString fileName();

Q_SIGNALS:
    /// The value of the preference of that name was set or cleared by this program.
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
