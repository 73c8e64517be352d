// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logtitle.h"

#include <QCoreApplication>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

QString logTitle(const LogSource &source)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("Roost::Ui::LogPicker", words); };
    if (std::holds_alternative<AllRanks>(source))
        return text(QT_TRANSLATE_NOOP("Roost::Ui::LogPicker", "All ranks"));
    const QString path = pathOf(source);
    if (path.endsWith("70_driver_log.txt"_L1) || path.endsWith("std_log.txt"_L1))
        return text(QT_TRANSLATE_NOOP("Roost::Ui::LogPicker", "Driver log"));
    const QString name = path.section(u'/', -1);
    if (const auto rank = rankOf(source)) {
        if (name == "stdout.log"_L1 || name == "stderr.log"_L1)
            return text(QT_TRANSLATE_NOOP("Roost::Ui::LogPicker", "Rank %1, %2")).arg(*rank).arg(name.chopped(4));
        return text(QT_TRANSLATE_NOOP("Roost::Ui::LogPicker", "Rank %1")).arg(*rank);
    }
    if (path.endsWith("20_image_build_log.txt"_L1))
        return text(QT_TRANSLATE_NOOP("Roost::Ui::LogPicker", "Environment build"));
    return name;
}

} // namespace Roost::Ui
