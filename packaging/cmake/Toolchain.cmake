# Compiler settings of the whole project: language standard, warnings, linker, compiler cache.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_LINK_LIBRARIES_ONLY_TARGETS ON)

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual
    -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # With -O2, GCC 14 reports null pointers in inlined code of the standard library.
    add_compile_options(-Wnull-dereference)
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_UP_TO=0x060800)

find_program(ROOST_CCACHE ccache)
if(ROOST_CCACHE)
    # All build folders share one cache, because their paths are not part of the output. ccache supports precompiled
    # headers only if these options exclude macros and times from the comparison.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${ROOST_CCACHE})
endif()
find_program(ROOST_MOLD mold)
if(ROOST_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(CMAKE_LINKER_TYPE MOLD)
endif()
