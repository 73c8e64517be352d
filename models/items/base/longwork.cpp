// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/longwork.h"

#include "models/items/base/format.h"

#include <utility>

namespace Roost::Items {

using namespace Qt::StringLiterals;

LongWork::LongWork(QString title, std::function<void()> cancel)
    : m_title(std::move(title))
    , m_cancel(std::move(cancel))
{
}

QString LongWork::line() const
{
    if (m_state == State::Done && !m_text.isEmpty())
        return m_text;
    QString text = m_title;
    if (!m_text.isEmpty())
        text += u": "_s + m_text;
    if (m_state != State::Working || m_unit == Unit::None)
        return text;
    const bool isBytes = m_unit == Unit::Bytes;
    const QString done = isBytes ? Format::bytes(m_done) : QString::number(m_done);
    if (m_total <= 0)
        return u"%1, %2"_s.arg(text, done);
    const QString total = isBytes ? Format::bytes(m_total) : QString::number(m_total);
    return tr("%1, %2 of %3").arg(text, done, total);
}

void LongWork::report(qint64 done, qint64 total, Unit unit, const QString &text)
{
    if (m_state != State::Working)
        return;
    m_done = done;
    m_total = total;
    m_unit = unit;
    m_text = text;
    Q_EMIT changed();
}

void LongWork::succeed(const QString &text)
{
    if (m_state != State::Working)
        return;
    m_text = text;
    end(State::Done);
}

void LongWork::fail(const Error &error)
{
    if (m_state != State::Working)
        return;
    m_error = error;
    m_text = error.text;
    end(State::Failed);
}

void LongWork::cancel()
{
    if (!canCancel())
        return;
    const auto stop = std::exchange(m_cancel, {});
    m_text = tr("canceled");
    end(State::Canceled);
    stop();
}

void LongWork::end(State state)
{
    m_state = state;
    m_cancel = {};
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace Roost::Items
