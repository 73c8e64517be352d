// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/verb.h"
#include "models/files/filename.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("roostctl"));
    // QCoreApplication::arguments() contains U+FFFD in place of bytes that are not UTF-8.
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += Roost::Files::textOfInput(argv[i]);
    return Roost::Ctl::runCommandLine(words);
}
