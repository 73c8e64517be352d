// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/serverinfo.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QJsonObject serverInfoAnswer()
{
    // The web page and the usage report of a client read the kind of store; a database is what the service has.
    return {{u"store_type"_s, u"SqlStore"_s},
            {u"workspaces_enabled"_s, false},
            {u"multipart_uploads_enabled"_s, false},
            {u"multipart_downloads_enabled"_s, false},
            {u"trace_archival_enabled"_s, false}};
}

} // namespace Roost::Wire
