// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/gpuprobe.h"

// Answers as `roostd gpus` does, whatever its arguments are.
int main()
{
    return Roost::Load::answerGpuRequests();
}
