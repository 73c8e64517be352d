// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codegutter.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <utility>

namespace Roost::Ui {

namespace {

// A disc for an error, a triangle for a warning, a ring for a note: they differ even without colour.
void paintMark(QPainter &painter, const QRectF &area, Diagnostic::Severity severity)
{
    const qreal inset = area.height() * 0.26;
    const QRectF inner = area.adjusted(inset, inset, -inset, -inset);
    const QColor color = CodeGutter::colorOf(severity);
    painter.setPen(severity == Diagnostic::Severity::Note ? QPen(color, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(severity == Diagnostic::Severity::Note ? QBrush(Qt::NoBrush) : QBrush(color));
    if (severity == Diagnostic::Severity::Warning)
        painter.drawPolygon(QPolygonF{{inner.center().x(), inner.top()}, inner.bottomRight(), inner.bottomLeft()});
    else
        painter.drawEllipse(inner);
}

} // namespace

CodeGutter::CodeGutter(QWidget *editor, const Lines *lines)
    : QWidget(editor)
    , m_lines(lines)
{
}

QColor CodeGutter::colorOf(Diagnostic::Severity severity)
{
    switch (severity) {
    case Diagnostic::Severity::Error:
        return Theme::color(Theme::Role::Failed);
    case Diagnostic::Severity::Warning:
        return Theme::color(Theme::Role::Warning);
    case Diagnostic::Severity::Note:
        return Theme::color(Theme::Role::Running);
    }
    std::unreachable();
}

QSize CodeGutter::sizeHint() const
{
    return {m_lines->gutterWidth(), 0};
}

void CodeGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), Theme::color(Theme::Role::Surface));
    painter.setFont(parentWidget()->font());
    const auto lines = m_lines->linesBetween(event->rect().top(), event->rect().bottom());
    for (const Line &line : lines)
        paintLine(painter, line);
}

void CodeGutter::paintLine(QPainter &painter, const Line &line) const
{
    const qreal height = parentWidget()->fontMetrics().height();
    const bool isCurrent = line.number == m_lines->currentLine();
    painter.setPen(Theme::color(isCurrent ? Theme::Role::Text : Theme::Role::TextSecondary));
    painter.drawText(QRectF(0, line.top, width() - 4, height), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(line.number + 1));
    if (const Diagnostic *worst = worstOf(line.number + 1))
        paintMark(painter, QRectF(2, line.top, height, height), worst->severity);
}

const Diagnostic *CodeGutter::worstOf(int line) const
{
    const Diagnostic *worst = nullptr;
    for (const Diagnostic &diagnostic : m_lines->diagnostics()) {
        const bool isHere = qMin(diagnostic.line, m_lines->lineCount()) == line;
        if (isHere && (!worst || diagnostic.severity < worst->severity))
            worst = &diagnostic;
    }
    return worst;
}

bool CodeGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = m_lines->lineAt(help->pos().y()) + 1;
    QStringList texts;
    for (const Diagnostic &mark : m_lines->diagnostics()) {
        if (mark.line == line)
            texts += mark.message;
    }
    QToolTip::showText(help->globalPos(), texts.join(u'\n'), this);
    return true;
}

} // namespace Roost::Ui
