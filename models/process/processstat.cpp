// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processstat.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace Roost::Process {

namespace {

/// The fields of a line that are separated by single spaces.
class Fields
{
public:
    explicit Fields(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    char character() const { return m_at < m_end ? *m_at : '?'; }

    void skip(int fields)
    {
        for (; fields > 0 && m_at < m_end; ++m_at) {
            if (*m_at == ' ')
                --fields;
        }
    }

    // Returns the number of the current field and goes to the next field.
    qint64 next()
    {
        qint64 value = 0;
        std::from_chars(m_at, m_end, value);
        skip(1);
        return value;
    }

    bool isAtEnd() const { return m_at >= m_end; }

private:
    const char *m_at;
    const char *m_end;
};

} // namespace

QByteArrayView readSmallFile(const char *file, std::span<char> buffer)
{
    const int in = open(file, O_RDONLY | O_CLOEXEC);
    if (in < 0)
        return {};
    size_t size = 0;
    while (size < buffer.size()) {
        const ssize_t got = read(in, buffer.data() + size, buffer.size() - size);
        if (got <= 0)
            break;
        size += size_t(got);
    }
    close(in);
    return {buffer.data(), qsizetype(size)};
}

std::optional<ProcessStat> processStat(pid_t pid)
{
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "/proc/%d/stat", int(pid));
    std::array<char, 1024> buffer;
    const QByteArrayView text = readSmallFile(name.data(), buffer);
    // The name in brackets may contain any character, including brackets and spaces.
    const auto afterName = text.lastIndexOf(')');
    if (afterName < 0 || afterName + 2 >= text.size())
        return std::nullopt;
    Fields fields(text.sliced(afterName + 2));
    ProcessStat stat;
    stat.state = fields.character();
    fields.skip(1);
    stat.parent = pid_t(fields.next());
    stat.group = pid_t(fields.next());
    stat.session = pid_t(fields.next());
    fields.skip(7); // terminal, its group, flags, and four counts of page faults
    stat.ticks = quint64(fields.next());
    stat.ticks += quint64(fields.next());
    stat.childTicks = quint64(fields.next());
    stat.childTicks += quint64(fields.next());
    fields.skip(2); // priority, nice
    stat.threads = int(fields.next());
    fields.skip(1); // always 0
    if (fields.isAtEnd())
        return std::nullopt;
    stat.key = {pid, quint64(fields.next())};
    return stat;
}

void forEachProcess(const std::function<void(pid_t)> &each)
{
    DIR *folder = opendir("/proc");
    if (folder == nullptr)
        return;
    while (const dirent *entry = readdir(folder)) {
        char *end = nullptr;
        const long pid = std::strtol(entry->d_name, &end, 10);
        if (pid > 0 && *end == '\0')
            each(pid_t(pid));
    }
    closedir(folder);
}

} // namespace Roost::Process
