// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keychain/systemkeychain.h"

#include "models/core/words.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Roost::Keychain {

namespace {

constexpr int LongestMs = 60000;

QString service()
{
    return u"roost"_s;
}

std::unexpected<Error> failureOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return failure(ErrorKind::NotFound, Words::tr("The keychain has no such entry."));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return failure(ErrorKind::Unreachable, Words::tr("This session has no keychain."), job.errorString());
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return failure(ErrorKind::Denied, Words::tr("The keychain is locked."), job.errorString());
    default:
        break;
    }
    const QString why = job.errorString().trimmed();
    return failure(ErrorKind::Unreachable,
                   why.isEmpty() ? Words::tr("The keychain does not answer.")
                                 : Words::tr("The keychain does not answer: %1.").arg(why),
                   why);
}

// Starts a job, which deletes itself. `valueOf` reads its result.
template <typename T>
Future<T> run(QKeychain::Job *job, std::function<Result<T>()> valueOf)
{
    Promise<T> promise;
    const auto future = promise.future();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [promise, valueOf = std::move(valueOf)](QKeychain::Job *done) {
                         promise.resolve(done->error() == QKeychain::NoError ? valueOf() : Result<T>(failureOf(*done)));
                     });
    QTimer::singleShot(LongestMs, job, [promise] {
        promise.resolve(failure(ErrorKind::Unreachable,
                                Words::tr("The keychain did not answer within %1 s.").arg(LongestMs / 1000)));
    });
    job->start();
    return future;
}

} // namespace

Future<QString> SystemKeychain::read(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(name);
    return run<QString>(job, [job]() -> Result<QString> { return job->textData(); });
}

Future<void> SystemKeychain::write(const QString &name, const QString &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(name);
    job->setTextData(secret);
    return run<void>(job, [] { return Result<void>(); });
}

Future<void> SystemKeychain::remove(const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(name);
    const auto removed = run<void>(job, [] { return Result<void>(); });
    return then(removed, [](const Result<void> &result) {
        const bool isGone = result || result.error().kind == ErrorKind::NotFound;
        return readyFuture<void>(isGone ? Result<void>() : result);
    });
}

} // namespace Roost::Keychain
