// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/syntax.h"

#include <KSyntaxHighlighting/Repository>

#include <QtResource>

// Q_INIT_RESOURCE must be used outside of any namespace. It is needed because the resources are in a static library.
static void initSyntax()
{
    Q_INIT_RESOURCE(syntax);
}

namespace Roost::Ui {

KSyntaxHighlighting::Repository &syntaxRepository()
{
    static KSyntaxHighlighting::Repository &shared = [] -> KSyntaxHighlighting::Repository & {
        initSyntax();
        static KSyntaxHighlighting::Repository repository;
        return repository;
    }();
    return shared;
}

} // namespace Roost::Ui
