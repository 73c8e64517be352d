// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/loggedmodel.h"
#include "models/core/run.h"
#include "models/yaml/node.h"

#include <functional>
#include <optional>

namespace Roost::Importers {

// The files of MLflow's file store.

/// Reads a meta.yaml. Unreadable, with the line, if it is not a mapping.
Result<Yaml::Node> readMeta(const QString &file);
Result<Yaml::Node> metaFrom(const QByteArray &text);

/// Returns the text of a scalar; empty for null and for a missing key.
QString metaText(const Yaml::Node &meta, QStringView key);
qint64 metaNumber(const Yaml::Node &meta, QStringView key);
/// Reads milliseconds since 1970.
QDateTime metaTime(const Yaml::Node &meta, QStringView key);
/// Reads the number or the word of a run's status.
RunStatus metaStatus(const Yaml::Node &meta);
/// Reads a mapping of texts.
StringMap metaTexts(const Yaml::Node &meta, QStringView key);

/// Reads a line of a metric's file, without its end: "TIMESTAMP VALUE [STEP ...]". A metric of a logged model is
/// followed by the run and, if it is of a dataset, by the name and the digest of that.
std::optional<LoggedModelMetric> metricFromLine(QByteArrayView line);

} // namespace Roost::Importers
