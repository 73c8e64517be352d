// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/findbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;
using namespace Qt::StringLiterals;

FindBar::FindBar(Purpose purpose, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_name(name)
    , m_edit(new QLineEdit(this))
    , m_result(new Label({}, Theme::Role::TextSecondary, Theme::Secondary, QFont::Normal, this))
{
    setObjectName(name + u"Bar"_s);
    const bool finds = purpose == Purpose::Find;
    m_edit->setObjectName(name + u"Edit"_s);
    m_edit->setAccessibleName(finds ? tr("Find in the log") : tr("Filter the log"));
    m_edit->setPlaceholderText(finds ? tr("Find in the log") : tr("Show only lines with…"));
    m_edit->addAction(Theme::icon(finds ? u"search"_s : u"filter"_s), QLineEdit::LeadingPosition);
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(220);
    m_edit->installEventFilter(this);
    m_result->setObjectName(name + u"Result"_s);
    m_result->setMinimumWidth(fontMetrics().horizontalAdvance(u"00,000 of 00,000 lines"_s));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    row->setSpacing(Theme::Step);
    row->addWidget(m_edit, 1);
    m_case = addButton(u"Case"_s, u"Aa"_s, tr("Match upper and lower case"));
    m_regex = addButton(u"Regex"_s, u".*"_s, tr("Regular expression"));
    m_case->setCheckable(true);
    m_regex->setCheckable(true);
    if (!finds) {
        m_not = addButton(u"Not"_s, tr("Not"), tr("Show the lines that do not match"));
        m_not->setCheckable(true);
    } else {
        auto *previous = addButton(u"Previous"_s, {}, tr("Previous match (Shift+Enter)"));
        previous->setIcon(Theme::icon(u"chevron-up"_s));
        connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT nextWanted(false); });
        auto *next = addButton(u"Next"_s, {}, tr("Next match (Enter)"));
        next->setIcon(Theme::icon(u"chevron-down"_s));
        connect(next, &QToolButton::clicked, this, [this] { Q_EMIT nextWanted(true); });
    }
    row->addWidget(m_result);
    auto *shut = addButton(u"Close"_s, {}, tr("Close (Escape)"));
    shut->setIcon(Theme::icon(u"close"_s));
    connect(shut, &QToolButton::clicked, this, &FindBar::close);

    const auto changed = [this] { Q_EMIT patternChanged(pattern()); };
    connect(m_edit, &QLineEdit::textChanged, this, changed);
    connect(m_case, &QToolButton::toggled, this, changed);
    connect(m_regex, &QToolButton::toggled, this, changed);
    if (m_not)
        connect(m_not, &QToolButton::toggled, this, changed);
    hide();
}

QToolButton *FindBar::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(m_name + name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void FindBar::open()
{
    const bool was = isVisible();
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    if (!was && !m_edit->text().isEmpty())
        Q_EMIT patternChanged(pattern());
}

void FindBar::close()
{
    hide();
    Q_EMIT patternChanged({});
    Q_EMIT closed();
}

LogPattern FindBar::pattern() const
{
    return {m_edit->text(), m_regex->isChecked(), m_case->isChecked(), m_not && m_not->isChecked()};
}

void FindBar::showResult(const LogFinder &search, std::optional<LineNumber> current)
{
    const QString wrong = pattern().whyNot();
    m_result->setRole(wrong.isEmpty() ? Theme::Role::TextSecondary : Theme::Role::Failed);
    m_result->setToolTip(wrong);
    if (!wrong.isEmpty()) {
        m_result->setText(tr("Not a regular expression"));
        return;
    }
    const auto &lines = search.lines();
    const QLocale locale;
    QString text;
    if (!search.isActive()) {
        text.clear();
    } else if (lines.empty()) {
        text = search.isRunning() ? tr("Searching…") : tr("No line");
    } else if (m_purpose == Purpose::Find && current && std::ranges::binary_search(lines, *current)) {
        const qlonglong at = std::ranges::lower_bound(lines, *current) - lines.begin();
        text = tr("%1 of %n lines", nullptr, int(lines.size())).arg(locale.toString(at + 1));
    } else {
        text = tr("%n lines", nullptr, int(lines.size()));
    }
    if (search.isRunning() && !lines.empty())
        text += u" …"_s;
    m_result->setText(text);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT nextWanted(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Roost::Ui
