// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/draftsettings.h"

#include "ui/settings/settings.h"

#include <QCryptographicHash>

namespace Roost::Ui {

using namespace Items;

namespace {

class SettingsDraftStore : public DraftStore
{
public:
    explicit SettingsDraftStore(const QString &address)
        : m_workspace(QString::fromLatin1(
              QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256).toHex().left(16)))
    {
    }

    QByteArray read(Slot slot) const override { return Settings::instance().value(preference(slot), m_workspace); }

    void write(Slot slot, const QByteArray &text) override
    {
        if (text.isEmpty())
            Settings::instance().clear(preference(slot), m_workspace);
        else
            Settings::instance().set(preference(slot), text, m_workspace);
    }

private:
    static const Preference<QByteArray> &preference(Slot slot)
    {
        switch (slot) {
        case Slot::Recent:
            return Preferences::recentDrafts;
        case Slot::Unfinished:
            return Preferences::unfinishedDraft;
        case Slot::Folders:
            return Preferences::snapshotFolders;
        }
        std::unreachable();
    }

    QString m_workspace;
};

} // namespace

SubmitMemory draftsOf(const QString &address)
{
    return SubmitMemory(std::make_shared<SettingsDraftStore>(address));
}

} // namespace Roost::Ui
