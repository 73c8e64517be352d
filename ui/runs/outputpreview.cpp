// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/outputpreview.h"

#include "models/items/base/format.h"
#include "ui/editor/codeeditor.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QImageReader>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestText = 1024 * 1024;
constexpr qint64 LargestPicture = 32 * 1024 * 1024;

bool isPicture(const QString &path)
{
    static const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    return formats.contains(path.section(u'/', -1).section(u'.', -1).toLower().toLatin1());
}

} // namespace

OutputPreview::OutputPreview(RunDocument *run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_name(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold))
    , m_stack(new QStackedWidget)
    , m_text(new CodeEditor)
    , m_picture(new QLabel)
    , m_words(new Label({}, Theme::Role::TextSecondary))
    , m_note(new Label({}, Theme::Role::TextSecondary, Theme::Secondary))
{
    setObjectName(u"outputPreview"_s);
    setAccessibleName(tr("Content of the file"));
    m_name->setObjectName(u"previewName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_text->setObjectName(u"previewText"_s);
    m_text->setAccessibleName(tr("Content of the file"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_picture->setObjectName(u"previewPicture"_s);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(40, 40);
    m_words->setObjectName(u"previewWords"_s);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_note->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    m_note->hide();
    for (QWidget *kind : std::initializer_list<QWidget *>{m_text, m_picture, m_words})
        m_stack->addWidget(kind);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_note);
    column->addWidget(m_stack, 1);
}

QWidget *OutputPreview::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Theme::Inside, Theme::Step, Theme::Inside, Theme::Step);
    row->setSpacing(Theme::Inside);
    auto *open = new QToolButton;
    open->setObjectName(u"previewOpen"_s);
    open->setText(tr("Open"));
    open->setToolTip(tr("Open the file with the program that the desktop has for it"));
    open->setIcon(Theme::icon(u"external"_s));
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setAutoRaise(true);
    connect(open, &QToolButton::clicked, this, [this] { Q_EMIT openWanted(m_file.path); });
    auto *close = new QToolButton;
    close->setObjectName(u"previewClose"_s);
    close->setIcon(Theme::icon(u"close"_s));
    close->setToolTip(tr("Close the preview"));
    close->setAccessibleName(tr("Close the preview"));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &OutputPreview::closed);
    row->addWidget(m_name, 1);
    row->addWidget(open);
    row->addWidget(close);
    return head;
}

void OutputPreview::show(const Artifact &file)
{
    m_file = file;
    m_pixmap = {};
    m_note->hide();
    m_name->setText(file.path.section(u'/', -1));
    m_name->setToolTip(file.path.toHtmlEscaped());
    m_readRequest.cancel();
    showWords(tr("Reading %1…").arg(m_name->text()));
    if (isPicture(file.path) && file.size > LargestPicture) {
        showWords(tr("The picture is too large to be shown here: %1.").arg(Format::bytes(file.size)));
        return;
    }
    RunHistory *history = m_run->session().runHistory();
    if (!history)
        return;
    m_fileRequest.watch(history->file(m_run->runId(), file.path), [this](Result<FileRef> found) {
        if (found)
            read(*found);
        else
            showWords(tr("The file could not be read. %1").arg(found.error().text));
    });
}

void OutputPreview::read(const FileRef &file)
{
    const qint64 wanted = isPicture(m_file.path) ? LargestPicture : LongestText;
    m_readRequest.watch(m_run->session().files()->read(file, 0, wanted), [this](Result<Chunk> chunk) {
        if (chunk)
            showContent(*chunk);
        else
            showWords(tr("The file could not be read. %1").arg(chunk.error().text));
    });
}

void OutputPreview::showContent(const Chunk &chunk)
{
    if (isPicture(m_file.path) && m_pixmap.loadFromData(chunk.data)) {
        m_stack->setCurrentWidget(m_picture);
        m_note->setText(tr("%1 × %2 pixels").arg(m_pixmap.width()).arg(m_pixmap.height()));
        m_note->show();
        fitPicture();
        return;
    }
    if (chunk.data.contains('\0')) {
        showWords(tr("This is neither text nor a picture: %1. Open or download it.").arg(Format::bytes(chunk.size)));
        return;
    }
    m_text->setPlainText(QString::fromUtf8(chunk.data));
    m_text->setLanguageOf(m_file.path);
    m_stack->setCurrentWidget(m_text);
    m_note->setText(
        tr("Only the first %1 of %2 are shown.").arg(Format::bytes(chunk.data.size()), Format::bytes(chunk.size)));
    m_note->setVisible(chunk.size > chunk.data.size());
}

void OutputPreview::showWords(const QString &text)
{
    m_words->setText(text);
    m_stack->setCurrentWidget(m_words);
}

void OutputPreview::fitPicture()
{
    if (m_pixmap.isNull())
        return;
    const QSize room = m_stack->size() * devicePixelRatioF();
    const bool isLarger = m_pixmap.width() > room.width() || m_pixmap.height() > room.height();
    QPixmap shown = isLarger ? m_pixmap.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation) : m_pixmap;
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(shown);
}

void OutputPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPicture();
}

} // namespace Roost::Ui
