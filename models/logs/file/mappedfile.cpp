// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/mappedfile.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>

#include <sys/mman.h>
#include <unistd.h>

namespace Roost::Logs {

/// One mapping as the signal handler sees it. It is never freed, only used again, so that the handler can walk the list
/// at any time without a lock.
struct MappedFile::Region
{
    std::atomic<quintptr> begin = 0; // 0: free
    std::atomic<quintptr> end = 0;
    std::atomic_bool cut = false;
    Region *next = nullptr;
};

/// Converts the SIGBUS of a page that is no longer in its file into a page of zeros, as libwayland does for the shared
/// memory of its clients. Any other SIGBUS is passed to the handler that was installed before.
class MappedFile::Guard
{
public:
    static Region *enter(char *begin, qint64 length)
    {
        static std::once_flag installed;
        std::call_once(installed, install);
        const std::lock_guard lock(mutex());
        Region *region = s_regions.load();
        while (region && region->begin.load() != 0)
            region = region->next;
        const bool isNew = !region;
        if (isNew)
            region = new Region;
        region->cut = false;
        region->end = quintptr(begin) + quintptr(length);
        region->begin = quintptr(begin);
        if (isNew) {
            region->next = s_regions.load();
            s_regions = region;
        }
        return region;
    }

    static void leave(Region *region)
    {
        const std::lock_guard lock(mutex());
        region->begin = 0;
    }

private:
    static std::mutex &mutex()
    {
        static std::mutex one;
        return one;
    }

    static void install()
    {
        s_pageSize = quintptr(::sysconf(_SC_PAGESIZE));
        struct sigaction action{};
        action.sa_sigaction = handle;
        action.sa_flags = SA_SIGINFO | SA_NODEFER;
        sigemptyset(&action.sa_mask);
        ::sigaction(SIGBUS, &action, &s_previous);
    }

    // Async-signal-safe: walks a list that only grows, and makes one system call.
    static void handle(int signal, siginfo_t *info, void *context)
    {
        const int error = errno;
        const auto address = quintptr(info->si_addr);
        for (Region *region = s_regions.load(); region; region = region->next) {
            const quintptr begin = region->begin.load();
            const quintptr end = region->end.load();
            if (begin == 0 || address < begin || address >= end)
                continue;
            // Begins with this page: the pages before it are still in the file.
            const quintptr inPage = address & (s_pageSize - 1);
            if (::mmap(static_cast<char *>(info->si_addr) - inPage, end - (address - inPage), PROT_READ,
                       MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) == MAP_FAILED)
                break;
            region->cut = true;
            errno = error;
            return;
        }
        passOn(signal, info, context);
    }

    static void passOn(int signal, siginfo_t *info, void *context)
    {
        if (s_previous.sa_flags & SA_SIGINFO)
            s_previous.sa_sigaction(signal, info, context);
        else if (s_previous.sa_handler != SIG_DFL && s_previous.sa_handler != SIG_IGN)
            s_previous.sa_handler(signal);
        else
            // the same access fails again and ends the program, as it would have without this handler
            ::signal(signal, SIG_DFL);
    }

    static std::atomic<Region *> s_regions;
    static struct sigaction s_previous;
    static quintptr s_pageSize;
};

std::atomic<MappedFile::Region *> MappedFile::Guard::s_regions = nullptr;
struct sigaction MappedFile::Guard::s_previous{};
quintptr MappedFile::Guard::s_pageSize = 4096;

std::shared_ptr<const MappedFile> MappedFile::map(int descriptor, qint64 length)
{
    void *begin = ::mmap(nullptr, size_t(length), PROT_READ, MAP_SHARED | MAP_NORESERVE, descriptor, 0);
    if (begin == MAP_FAILED)
        return nullptr;
    return std::shared_ptr<const MappedFile>(new MappedFile(static_cast<char *>(begin), length));
}

MappedFile::MappedFile(char *begin, qint64 length)
    : m_begin(begin)
    , m_length(length)
    , m_region(Guard::enter(begin, length))
{
}

MappedFile::~MappedFile()
{
    Guard::leave(m_region);
    ::munmap(m_begin, size_t(m_length));
}

void MappedFile::release(qint64 from, qint64 to) const
{
    const qint64 page = ::sysconf(_SC_PAGESIZE);
    const qint64 first = (from + page - 1) / page * page;
    if (first < to && !wasCut())
        ::madvise(m_begin + first, size_t(to - first), MADV_DONTNEED);
}

bool MappedFile::wasCut() const
{
    return m_region->cut;
}

} // namespace Roost::Logs
