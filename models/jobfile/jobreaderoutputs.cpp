// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/jobreader.h"

#include "models/core/nearestword.h"
#include "models/core/wholematch.h"
#include "models/core/words.h"
#include "models/jobfile/outputs.h"

#include <QRegularExpression>

// What a job says of the named outputs its command writes to. They travel as Azure ML's body has them.
namespace Roost::JobFile {

using namespace Yaml;

using namespace Qt::StringLiterals;
using Yaml::Entry;
using Yaml::Node;

namespace {

const QString outputWord = u"output "_s;

// What a text can say of an output.
QJsonObject sayable(const QJsonObject &output)
{
    QJsonObject kept;
    for (const OutputWord &word : outputWords()) {
        if (const auto value = output.value(word.bodyKey); !value.isUndefined())
            kept.insert(word.bodyKey, value);
    }
    return kept;
}

} // namespace

void JobReader::takeOutputs(const Entry &entry)
{
    static const QRegularExpression name = wholeMatch(u"[a-zA-Z_]+[a-zA-Z0-9_]*"_s);
    if (!isMapping(entry, u"model: {type: uri_folder}"_s))
        return;
    for (const Entry &one : merged(entry.value)) {
        if (!name.match(one.key.text).hasMatch())
            say(one.key.error(Words::tr("An output's name holds letters, digits and '_' and starts with no digit.")));
        else if (!one.value.isNull() && !one.value.isMapping())
            say(one.key.error(
                Words::tr("The output '%1' takes lines of its own, like 'type: uri_folder'.").arg(one.key.text)));
        else
            m_outputs.insert(one.key.text, outputOf(one));
    }
}

QJsonObject JobReader::outputOf(const Entry &entry)
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
            say(one.value.error(
                Words::tr("'%1' is '%2'; it can be %3.").arg(one.key.text, *value, word->values().join(", "_L1))));
        else
            output.insert(word->bodyKey, sent);
    }
    const QJsonObject known = m_job.carried.body.value("outputs"_L1).toObject().value(entry.key.text).toObject();
    return sayable(known) == output ? known : output;
}

// The outputs of the text stand in place of those that came along; their names are told with the others.
void JobReader::putOutputs()
{
    CarriedParts &carried = m_job.carried;
    if (carried.body.value("outputs"_L1).toObject() == m_outputs)
        return;
    carried.names.removeIf([](const QString &known) { return known.startsWith(outputWord); });
    carried.body.remove(u"outputs"_s);
    if (m_outputs.isEmpty())
        return;
    carried.body.insert(u"outputs"_s, m_outputs);
    for (const QString &name : m_outputs.keys())
        carried.names += outputWord + name;
}

} // namespace Roost::JobFile
