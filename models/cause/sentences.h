// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

/// The first cause in words for people: the one place that words it, for window, console and service.
namespace Roost::Causes::CauseText {

/// "Rank 3: ModuleNotFoundError: No module named 'torchaudio'". `alone`: the run had one process, which needs no name.
QString of(const CauseCandidate &candidate, bool alone);
/// Of its first candidates together where they tie.
QString of(const FirstCause &cause, bool alone);
/// The cause of a run; else its error text.
QString of(const Run &run);
/// Why another candidate may be the first as well, or how this one was found; empty where its own words tell.
QString certainty(const FirstCause &cause);
/// What to do about it, where that is known: the environment that lacks a module; empty otherwise.
QString hint(const Run &run);
/// "exit code 1", "SIGSEGV"
QString outcome(const CauseCandidate &candidate);
/// "5 ranks stopped because of it"
QString followers(const FirstCause &cause);
/// "0, 2-5"
QString ranks(const QList<int> &ranks);
/// "SIGKILL", "signal 35"
QString signalName(int signal);

} // namespace Roost::Causes::CauseText
