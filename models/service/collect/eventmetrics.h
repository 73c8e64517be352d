// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/collect/metricfilereader.h"
#include "models/tensorboard/eventfilereader.h"

namespace Roost::Service::Collect {

/// Reads the scalars and the hyperparameters of a TensorBoard event file. Other values remain in the file, from which
/// the window shows them.
class EventMetrics : public MetricFileReader
{
public:
    FileReading read(QIODevice &file, const FilePosition &from, bool isFinal) override;

    /// Returns whether a file has the name that TensorBoard looks for.
    static bool isEventFile(const QString &path);

private:
    TensorBoard::EventFileReader m_reader;
    QByteArray m_state; // of the reader
};

} // namespace Roost::Service::Collect
