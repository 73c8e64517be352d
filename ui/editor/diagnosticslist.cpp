// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/diagnosticslist.h"

#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"

#include <QEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

namespace {

constexpr int mostRowsSeen = 4;

QIcon iconOf(Diagnostic::Severity severity)
{
    switch (severity) {
    case Diagnostic::Severity::Error:
        return Theme::icon(u"error"_s, Theme::Role::Failed);
    case Diagnostic::Severity::Warning:
        return Theme::icon(u"warning"_s, Theme::Role::Warning);
    case Diagnostic::Severity::Note:
        return Theme::icon(u"info"_s, Theme::Role::Running);
    }
    std::unreachable();
}

} // namespace

DiagnosticsList::DiagnosticsList(CodeEditor &editor, QWidget *parent)
    : QListWidget(parent)
    , m_editor(editor)
{
    setObjectName(editor.objectName() + "Messages"_L1);
    setAccessibleName(tr("Problems in the text"));
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemClicked, this, &DiagnosticsList::goTo);
    connect(this, &QListWidget::itemActivated, this, &DiagnosticsList::goTo);
    hide();
}

void DiagnosticsList::setDiagnostics(const Diagnostics &diagnostics)
{
    m_editor.setDiagnostics(diagnostics);
    if (diagnostics != m_diagnostics)
        show(diagnostics);
}

void DiagnosticsList::show(const Diagnostics &diagnostics)
{
    m_diagnostics = diagnostics;
    clear();
    for (const Diagnostic &diagnostic : diagnostics) {
        auto *item = new QListWidgetItem(iconOf(diagnostic.severity),
                                         tr("Line %1: %2").arg(diagnostic.line).arg(diagnostic.message), this);
        item->setToolTip(diagnostic.message);
    }
    const int rows = qBound(1, int(diagnostics.size()), mostRowsSeen);
    setFixedHeight(rows * qMax(Theme::rowHeight(), sizeHintForRow(0)) + 2 * frameWidth() + Theme::Step);
    setVisible(!diagnostics.isEmpty());
}

void DiagnosticsList::leaveOut(const QString &text)
{
    int seen = 0;
    for (int row = 0; row < count(); ++row) {
        item(row)->setHidden(item(row)->text() == text);
        seen += item(row)->isHidden() ? 0 : 1;
    }
    setVisible(seen > 0);
}

bool DiagnosticsList::walk(int direction)
{
    if (m_diagnostics.isEmpty())
        return false;
    const int line = m_editor.textCursor().blockNumber() + 1;
    QList<Diagnostic> sorted = m_diagnostics;
    std::ranges::stable_sort(sorted, {}, &Diagnostic::line);
    if (direction < 0)
        std::ranges::reverse(sorted);
    const auto next = std::ranges::find_if(
        sorted, [&](const Diagnostic &d) { return direction > 0 ? d.line > line : d.line < line; });
    const Diagnostic &there = next == sorted.end() ? sorted.first() : *next;
    m_editor.goTo(there.line, there.column);
    setCurrentRow(int(m_diagnostics.indexOf(there)));
    return true;
}

void DiagnosticsList::goTo(const QListWidgetItem *item)
{
    const int at = row(item);
    if (at < 0 || at >= m_diagnostics.size())
        return;
    m_editor.goTo(m_diagnostics.at(at).line, m_diagnostics.at(at).column);
    m_editor.setFocus();
}

void DiagnosticsList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        show(Diagnostics(m_diagnostics));
}

} // namespace Roost::Ui
