// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/transferprogress.h"

#include "app/roostctl/terminaltext.h"

#include <cstdio>
#include <unistd.h>

namespace Roost::Ctl {

namespace {

constexpr qint64 pauseMs = 200;
constexpr qsizetype widest = 79;

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

TransferProgress::TransferProgress()
    : m_isTerminal(::isatty(STDERR_FILENO) != 0)
{
}

void TransferProgress::show(const QString &text)
{
    if (!m_isTerminal || (m_since.isValid() && m_since.elapsed() < pauseMs))
        return;
    m_since.start();
    m_isShown = true;
    write("\r\033[K" + visibleLine(text.left(widest)).toUtf8());
}

void TransferProgress::clear()
{
    if (m_isShown)
        write("\r\033[K");
    m_isShown = false;
}

} // namespace Roost::Ctl
