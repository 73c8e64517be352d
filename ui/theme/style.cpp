// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/colors.h"
#include "ui/theme/controls.h"
#include "ui/theme/icon.h"
#include "ui/theme/sizes.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace Roost::Ui::Theme {

using namespace Qt::StringLiterals;

namespace {

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

// For the focus frame of a row a tree passes no widget, and repaints only the row.
QRect around(const QRect &rect, const QWidget *widget)
{
    const int room = widget ? 1 : 0;
    return rect.adjusted(-room, -room, room, room);
}

bool isMenuSeparator(const QStyleOption *option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    return item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty();
}

constexpr int ArrowSide = 8;

// The arrow of the sorted column is placed beside its title, not over the edge of the next column.
QRect sortArrow(const QStyleOptionHeader &header, const QHeaderView &view)
{
    constexpr int side = ArrowSide;
    const int begin = view.sectionViewportPosition(header.section) + Inside;
    const int end = begin + view.sectionSize(header.section) - 2 * Inside;
    const int text = header.fontMetrics.horizontalAdvance(header.text);
    const int x = header.textAlignment & Qt::AlignRight ? std::max(begin, end - text - Step - side)
                                                        : std::min(begin + text + Step, end - side);
    return {x, (view.height() - side) / 2, side, side};
}

void drawLineEditPanel(const QStyleOption *option, QPainter *painter)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool enabled = option->state & QStyle::State_Enabled;
    if (!frame || frame->lineWidth <= 0) {
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    }
    Controls::drawFrame(painter, option->rect,
                        enabled ? option->palette.color(QPalette::Base) : color(Role::SurfaceRaised),
                        color(enabled ? Role::Border : Role::Line), option->state & QStyle::State_HasFocus);
}

// Edges are subtle, except those of menus and lists over other views. The focused view has an edge in the accent
// colour.
void drawViewFrame(const QStyleOption *option, QPainter *painter, bool isAbove)
{
    const bool focused = option->state & QStyle::State_HasFocus;
    painter->save();
    painter->setPen(color(focused ? Role::Accent : isAbove ? Role::Border : Role::Line));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void drawSplitter(const QStyleOption *option, QPainter *painter)
{
    const bool hover = option->state & QStyle::State_MouseOver;
    const bool upright = option->state & QStyle::State_Horizontal; // a horizontal splitter has vertical handles
    const QPoint middle = option->rect.center();
    const QRect line = upright ? QRect(middle.x(), option->rect.top(), 1, option->rect.height())
                               : QRect(option->rect.left(), middle.y(), option->rect.width(), 1);
    painter->fillRect(line, color(hover ? Role::Accent : Role::Line));
}

QRect lowerEdge(const QRect &rect)
{
    return {rect.left(), rect.bottom(), rect.width(), 1};
}

const QHeaderView *horizontalHeader(const QWidget *widget)
{
    const auto *view = qobject_cast<const QHeaderView *>(widget);
    return view && view->orientation() == Qt::Horizontal ? view : nullptr;
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return IconSize;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Inside;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return Group;
    case PM_SplitterWidth:
        return 5;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_HeaderMargin:
        return Inside; // as in the cells below
    case PM_HeaderMarkSize:
        return ArrowSide + Step;
    case PM_FocusFrameHMargin:
        // The cells of a tree start at the text of its header, which is indented one pixel less.
        return qobject_cast<const QTreeView *>(widget) ? Inside - 1 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_MenuPanelWidth:
        return 1; // 0 in Fusion, whose rows overlap the edge
    case PM_ToolTipLabelFrameWidth:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Table_GridLineColor:
        return int(color(Role::Line).rgb());
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        Controls::drawButton(option, painter, isPrimary(widget));
        return;
    case PE_PanelButtonTool:
        Controls::drawToolButton(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        Controls::drawIndicator(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        Controls::drawIndicator(option, painter, true);
        return;
    case PE_FrameFocusRect:
        // Push buttons and views draw their own focus frame. A tool button at rest has no panel that could show it.
        if (qobject_cast<const QToolButton *>(widget))
            Controls::drawFrame(painter, widget->rect(), {}, {}, true);
        else if (!qobject_cast<const QPushButton *>(widget) && !qobject_cast<const QAbstractItemView *>(widget))
            Controls::drawFrame(painter, around(option->rect, widget), {}, color(Role::Accent), false);
        return;
    case PE_PanelLineEdit:
        drawLineEditPanel(option, painter);
        return;
    case PE_Frame:
    case PE_FrameMenu:
        drawViewFrame(option, painter, element == PE_FrameMenu || (widget && widget->windowType() == Qt::Popup));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(lowerEdge(option->rect), color(Role::Line));
        return;
    case PE_FrameTabWidget:
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const QHeaderView *view = horizontalHeader(widget);
        if (!header || !view)
            break;
        QStyleOptionHeader moved = *header;
        moved.rect = sortArrow(*header, *view);
        QProxyStyle::drawPrimitive(element, &moved, painter, widget);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
    case CE_HeaderLabel:
    case CE_ComboBoxLabel:
        drawLabel(element, option, painter, widget);
        return;
    case CE_TabBarTabShape:
        Controls::drawTab(option, painter);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            Controls::drawProgress(bar, painter);
        return;
    case CE_HeaderSection:
        painter->fillRect(option->rect, color(Role::Surface));
        painter->fillRect(lowerEdge(option->rect), color(Role::Line));
        return;
    case CE_MenuItem:
        if (!isMenuSeparator(option))
            break;
        painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                          color(Role::Line));
        return;
    case CE_Splitter:
        drawSplitter(option, painter);
        return;
    case CE_ProgressBarGroove:
        Controls::drawFrame(painter, option->rect, color(Role::Hover), {}, false);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawLabel(ControlElement element, const QStyleOption *option, QPainter *painter,
                      const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button && isPrimary(widget) && (option->state & State_Enabled)) {
        QStyleOptionButton copy = *button;
        copy.palette.setColor(QPalette::ButtonText, color(Role::AccentText));
        if (!copy.icon.isNull())
            copy.icon = Controls::onAccent(copy.icon, widget->devicePixelRatio());
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    // Fusion computes the space of the title by itself, without the proxy style.
    const auto *title = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option);
    const QHeaderView *view = horizontalHeader(widget);
    if (element == CE_HeaderLabel && title && view) {
        QStyleOptionHeaderV2 copy = *title;
        copy.rect.setLeft(view->sectionViewportPosition(title->section));
        copy.rect.setWidth(view->sectionSize(title->section));
        copy.rect = subElementRect(SE_HeaderLabel, &copy, widget);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (element == CE_ComboBoxLabel && combo) {
        const QRect field = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        const QStyleOptionComboBox shown = Controls::elided(*combo, field.width() - 2);
        QProxyStyle::drawControl(element, &shown, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        Controls::drawComboBox(option, painter);
        return;
    }
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider) {
        Controls::drawScrollBar(slider, painter, Controls::scrollBarRect(slider, SC_ScrollBarSlider));
        return;
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin) {
        Controls::drawSpinBox(spin, painter, subControlRect(control, option, SC_SpinBoxUp, widget),
                              subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control != CC_ToolButton || !button || !(button->features & QStyleOptionToolButton::HasMenu)) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    // Fusion squeezes the arrow into a corner, and a button with only an icon needs none.
    QStyleOptionToolButton plain = *button;
    plain.features &= ~QStyleOptionToolButton::HasMenu;
    const bool hasText = !button->text.isEmpty() && button->toolButtonStyle != Qt::ToolButtonIconOnly;
    QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    if (hasText) {
        const QRect place(option->rect.right() - IconSize - Step, option->rect.center().y() - IconSize / 2 + 1,
                          IconSize, IconSize);
        icon(u"chevron-down"_s).paint(painter, place);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return Controls::scrollBarRect(slider, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

// A title is elided only if the title and its arrow do not fit.
QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element != SE_HeaderLabel || !header || !horizontalHeader(widget))
        return QProxyStyle::subElementRect(element, option, widget);
    const bool isSorted = header->sortIndicator != QStyleOptionHeader::None;
    const int arrow = isSorted ? ArrowSide + Step : 0;
    const bool isRight = header->textAlignment & Qt::AlignRight;
    return header->rect.adjusted(Inside + (isRight ? arrow : 0), 0, -Inside - (isRight ? 0 : arrow), 0);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(std::max(result.height(), ControlHeight));
        result.rwidth() += Inside;
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), ControlHeight));
        break;
    case CT_ToolButton:
        result.setHeight(std::max(result.height(), ControlHeight));
        result.setWidth(std::max(result.width(), ControlHeight));
        break;
    case CT_MenuItem:
        result.setHeight(isMenuSeparator(option) ? Inside + 1 : std::max(result.height(), 26));
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), rowHeight() + 2));
        break;
    default:
        break;
    }
    return result;
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Enter presses the focused button. Qt does so in dialogs and leaves it to the desktop elsewhere.
    auto *button = qobject_cast<QPushButton *>(widget);
    if (button && !qobject_cast<QDialog *>(button->window()))
        button->setAutoDefault(true);
    auto *edit = qobject_cast<QLineEdit *>(widget);
    if (edit && edit->hasFrame() && edit->textMargins().isNull())
        edit->setTextMargins(Step, 0, Step, 0);
    // Qt guesses whether a text is markup, and loads the pictures that it names: a name that is not part of the program
    // could change the look of the window, and a named pipe would block it. Qt's own tool tips and message boxes use
    // such labels, too.
    auto *label = qobject_cast<QLabel *>(widget);
    if (label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

} // namespace Roost::Ui::Theme
