// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QSettings>

namespace Roost::Ui {

Settings &Settings::instance()
{
    static Settings settings;
    return settings;
}

QString Settings::fileName()
{
    return QSettings().fileName();
}

QVariant Settings::read(const QString &name, const QVariant &fallback)
{
    return QSettings().value(name, fallback);
}

SettingArray Settings::readArray(const QString &name)
{
    QSettings settings;
    SettingArray entries;
    const int count = settings.beginReadArray(name);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        QVariantMap entry;
        for (const QString &key : settings.childKeys())
            entry.insert(key, settings.value(key));
        entries.append(entry);
    }
    settings.endArray();
    return entries;
}

void Settings::write(const QString &name, const QVariant &value)
{
    QSettings().setValue(name, value);
    Q_EMIT changed(name);
}

void Settings::writeArray(const QString &name, const SettingArray &value)
{
    {
        QSettings settings;
        settings.remove(name); // the previous array may have been longer
        settings.beginWriteArray(name, int(value.size()));
        for (int i = 0; i < value.size(); ++i) {
            settings.setArrayIndex(i);
            for (const auto &[key, entry] : value.at(i).asKeyValueRange())
                settings.setValue(key, entry);
        }
        settings.endArray();
    }
    Q_EMIT changed(name);
}

void Settings::remove(const QString &name)
{
    QSettings().remove(name);
    Q_EMIT changed(name);
}

} // namespace Roost::Ui
