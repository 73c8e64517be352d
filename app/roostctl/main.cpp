// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/verb.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    // Qt puts U+FFFD where a word is no UTF-8, and the name would mean another file.
    for (int i = 1; i < argc; ++i) {
        const QString word = QString::fromUtf8(argv[i]);
        if (word.toUtf8() == argv[i])
            continue;
        std::fprintf(stderr, "roostctl: The word \"%s\" is no UTF-8 and cannot be used; rename the file first.\n",
                     word.toUtf8().constData());
        return 2;
    }
    QCoreApplication::setApplicationName(QStringLiteral("roostctl"));
    return Roost::Ctl::runCommandLine(QCoreApplication::arguments().sliced(1));
}
