find_package(simdjson REQUIRED)

list(APPEND api_headers
    mlflow/artifacts.h
    mlflow/attachment.h
    mlflow/call.h
    mlflow/experiments.h
    mlflow/json.h
    mlflow/loggedmodels.h
    mlflow/message.h
    mlflow/metrics.h
    mlflow/names.h
    mlflow/registry.h
    mlflow/routes.h
    mlflow/runs.h
    mlflow/runsearch.h
    mlflow/searchfilter.h
    mlflow/searchquery.h)
list(APPEND api_sources
    mlflow/artifacts.cpp
    mlflow/attachment.cpp
    mlflow/call.cpp
    mlflow/experiments.cpp
    mlflow/json.cpp
    mlflow/logbatch.cpp
    mlflow/loggedmodels.cpp
    mlflow/loggedmodelsearch.cpp
    mlflow/message.cpp
    mlflow/metrics.cpp
    mlflow/modelversions.cpp
    mlflow/names.cpp
    mlflow/registry.cpp
    mlflow/registrysearch.cpp
    mlflow/routes.cpp
    mlflow/runs.cpp
    mlflow/runsearch.cpp
    mlflow/searchfilter.cpp
    mlflow/searchquery.cpp)
list(APPEND api_private simdjson::simdjson)
