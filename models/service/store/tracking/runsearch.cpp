// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/runsearch.h"

#include "models/service/store/tracking/damagedruns.h"

namespace Roost::Service::Store {

namespace {

const QByteArray statusExpression =
    "(CASE WHEN r.status = 'Completed' THEN 'FINISHED' WHEN r.status = 'Failed' THEN 'FAILED' "
    "WHEN r.status = 'Canceled' THEN 'KILLED' WHEN r.status IN ('NotStarted', 'Queued', 'Preparing', "
    "'Provisioning', 'Starting') THEN 'SCHEDULED' ELSE 'RUNNING' END)";

const QByteArray startExpression = "coalesce(r.started_ms, r.created_ms)";

/// Returns SQL for `path` below `location`; a query of the location remains at the end.
QByteArray belowExpression(const QByteArray &location, const QByteArray &path)
{
    const QByteArray query = "instr(" + location + ", '?')";
    const QByteArray plain = "rtrim(" + location + ", '/') || '/' || " + path;
    const QByteArray before = "rtrim(substr(" + location + ", 1, " + query + " - 1), '/') || '/' || " + path;
    return "(CASE " + query + " WHEN 0 THEN " + plain + " ELSE " + before + " || substr(" + location + ", " + query +
           ") END)";
}

QByteArray expressionOf(RunSearch::Field field)
{
    switch (field) {
    case RunSearch::Field::Id:
        return "r.id";
    case RunSearch::Field::Name:
        return "r.display_name";
    case RunSearch::Field::User:
        return "r.user";
    case RunSearch::Field::Status:
        return statusExpression;
    case RunSearch::Field::ArtifactUri:
        return belowExpression("(SELECT artifact_location FROM experiments WHERE id = r.experiment)",
                               "(r.id || '/artifacts')");
    case RunSearch::Field::Started:
        return startExpression;
    case RunSearch::Field::Ended:
        break;
    }
    return "r.ended_ms";
}

// More runs than that are not sorted if an index returns them in order.
constexpr qint64 fewRuns = 2000;

const QByteArray allRuns = "SELECT r.seq FROM runs r";

QByteArray keyOf(Select &select, const QString &metric)
{
    return "(SELECT id FROM metric_keys WHERE key = " + select.bind(metric) + ')';
}

// Long values are indexed by their beginning.
QByteArray beginning(const QByteArray &text)
{
    return "substr(" + text + ", 1, 64)";
}

// Returns whether an index finds the values that match.
bool isIndexed(const Condition &condition)
{
    using enum Condition::Comparison;
    switch (condition.comparison) {
    case Equal:
    case Less:
    case LessOrEqual:
    case Greater:
    case GreaterOrEqual:
        return true;
    default:
        return false;
    }
}

QList<qint64> seqsOf(Statement rows)
{
    QList<qint64> seqs;
    while (rows.next())
        seqs.append(rows.integer(0));
    return seqs;
}

qint64 countUpTo(Connection &connection, const std::function<QByteArray(Select &)> &rows, qint64 most)
{
    Select count({});
    const QByteArray sql = "SELECT count(*) FROM (" + rows(count) + " LIMIT " + QByteArray::number(most) + ')';
    Statement row = count.run(connection, sql);
    return row.next() ? row.integer(0) : 0;
}

} // namespace

RunSearch::RunSearch(const QList<qint64> &experiments)
    : m_experiments(experiments)
{
}

void RunSearch::setView(LifecycleView view)
{
    if (const QByteArray condition = conditionOf(view, "r"); !condition.isEmpty())
        m_conditions.push_back([condition](Select &select) { select.where(condition); });
}

void RunSearch::where(Field field, const Condition &condition)
{
    m_conditions.push_back([=](Select &select) { select.where(select.compare(expressionOf(field), condition)); });
}

void RunSearch::whereMetric(const QString &key, const Condition &condition)
{
    const auto matching = [=](Select &select) -> QByteArray {
        return "m.key = " + keyOf(select, key) + " AND " + select.compareMetric("m", condition);
    };
    m_conditions.push_back([=](Select &select) {
        select.where("EXISTS(SELECT 1 FROM latest_metrics m WHERE m.run = r.seq AND " + matching(select) + ')');
    });
    if (!isIndexed(condition))
        return;
    m_indexed.push_back([=](Select &select) -> QByteArray {
        return "SELECT m.run FROM latest_metrics m INDEXED BY latest_metrics_by_value WHERE m.nan = 0 AND " +
               matching(select);
    });
}

void RunSearch::whereParam(const QString &key, const Condition &condition)
{
    whereKeyed("run_params", key, condition);
}

void RunSearch::whereTag(const QString &key, const Condition &condition)
{
    whereKeyed("run_tags", key, condition);
}

void RunSearch::whereKeyed(const QByteArray &table, const QString &key, const Condition &condition)
{
    m_conditions.push_back(
        [=](Select &select) { select.where(select.compareKeyed(table, "run = r.seq", key, condition)); });
    if (condition.comparison != Condition::Comparison::Equal || !std::holds_alternative<QString>(condition.value))
        return;
    m_indexed.push_back([=](Select &select) -> QByteArray {
        const QByteArray value = select.bind(std::get<QString>(condition.value));
        return "SELECT x.run FROM " + table + " x WHERE x.key = " + select.bind(key) + " AND " + beginning("x.value") +
               " = " + beginning(value) + " AND x.value = " + value;
    });
}

void RunSearch::whereDataset(DatasetField field, const Condition &condition)
{
    QByteArray from = "EXISTS(SELECT 1 FROM run_inputs i JOIN datasets d ON d.id = i.dataset ";
    if (field == DatasetField::Context)
        from += "JOIN run_input_tags t ON t.input = i.id AND t.key = 'mlflow.data.context' ";
    const QByteArray expression = field == DatasetField::Context ? "t.value"
                                  : field == DatasetField::Name  ? "d.name"
                                                                 : "d.digest";
    m_conditions.push_back([=](Select &select) {
        select.where(from + "WHERE i.run = r.seq AND " + select.compare(expression, condition) + ')');
    });
}

void RunSearch::orderBy(Field field, Direction direction)
{
    const QByteArray expression = expressionOf(field);
    Order order;
    if (field == Field::Ended) {
        order.add = [=](Select &select) { select.orderByNullable(expression, direction); };
        order.sections.emplace_back(allRuns + " INDEXED BY runs_by_end", [=](Select &select) {
            select.where(expression + " IS NOT NULL");
            select.orderBy(expression, direction);
        });
        order.sections.emplace_back(allRuns, [=](Select &select) { select.where(expression + " IS NULL"); });
    } else {
        order.add = [=](Select &select) { select.orderBy(expression, direction); };
        if (field == Field::Name)
            order.sections.emplace_back(allRuns + " INDEXED BY runs_by_name", order.add);
        else if (field == Field::Id || field == Field::Started)
            order.sections.emplace_back(allRuns, order.add);
    }
    m_orders.push_back(std::move(order));
}

void RunSearch::orderByMetric(const QString &key, Direction direction)
{
    Order order;
    order.add = [=](Select &select) {
        const QByteArray from = " FROM latest_metrics m WHERE m.run = r.seq AND m.key = " + keyOf(select, key);
        select.orderBy("coalesce((SELECT m.nan" + from + "), 2)");
        select.orderBy("(SELECT m.value" + from + ')', direction);
    };
    const QByteArray from =
        "SELECT r.seq FROM latest_metrics o INDEXED BY latest_metrics_by_value CROSS JOIN runs r ON r.seq = o.run";
    for (const char *isNan : {"0", "1"}) {
        order.sections.emplace_back(from, [=](Select &select) {
            select.where("o.key = " + keyOf(select, key) + " AND o.nan = " + isNan);
            select.orderBy("o.value", direction);
        });
    }
    order.sections.emplace_back(allRuns, [=](Select &select) {
        select.where("NOT EXISTS(SELECT 1 FROM latest_metrics o WHERE o.run = r.seq AND o.key = " + keyOf(select, key) +
                     ')');
    });
    m_orders.push_back(std::move(order));
}

void RunSearch::orderByParam(const QString &key, Direction direction)
{
    orderByKeyed("run_params", key, direction);
}

void RunSearch::orderByTag(const QString &key, Direction direction)
{
    orderByKeyed("run_tags", key, direction);
}

void RunSearch::orderByKeyed(const QByteArray &table, const QString &key, Direction direction)
{
    Order order;
    order.add = [=](Select &select) {
        select.orderByNullable(
            "SELECT x.value FROM " + table + " x WHERE x.run = r.seq AND x.key = " + select.bind(key), direction);
    };
    order.sections.emplace_back("SELECT r.seq FROM " + table + " o CROSS JOIN runs r ON r.seq = o.run",
                                [=](Select &select) {
                                    select.where("o.key = " + select.bind(key));
                                    select.orderBy(beginning("o.value"), direction);
                                    select.orderBy("o.value", direction);
                                });
    order.sections.emplace_back(allRuns, [=](Select &select) {
        select.where("NOT EXISTS(SELECT 1 FROM " + table + " o WHERE o.run = r.seq AND o.key = " + select.bind(key) +
                     ')');
    });
    m_orders.push_back(std::move(order));
}

// A walk along the index of an order must not use the index of experiments, which the sign prevents.
Select RunSearch::select(const QByteArray &from, bool isWalk) const
{
    Select select(from);
    select.where((isWalk ? "+r.experiment IN " : "r.experiment IN ") + select.bindList(m_experiments));
    for (const Part &condition : m_conditions)
        condition(select);
    return select;
}

void RunSearch::addOrders(Select &select, std::size_t from) const
{
    for (std::size_t i = from; i < m_orders.size(); ++i)
        m_orders[i].add(select);
    select.orderBy(startExpression, Direction::Descending);
    select.orderBy("r.id", Direction::Ascending);
}

bool RunSearch::hasFewRuns(Connection &connection) const
{
    return countUpTo(
               connection,
               [this](Select &select) -> QByteArray {
                   return "SELECT 1 FROM runs WHERE experiment IN " + select.bindList(m_experiments);
               },
               fewRuns) < fewRuns;
}

std::optional<RunSearch::Runs> RunSearch::fewestRuns(Connection &connection) const
{
    std::optional<Runs> fewest;
    qint64 least = fewRuns;
    for (const Runs &runs : m_indexed) {
        if (const qint64 count = countUpTo(connection, runs, least); count < least) {
            least = count;
            fewest = runs;
        }
    }
    return fewest;
}

QList<qint64> RunSearch::walk(Connection &connection, qint64 offset, qint64 limit) const
{
    std::vector<std::pair<QByteArray, Part>> sections{{allRuns, [](Select &) {}}};
    if (!m_orders.empty())
        sections = m_orders.front().sections;
    QList<qint64> found;
    qint64 skip = offset;
    for (const auto &[from, part] : sections) {
        Select page = select(from, true);
        part(page);
        addOrders(page, m_orders.empty() ? 0 : 1);
        const qsizetype before = found.size();
        Statement row = page.run(connection, skip, limit - before);
        while (row.next())
            found.append(row.integer(0));
        if (found.size() == limit)
            break;
        if (found.size() > before || skip == 0) {
            skip = 0;
            continue;
        }
        // The page begins behind this section.
        Select section = select(from, true);
        part(section);
        skip -= section.count(connection);
    }
    return found;
}

QList<qint64> RunSearch::find(Connection &connection, qint64 offset, qint64 limit) const
{
    const auto few = fewestRuns(connection);
    const bool isWalk = !few && (m_orders.empty() || !m_orders.front().sections.empty()) && !hasFewRuns(connection);
    if (isWalk)
        return walk(connection, offset, limit);
    Select page = select(allRuns, few.has_value());
    if (few)
        page.where("r.seq IN (" + (*few)(page) + ')');
    addOrders(page, 0);
    return seqsOf(page.run(connection, offset, limit));
}

QList<RunRow> RunSearch::run(Connection &connection, qint64 offset, qint64 limit)
{
    return readableRuns(
        connection, limit, [&] { return find(connection, offset, limit); },
        [&](const QList<qint64> &damaged) {
            m_conditions.insert(m_conditions.begin(), [damaged](Select &select) {
                select.setBeginning("SELECT r.seq FROM runs r INDEXED BY runs_by_time");
                select.where("r.seq NOT IN " + select.bindList(damaged));
            });
            Select page = select(allRuns, true);
            addOrders(page, 0);
            return seqsOf(page.run(connection, offset, limit));
        });
}

} // namespace Roost::Service::Store
