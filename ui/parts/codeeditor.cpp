// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/codeeditor.h"

#include "ui/parts/syntax.h"
#include "ui/theme/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

constexpr int indentWidth = 2;

QString leadingSpace(const QString &line)
{
    qsizetype length = 0;
    while (length < line.size() && line[length] == u' ')
        ++length;
    return line.left(length);
}

QColor colorOf(Diagnostic::Severity severity)
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

} // namespace

class CodeEditor::Gutter : public QWidget
{
public:
    explicit Gutter(CodeEditor *editor)
        : QWidget(editor)
        , m_editor(editor)
    {
    }
    QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintGutter(event); }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        const int line = m_editor->cursorForPosition({0, help->pos().y()}).blockNumber() + 1;
        QStringList texts;
        for (const Diagnostic &mark : m_editor->m_diagnostics) {
            if (mark.line == line)
                texts += mark.message;
        }
        QToolTip::showText(help->globalPos(), texts.join(u'\n'), this);
        return true;
    }

private:
    CodeEditor *m_editor;
};

CodeEditor::CodeEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(document()))
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
    // On its way to Shift+Tab; the base takes Shift for no text.
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
        // QPlainTextEdit's own keeps Tab in the text.
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

void CodeEditor::paintGutter(QPaintEvent *event)
{
    const KSyntaxHighlighting::Theme theme = m_highlighter->theme();
    const auto color = [&theme](KSyntaxHighlighting::Theme::EditorColorRole role) {
        return QColor::fromRgba(theme.editorColor(role));
    };
    QPainter painter(m_gutter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), color(KSyntaxHighlighting::Theme::IconBorder));
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        if (!block.isVisible() || area.bottom() < event->rect().top())
            continue;
        const int line = block.blockNumber();
        const qreal height = fontMetrics().height();
        painter.setPen(color(line == current ? KSyntaxHighlighting::Theme::CurrentLineNumber
                                             : KSyntaxHighlighting::Theme::LineNumbers));
        painter.drawText(QRectF(0, area.top(), m_gutter->width() - 4, height), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line + 1));
        if (const Diagnostic *worst = worstOf(line + 1))
            paintMark(painter, QRectF(2, area.top(), height, height), worst->severity);
    }
}

// A disc for an error, a triangle for a warning, a ring for a note: told apart without colour.
void CodeEditor::paintMark(QPainter &painter, const QRectF &area, Diagnostic::Severity severity) const
{
    const qreal inset = area.height() * 0.26;
    const QRectF inner = area.adjusted(inset, inset, -inset, -inset);
    const QColor color = colorOf(severity);
    painter.setPen(severity == Diagnostic::Severity::Note ? QPen(color, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(severity == Diagnostic::Severity::Note ? QBrush(Qt::NoBrush) : QBrush(color));
    if (severity == Diagnostic::Severity::Warning)
        painter.drawPolygon(QPolygonF{{inner.center().x(), inner.top()}, inner.bottomRight(), inner.bottomLeft()});
    else
        painter.drawEllipse(inner);
}

const Diagnostic *CodeEditor::worstOf(int line) const
{
    const Diagnostic *worst = nullptr;
    for (const Diagnostic &diagnostic : m_diagnostics) {
        const bool here = qMin(diagnostic.line, blockCount()) == line;
        if (here && (!worst || diagnostic.severity < worst->severity))
            worst = &diagnostic;
    }
    return worst;
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
        line.format.setBackground(
            QColor::fromRgba(m_highlighter->theme().editorColor(KSyntaxHighlighting::Theme::CurrentLine)));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = textCursor();
        line.cursor.clearSelection();
        selections += line;
    }
    for (const Diagnostic &mark : m_diagnostics) {
        QTextEdit::ExtraSelection underline;
        underline.cursor = cursorOf(mark);
        underline.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        underline.format.setUnderlineColor(colorOf(mark.severity));
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
    // A place alone is shown by the word there; an empty stretch could not be seen.
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

} // namespace Roost
