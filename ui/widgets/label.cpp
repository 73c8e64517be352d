// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

namespace {

// In characters: the minimum width of a label with a long word, and the maximum width that it requests for such a word.
constexpr int NarrowestBroken = 16;
constexpr int WidestBroken = 60;

// Returns the height.
qreal layOut(QTextLayout &layout, Qt::Alignment alignment, qreal width)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

Label::Label(const QString &text, Theme::Role role, double scale, QFont::Weight weight, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    if (!qFuzzyCompare(scale, 1.0) || weight != QFont::Normal)
        setFont(Theme::font(scale, weight));
    tint();
}

void Label::setRole(Theme::Role role)
{
    m_role = role;
    tint();
}

// QLabel breaks lines only between words, and cuts off words that are longer than the line.
bool Label::breaksAt(int width) const
{
    return wordWrap() && textFormat() == Qt::PlainText && QLabel::minimumSizeHint().width() > width;
}

QMargins Label::around() const
{
    return contentsMargins() + margin();
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    const int narrow = NarrowestBroken * fontMetrics().averageCharWidth();
    return breaksAt(narrow) ? QSize(narrow, hint.height()) : hint;
}

QSize Label::sizeHint() const
{
    const int wide = WidestBroken * fontMetrics().averageCharWidth();
    return breaksAt(wide) ? QSize(wide, heightForWidth(wide)) : QLabel::sizeHint();
}

int Label::heightForWidth(int width) const
{
    if (!breaksAt(width))
        return QLabel::heightForWidth(width);
    const QMargins margins = around();
    QTextLayout layout(QString(text()).replace(u'\n', QChar::LineSeparator), font());
    const qreal inner = std::max(1, width - margins.left() - margins.right());
    return int(std::ceil(layOut(layout, alignment(), inner))) + margins.top() + margins.bottom();
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!breaksAt(width())) {
        QLabel::paintEvent(event);
        return;
    }
    // Selectable text is in a document that QLabel owns and sets up again for each layout.
    if (auto *document = findChild<QTextDocument *>()) {
        QLabel::heightForWidth(width());
        QTextOption option = document->defaultTextOption();
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        if (option.wrapMode() != document->defaultTextOption().wrapMode())
            document->setDefaultTextOption(option);
        QLabel::paintEvent(event);
        return;
    }
    const QRect area = rect() - around();
    QTextLayout layout(QString(text()).replace(u'\n', QChar::LineSeparator), font());
    const qreal left = area.height() - layOut(layout, alignment(), area.width());
    const qreal above = alignment() & Qt::AlignTop ? 0 : alignment() & Qt::AlignBottom ? left : left / 2;
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, area.topLeft() + QPointF(0, std::max(0.0, above)));
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_tinting)
        tint();
}

void Label::tint()
{
    m_tinting = true;
    QPalette own;
    own.setColor(QPalette::WindowText, Theme::color(m_role));
    setPalette(own);
    m_tinting = false;
}

SectionHeader::SectionHeader(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(new Label(text, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_detail(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Inside);
    row->addWidget(m_text);
    row->addWidget(m_detail);
    row->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_detail->hide();
}

void SectionHeader::setText(const QString &text)
{
    m_text->setText(text);
}

void SectionHeader::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void SectionHeader::addWidget(QWidget *widget)
{
    layout()->addWidget(widget);
}

} // namespace Roost::Ui
