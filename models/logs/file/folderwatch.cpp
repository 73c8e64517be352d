// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/folderwatch.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

constexpr auto ShortestInterval = 8ms;
constexpr auto LongestInterval = 100ms;
constexpr auto IntervalPerFile = 2ms;
constexpr uint32_t Events =
    IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR | IN_EXCL_UNLINK;

std::pair<QByteArray, QByteArray> split(const QByteArray &path)
{
    const auto slash = path.lastIndexOf('/');
    if (slash < 0)
        return {".", path};
    return {slash == 0 ? QByteArray("/") : path.first(slash), path.sliced(slash + 1)};
}

} // namespace

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent)
    , m_queue(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::emitChanges);
    if (m_queue < 0)
        return;
    m_notifier = new QSocketNotifier(m_queue, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &FolderWatch::onReadable);
}

FolderWatch::~FolderWatch()
{
    if (m_queue >= 0)
        ::close(m_queue);
}

bool FolderWatch::add(const QByteArray &path)
{
    const auto [where, name] = split(path);
    auto folder = m_folders.find(where);
    if (folder == m_folders.end()) {
        const int watch = m_queue < 0 ? -1 : ::inotify_add_watch(m_queue, where.constData(), Events);
        if (watch < 0)
            return false;
        folder = m_folders.insert(where, {watch, {}});
        m_paths.insert(watch, where);
    }
    ++folder->files[name];
    return true;
}

void FolderWatch::remove(const QByteArray &path)
{
    const auto [where, name] = split(path);
    const auto folder = m_folders.find(where);
    if (folder == m_folders.end())
        return;
    const auto file = folder->files.find(name);
    if (file != folder->files.end() && --*file == 0)
        folder->files.erase(file);
    if (!folder->files.isEmpty())
        return;
    ::inotify_rm_watch(m_queue, folder->watch);
    m_paths.remove(folder->watch);
    m_folders.erase(folder);
}

// Reports a single change at once. Frequent changes wait in the kernel, where they cost nothing.
void FolderWatch::onReadable()
{
    if (m_timer.isActive()) {
        m_notifier->setEnabled(false);
        return;
    }
    emitChanges();
}

void FolderWatch::emitChanges()
{
    readEvents();
    m_notifier->setEnabled(true);
    const auto changed = std::exchange(m_changed, {});
    const auto interval =
        std::clamp<std::chrono::milliseconds>(IntervalPerFile * changed.size(), ShortestInterval, LongestInterval);
    if (std::exchange(m_hasMissed, false)) {
        m_timer.start(interval);
        Q_EMIT this->changed({});
        return;
    }
    if (changed.isEmpty())
        return;
    m_timer.start(interval);
    for (const QByteArray &path : changed)
        Q_EMIT this->changed(path);
}

void FolderWatch::readEvents()
{
    alignas(inotify_event) std::array<char, 64 * 1024> buffer;
    for (;;) {
        const ssize_t size = ::read(m_queue, buffer.data(), buffer.size());
        if (size <= 0)
            return;
        for (ssize_t at = 0; at < size;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            at += ssize_t(sizeof(inotify_event)) + event->len;
            if (event->mask & IN_Q_OVERFLOW)
                m_hasMissed = true;
            const auto path = m_paths.constFind(event->wd);
            if (path == m_paths.cend())
                continue;
            if (event->mask & IN_IGNORED) { // the folder was removed
                m_folders.remove(*path);
                m_paths.erase(path);
                continue;
            }
            if (event->len == 0)
                continue;
            const auto name = QByteArray::fromRawData(event->name, qsizetype(std::strlen(event->name)));
            if (m_folders[*path].files.contains(name))
                m_changed.insert((*path == "/" ? QByteArray() : *path) + '/' + name);
        }
    }
}

} // namespace Roost::Logs
