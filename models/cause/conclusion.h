// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/analyser.h"
#include "models/cause/story.h"

namespace Roost::Causes {

/// Which of the ranks was the first, from their stories, which were judged one by one before.
std::optional<FirstCause> conclude(const QList<Story> &stories, Ending ending);

} // namespace Roost::Causes
