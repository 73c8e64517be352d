// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codegutter.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <utility>

namespace Roost::Ui {

namespace {

// A disc for an error, a triangle for a warning, a ring for a note: told apart without colour.
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

CodeGutter::CodeGutter(CodeEditor *editor)
    : QWidget(editor)
    , m_editor(editor)
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
    return {m_editor->gutterWidth(), 0};
}

void CodeGutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), Theme::color(Theme::Role::Surface));
    painter.setFont(m_editor->font());
    for (QTextBlock block = m_editor->firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = m_editor->blockBoundingGeometry(block).translated(m_editor->contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        if (block.isVisible() && area.bottom() >= event->rect().top())
            paintLine(painter, block.blockNumber(), area.top());
    }
}

void CodeGutter::paintLine(QPainter &painter, int line, qreal top) const
{
    const qreal height = m_editor->fontMetrics().height();
    const bool isCurrent = line == m_editor->textCursor().blockNumber();
    painter.setPen(Theme::color(isCurrent ? Theme::Role::Text : Theme::Role::TextSecondary));
    painter.drawText(QRectF(0, top, width() - 4, height), Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    if (const Diagnostic *worst = worstOf(line + 1))
        paintMark(painter, QRectF(2, top, height, height), worst->severity);
}

const Diagnostic *CodeGutter::worstOf(int line) const
{
    const Diagnostic *worst = nullptr;
    for (const Diagnostic &diagnostic : m_editor->diagnostics()) {
        const bool here = qMin(diagnostic.line, m_editor->blockCount()) == line;
        if (here && (!worst || diagnostic.severity < worst->severity))
            worst = &diagnostic;
    }
    return worst;
}

bool CodeGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = m_editor->cursorForPosition({0, help->pos().y()}).blockNumber() + 1;
    QStringList texts;
    for (const Diagnostic &mark : m_editor->diagnostics()) {
        if (mark.line == line)
            texts += mark.message;
    }
    QToolTip::showText(help->globalPos(), texts.join(u'\n'), this);
    return true;
}

} // namespace Roost::Ui
