// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Items {

enum class SubmitStep { Code, Compute, Environment, Distribution, Review };

enum class SubmitField {
    Folder,
    Script,
    Arguments,
    Command,
    Experiment,
    Variables,
    Metrics,
    Compute,
    Environment,
    Conda,
    Nodes,
    Processes,
    JobText,
};

/// Returns the wizard step that shows the field.
SubmitStep stepOf(SubmitField field);

/// One sentence beside a field. A blocking problem prevents submitting the job.
struct FieldProblem
{
    SubmitField field = SubmitField::Folder;
    bool blocks = true;
    QString text;

    bool operator==(const FieldProblem &) const = default;
};

} // namespace Roost::Items
