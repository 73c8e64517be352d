// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"

#include "ui/editor/syntax.h"
#include "ui/theme/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QHelpEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

namespace {

constexpr int indentWidth = 2;

QString leadingSpace(const QString &line)
{
    qsizetype length = 0;
    while (length < line.size() && line[length] == u' ')
        ++length;
    return line.left(length);
}

// The colours of an editor theme are made for another background. This class changes their lightness until they are
// readable on ours.
class ReadableHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    using SyntaxHighlighter::SyntaxHighlighter;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        SyntaxHighlighter::applyFormat(offset, length, format);
        if (length == 0)
            return;
        QTextCharFormat readable = QSyntaxHighlighter::format(offset);
        readable.clearBackground();
        // The background of the current line, on which text is harder to read.
        const QColor ground = Theme::color(Theme::Role::Hover);
        if (readable.hasProperty(QTextFormat::ForegroundBrush))
            readable.setForeground(Theme::seenOn(ground, readable.foreground().color(), 4.5));
        setFormat(offset, length, readable);
    }
};

} // namespace

CodeEditor::CodeEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new CodeGutter(this, this))
    , m_highlighter(new ReadableHighlighter(document()))
{
    setFont(Theme::fixedFont());
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::StyledPanel);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::layOutGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEditor::drawMarks);
    followPalette();
    layOutGutter();
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::setLanguage(const QString &definition)
{
    m_highlighter->setDefinition(syntaxRepository().definitionForName(definition));
}

void CodeEditor::setLanguageOf(const QString &fileName)
{
    m_highlighter->setDefinition(syntaxRepository().definitionForFileName(fileName));
}

QString CodeEditor::language() const
{
    return m_highlighter->definition().name();
}

void CodeEditor::setDiagnostics(const Diagnostics &diagnostics)
{
    if (diagnostics == m_diagnostics)
        return;
    m_diagnostics = diagnostics;
    drawMarks();
    m_gutter->update();
}

void CodeEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(qBound(1, line, blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + qBound(0, column - 1, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

void CodeEditor::replaceText(const QString &text)
{
    if (text == toPlainText())
        return;
    const int place = textCursor().position();
    const int scroll = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.setPosition(qMin(place, document()->characterCount() - 1));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scroll);
}

int CodeEditor::gutterWidth() const
{
    const int digits = qMax(2, int(QString::number(blockCount()).size()));
    const int mark = fontMetrics().height();
    return mark + fontMetrics().horizontalAdvance(u'9') * digits + 8;
}

QList<CodeGutter::Line> CodeEditor::linesBetween(int top, int bottom) const
{
    QList<CodeGutter::Line> lines;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > bottom)
            break;
        if (block.isVisible() && area.bottom() >= top)
            lines.append({block.blockNumber(), area.top()});
    }
    return lines;
}

QString CodeEditor::messageAt(int position) const
{
    QStringList texts;
    for (const Diagnostic &mark : m_diagnostics) {
        const QTextCursor cursor = cursorOf(mark);
        if (position >= cursor.selectionStart() && position <= cursor.selectionEnd())
            texts += mark.message;
    }
    return texts.join(u'\n');
}

bool CodeEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint inViewport = viewport()->mapFromGlobal(help->globalPos());
        QToolTip::showText(help->globalPos(), messageAt(cursorForPosition(inViewport).position()), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CodeEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        followPalette();
    if (event->type() == QEvent::FontChange)
        layOutGutter();
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    // Shift may be the first key of Shift+Tab and must not end the effect of Escape. The base class inserts nothing for
    // it.
    if (event->key() == Qt::Key_Shift) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    const bool leaves = m_tabLeaves;
    m_tabLeaves = event->key() == Qt::Key_Escape;
    if (isReadOnly()) {
        if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)
            event->ignore();
        else
            QPlainTextEdit::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        event->accept();
        return;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        // QPlainTextEdit's own function keeps Tab in the text.
        if (leaves)
            // NOLINTNEXTLINE(bugprone-parent-virtual-call)
            QAbstractScrollArea::focusNextPrevChild(event->key() == Qt::Key_Tab);
        else
            indent(event->key() == Qt::Key_Tab);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const QString before = textCursor().block().text().left(textCursor().positionInBlock());
        textCursor().insertText(u'\n' + leadingSpace(before));
        ensureCursorVisible();
        return;
    }
    default:
        QPlainTextEdit::keyPressEvent(event);
    }
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

void CodeEditor::followPalette()
{
    const KSyntaxHighlighting::Theme theme = syntaxRepository().themeForPalette(palette());
    if (theme.name() == m_highlighter->theme().name())
        return;
    m_highlighter->setTheme(theme);
    m_highlighter->rehighlight();
    drawMarks();
    m_gutter->update();
}

void CodeEditor::layOutGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(inner.left(), inner.top(), gutterWidth(), viewport()->height());
    m_gutter->update();
}

void CodeEditor::drawMarks()
{
    QList<QTextEdit::ExtraSelection> selections;
    if (!isReadOnly() && hasFocus()) {
        QTextEdit::ExtraSelection line;
        line.format.setBackground(Theme::color(Theme::Role::Hover));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = textCursor();
        line.cursor.clearSelection();
        selections += line;
    }
    for (const Diagnostic &mark : m_diagnostics) {
        QTextEdit::ExtraSelection underline;
        underline.cursor = cursorOf(mark);
        underline.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        underline.format.setUnderlineColor(CodeGutter::colorOf(mark.severity));
        selections += underline;
    }
    setExtraSelections(selections);
    m_gutter->update();
}

void CodeEditor::indent(bool deeper)
{
    QTextCursor cursor = textCursor();
    if (deeper && !cursor.hasSelection()) {
        cursor.insertText(QString(indentWidth - cursor.positionInBlock() % indentWidth, u' '));
        return;
    }
    const int last = document()->findBlock(cursor.selectionEnd()).blockNumber();
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart());
         block.isValid() && block.blockNumber() <= last; block = block.next()) {
        QTextCursor line(block);
        if (deeper) {
            line.insertText(QString(indentWidth, u' '));
        } else {
            const int spaces = qMin(indentWidth, int(leadingSpace(block.text()).size()));
            line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, spaces);
            line.removeSelectedText();
        }
    }
    cursor.endEditBlock();
}

QTextCursor CodeEditor::cursorOf(const Diagnostic &mark) const
{
    QTextBlock block = document()->findBlockByNumber(qBound(1, mark.line, blockCount()) - 1);
    const int lineLength = block.length() - 1;
    int start = qBound(0, mark.column - 1, lineLength);
    // A diagnostic without a length marks the word at its position, since an empty range would not be visible.
    int end = qMin(start + mark.length, lineLength);
    if (mark.length <= 0) {
        const QString text = block.text();
        end = start;
        while (end < lineLength && !text[end].isSpace())
            ++end;
    }
    if (start == end && start > 0)
        --start;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + start);
    cursor.setPosition(block.position() + end, QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace Roost::Ui
