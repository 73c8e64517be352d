// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/outputsreader.h"

#include "models/core/carriednames.h"
#include "models/core/wholematch.h"
#include "models/core/words.h"
#include "models/jobfile/outputword.h"

#include <QRegularExpression>

namespace Roost::JobFile {

using namespace Qt::StringLiterals;
using Yaml::Entry;

namespace {

// Returns the parts of an output that a job file has keys for.
QJsonObject writablePartOf(const QJsonObject &output)
{
    QJsonObject kept;
    for (const OutputWord &word : outputWords()) {
        if (const auto value = output.value(word.bodyKey); !value.isUndefined())
            kept.insert(word.bodyKey, value);
    }
    return kept;
}

} // namespace

OutputsReader::OutputsReader(const CarriedParts &carried)
    : m_carried(carried)
{
}

void OutputsReader::read(const Entry &entry)
{
    static const QRegularExpression name = wholeMatch(u"[a-zA-Z_]+[a-zA-Z0-9_]*"_s);
    if (!isMapping(entry, u"model: {type: uri_folder}"_s))
        return;
    for (const Entry &one : merged(entry.value)) {
        if (!name.match(one.key.text).hasMatch())
            report(one.key.error(
                Words::tr("An output's name contains letters, digits and '_' and does not start with a digit.")));
        else if (!one.value.isNull() && !one.value.isMapping())
            report(one.key.error(
                Words::tr("The output '%1' requires lines below it, like 'type: uri_folder'.").arg(one.key.text)));
        else
            m_outputs.insert(one.key.text, outputOf(one));
    }
}

QJsonObject OutputsReader::outputOf(const Entry &entry)
{
    QJsonObject output{{u"jobOutputType"_s, u"uri_folder"_s}};
    for (const Entry &one : merged(entry.value)) {
        const OutputWord *word = outputWordOf(one.key.text);
        if (!word) {
            unknown(one, outputKeys(), u"outputs."_s + entry.key.text);
            continue;
        }
        const auto value = text(one);
        if (!value || value->isEmpty())
            continue;
        const QString sent = word->toBody(*value);
        if (sent.isEmpty())
            report(one.value.error(
                Words::tr("'%1' is '%2'; it can be %3.").arg(one.key.text, *value, word->values().join(", "_L1))));
        else
            output.insert(word->bodyKey, sent);
    }
    const QJsonObject known = m_carried.body.value("outputs"_L1).toObject().value(entry.key.text).toObject();
    return writablePartOf(known) == output ? known : output;
}

// The outputs of the text, and their names, replace those in the carried parts.
void OutputsReader::replaceIn(CarriedParts &carried) const
{
    if (carried.body.value("outputs"_L1).toObject() == m_outputs)
        return;
    carried.names.removeIf(isCarriedOutput);
    carried.body.remove(u"outputs"_s);
    if (m_outputs.isEmpty())
        return;
    carried.body.insert(u"outputs"_s, m_outputs);
    for (const QString &name : m_outputs.keys())
        carried.names += carriedName(u"outputs"_s, name);
}

} // namespace Roost::JobFile
