// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QObject>

#include <functional>

namespace Roost::Items {

/// A long operation that reports progress and can be canceled: an upload, a download, the build of an environment. The
/// code that does the work calls report(), succeed() or fail(); views observe it. The views that show it share its
/// ownership by std::shared_ptr.
class LongWork : public QObject
{
    Q_OBJECT
public:
    enum class State { Working, Done, Failed, Canceled };
    enum class Unit { None, Bytes, Items };

    /// `cancel` is called at most once and only in State::Working. If it is empty, the operation cannot be canceled.
    explicit LongWork(QString title, std::function<void()> cancel = {});

    QString title() const { return m_title; }
    State state() const { return m_state; }
    Unit unit() const { return m_unit; }
    qint64 done() const { return m_done; }
    /// The total amount of work; 0 if it is not known.
    qint64 total() const { return m_total; }
    /// Describes the current step, or how the operation ended; in State::Done a sentence that is understood without the
    /// title.
    QString text() const { return m_text; }
    const Error &error() const { return m_error; }
    bool canCancel() const { return m_state == State::Working && m_cancel; }
    /// Returns one line of text: "Uploading train.py: 1.2 of 3.4 MB", "Saved train.py in /tmp".
    QString line() const;

    void report(qint64 done, qint64 total, Unit unit = Unit::Bytes, const QString &text = {});
    /// Ends the operation; later reports are ignored.
    void succeed(const QString &text);
    void fail(const Error &error);
    void cancel();

Q_SIGNALS:
    void changed();
    /// Emitted once, when the state is no longer Working.
    void finished();

private:
    void end(State state);

    QString m_title;
    QString m_text;
    std::function<void()> m_cancel;
    Error m_error;
    State m_state = State::Working;
    Unit m_unit = Unit::None;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace Roost::Items
