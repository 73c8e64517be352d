// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/outputword.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::JobFile {

QStringList OutputWord::values() const
{
    QStringList words;
    for (qsizetype i = 0; i < pairs.size(); i += 2)
        words += pairs.at(i);
    return words;
}

QString OutputWord::toBody(const QString &value) const
{
    if (pairs.isEmpty())
        return value;
    for (qsizetype i = 0; i < pairs.size(); i += 2) {
        if (pairs.at(i).compare(value, Qt::CaseInsensitive) == 0)
            return pairs.at(i + 1);
    }
    return {};
}

QString OutputWord::fromBody(const QString &value) const
{
    for (qsizetype i = 1; i < pairs.size(); i += 2) {
        if (pairs.at(i).compare(value, Qt::CaseInsensitive) == 0)
            return pairs.at(i - 1);
    }
    return value;
}

const QList<OutputWord> &outputWords()
{
    static const QList<OutputWord> words{
        {u"type"_s,
         u"jobOutputType"_s,
         {u"uri_folder"_s, u"uri_folder"_s, u"uri_file"_s, u"uri_file"_s, u"mltable"_s, u"mltable"_s, u"mlflow_model"_s,
          u"mlflow_model"_s, u"custom_model"_s, u"custom_model"_s, u"triton_model"_s, u"triton_model"_s}},
        {u"mode"_s,
         u"mode"_s,
         {u"rw_mount"_s, u"ReadWriteMount"_s, u"mount"_s, u"ReadWriteMount"_s, u"upload"_s, u"Upload"_s, u"direct"_s,
          u"Direct"_s}},
        {u"path"_s, u"uri"_s, {}},
        {u"name"_s, u"assetName"_s, {}},
        {u"version"_s, u"assetVersion"_s, {}},
        {u"description"_s, u"description"_s, {}}};
    return words;
}

const OutputWord *outputWordOf(const QString &key)
{
    const auto found = std::ranges::find(outputWords(), key, &OutputWord::key);
    return found == outputWords().end() ? nullptr : &*found;
}

QStringList outputKeys()
{
    QStringList keys;
    for (const OutputWord &word : outputWords())
        keys += word.key;
    return keys;
}

} // namespace Roost::JobFile
