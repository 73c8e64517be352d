list(APPEND api_headers azureml/arm.h azureml/azureml.h azureml/historyruns.h azureml/operations.h
    azureml/reference.h azureml/runfilter.h azureml/runvalues.h azureml/sentparts.h)
list(APPEND api_sources azureml/arm.cpp azureml/artifactroutes.cpp azureml/azureml.cpp azureml/coderoutes.cpp
    azureml/computeroutes.cpp azureml/datastoreroutes.cpp azureml/environmentroutes.cpp azureml/historyroutes.cpp
    azureml/historyruns.cpp azureml/jobroutes.cpp azureml/metricroutes.cpp azureml/modelroutes.cpp
    azureml/operations.cpp azureml/reference.cpp azureml/runchangeroutes.cpp azureml/runfilter.cpp
    azureml/runvalues.cpp azureml/sentparts.cpp azureml/workspaceroutes.cpp)
list(APPEND api_links service_jobs wire)
list(APPEND api_private conda)
