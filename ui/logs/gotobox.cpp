// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/gotobox.h"

#include "models/core/wholematch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QDateTime>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;
using namespace Qt::StringLiterals;

namespace {

// Returns the time of the nearest line at or before `line` that has one.
std::optional<TimePoint> timeNear(const LogText &text, LineNumber line)
{
    constexpr int Tries = 1000;
    for (int i = 0; i < Tries && line.value >= 0 && line.value < text.lineCount(); ++i, --line.value) {
        if (const auto time = text.originOf(line).time)
            return time;
    }
    return {};
}

// Returns `near` and a step, or a time of the day of `near`; empty if `wish` is neither.
std::optional<TimePoint> parsedTime(const QString &wish, TimePoint near)
{
    static const QRegularExpression relative = wholeMatch(u"([+-])\\s*(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h)"_s);
    if (const auto match = relative.match(wish); match.hasMatch()) {
        const QString unit = match.captured(3);
        const double ms = unit == u"ms" ? 1 : unit == u"s" ? 1000 : unit == u"h" ? 3'600'000 : 60'000;
        const double sign = match.captured(1) == u"-" ? -1 : 1;
        return near + std::chrono::milliseconds(qint64(sign * match.captured(2).toDouble() * ms));
    }
    for (const auto &format : {u"H:mm:ss.zzz"_s, u"H:mm:ss"_s, u"H:mm"_s}) {
        const QTime time = QTime::fromString(wish, format);
        if (time.isValid())
            return toTimePoint(QDateTime(toDateTime(near).toLocalTime().date(), time));
    }
    return {};
}

} // namespace

std::expected<LineNumber, QString> placeInLog(const QString &wish, LogText &text, LineNumber from)
{
    const auto failed = [](const QString &why) { return std::unexpected(why); };
    const QString trimmed = wish.trimmed();
    const qint64 last = text.lineCount() - 1;
    if (last < 0)
        return failed(GoToBox::tr("There is no line yet."));
    bool isNumber = false;
    if (const qint64 number = QString(trimmed).remove(u',').toLongLong(&isNumber);
        isNumber && !trimmed.startsWith(u'+')) {
        if (number < 1 || number > last + 1)
            return failed(GoToBox::tr("There are lines 1 to %1.").arg(QLocale().toString(last + 1)));
        return LineNumber{number - 1};
    }
    const auto near = timeNear(text, from);
    const auto time = parsedTime(trimmed, near.value_or(TimePoint()));
    if (!time)
        return failed(GoToBox::tr("Enter a line (1234), a time (14:02:07) or a step (+3m)."));
    if (!near)
        return failed(GoToBox::tr("It is not known when these lines were written."));
    return LineNumber{std::min(text.lineAt(*time).value, last)};
}

GoToBox::GoToBox(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_edit(new QLineEdit(this))
    , m_why(new Label({}, Theme::Role::Failed, Theme::Secondary, QFont::Normal, this))
{
    setObjectName(u"goToBox"_s);
    setFrameShape(QFrame::StyledPanel);
    m_edit->setObjectName(u"goToEdit"_s);
    m_edit->setPlaceholderText(tr("Line, 14:02:07 or +3m"));
    m_edit->setAccessibleName(tr("Go to a line or a time"));
    m_edit->setMinimumWidth(m_edit->fontMetrics().averageCharWidth() * 36);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Inside, Theme::Inside, Theme::Inside, Theme::Inside);
    column->setSpacing(Theme::Step);
    column->addWidget(m_edit);
    column->addWidget(m_why);
    connect(m_edit, &QLineEdit::returnPressed, this, &GoToBox::accept);
    connect(m_edit, &QLineEdit::textEdited, m_why, &QWidget::hide);
}

void GoToBox::open(LogText *text, LineNumber from)
{
    m_text = text;
    m_from = from;
    m_why->hide();
    m_edit->selectAll();
    adjustSize();
    const QWidget *over = parentWidget();
    move(over->mapToGlobal(QPoint(over->width() - width() - Theme::Edge, Theme::Inside)));
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void GoToBox::accept()
{
    const auto place = placeInLog(m_edit->text(), *m_text, m_from);
    if (place) {
        close();
        Q_EMIT wanted(*place);
        return;
    }
    m_why->setText(place.error());
    m_why->show();
    adjustSize();
}

} // namespace Roost::Ui
