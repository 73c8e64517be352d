list(APPEND api_headers roost/extensions.h)
list(APPEND api_sources roost/extensions.cpp)
